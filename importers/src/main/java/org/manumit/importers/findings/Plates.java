package org.manumit.importers.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manumit.importers.resolve.KnownNumbers;
import org.manumit.importers.resolve.TextWord;

/**
 * Plates of vehicles. Too much looks like one, so a plate is found only where words near it speak of a vehicle, and it has
 * the form of a country's plates. Plates that the case knows are found anywhere ({@link KnownIdentifiers}).
 */
final class Plates {

    private static final int NEAR_BEFORE = 7;
    private static final int NEAR_AFTER = 3;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 10;

    private static final Map<String, Pattern> FORMS = forms();

    private Plates() {}

    private static Map<String, Pattern> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(
                "RO",
                "(?:B\\d{2,3}|(?:AB|AR|AG|BC|BH|BN|BT|BR|BV|BZ|CL|CS|CJ|CT|CV|DB|DJ|GL|GR|GJ|HR|HD|IL|IS|IF|MM|MH|MS"
                        + "|NT|OT|PH|SJ|SM|SB|SV|TR|TM|TL|VL|VS|VN)\\d{2})[A-Z]{3}");
        forms.put("IT", "[A-Z]{2}\\d{3}[A-Z]{2}");
        forms.put("FR", "[A-Z]{2}\\d{3}[A-Z]{2}");
        forms.put("SK", "[A-Z]{2}\\d{3}[A-Z]{2}");
        forms.put("AL", "[A-Z]{2}\\d{3}[A-Z]{2}");
        forms.put("ES", "\\d{4}[BCDFGHJKLMNPRSTVWXYZ]{3}");
        forms.put("GB", "[A-Z]{2}\\d{2}[A-Z]{3}");
        forms.put("BG", "[ABEKMHOPCTYX]{1,2}\\d{4}[ABEKMHOPCTYX]{2}");
        forms.put("UA", "[ABEKMHOPCTYXI]{2}\\d{4}[ABEKMHOPCTYXI]{2}");
        forms.put("CZ", "\\d[A-Z][A-Z0-9]\\d{4}");
        forms.put("HU", "[A-Z]{3,4}\\d{3}");
        forms.put("LT", "[A-Z]{3}\\d{3}");
        forms.put("MD", "[A-Z]{3}\\d{3}");
        forms.put("FI", "[A-Z]{3}\\d{3}");
        forms.put("SE", "[A-Z]{3}\\d{2}[A-Z0-9]");
        forms.put("LV", "[A-Z]{2}\\d{3,4}");
        forms.put("EE", "\\d{3}[A-Z]{3}");
        forms.put("BE", "[1-9][A-Z]{3}\\d{3}");
        forms.put("PT", "[A-Z]{2}\\d{2}[A-Z]{2}|\\d{2}[A-Z]{2}\\d{2}|\\d{4}[A-Z]{2}");
        forms.put(
                "NL",
                "[A-Z]{2}\\d{2}[A-Z]{2}|\\d{2}[A-Z]{4}|\\d{2}[A-Z]{3}\\d|\\d[A-Z]{3}\\d{2}|[A-Z]{2}\\d{3}[A-Z]"
                        + "|[A-Z]\\d{3}[A-Z]{2}|[A-Z]{4}\\d{2}|[A-Z]{3}\\d{2}[A-Z]|[A-Z]\\d{2}[A-Z]{3}");
        forms.put("PL", "[A-Z]{2,3}\\d[A-Z0-9]{3,4}");
        forms.put("HR", "[A-Z]{2}\\d{3,4}[A-Z]{1,2}");
        forms.put("RS", "[A-Z]{2}\\d{3,5}[A-Z]{2}");
        forms.put("SI", "[A-Z]{2}[A-Z]{2}\\d{3}|[A-Z]{2}\\d{2}[A-Z]{3}|[A-Z]{2}[A-Z]\\d{3}[A-Z]");
        forms.put("DK", "[A-Z]{2}\\d{5}");
        forms.put("NO", "[A-Z]{2}\\d{5}");
        forms.put("GR", "[A-Z]{3}\\d{4}");
        forms.put("IE", "\\d{2,3}[A-Z]{1,2}\\d{1,6}");
        forms.put("DE", "[A-Z\u00c4\u00d6\u00dc]{1,3}[A-Z]{1,2}\\d{1,4}[EH]?");
        forms.put("AT", "[A-Z]{1,2}\\d{2,5}[A-Z]{1,3}");
        forms.put("VN", "\\d{2}[A-Z]{1,2}\\d{4,6}");
        forms.put("NG", "[A-Z]{3}\\d{2,3}[A-Z]{2}");
        forms.put("IN", "[A-Z]{2}\\d{1,2}[A-Z]{1,3}\\d{4}");
        forms.put("TR", "(?:0[1-9]|[1-7]\\d|8[01])[A-Z]{1,3}\\d{2,5}");
        forms.put("KE", "K[A-Z]{2}\\d{3}[A-Z]");
        forms.put("BR", "[A-Z]{3}\\d[A-Z0-9]\\d{2}");
        forms.put("RU", "[ABEKMHOPCTYX]\\d{3}[ABEKMHOPCTYX]{2}\\d{2,3}");
        forms.put("BY", "\\d{4}[ABEIKMHOPCTX]{2}\\d");
        forms.put("GE", "[A-Z]{2}\\d{3}[A-Z]{2}");
        forms.put("BA", "[AEJKMOT]\\d{2}[AEJKMOT]\\d{3}");
        forms.put("CH", "(?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)\\d{3,6}");
        Map<String, Pattern> compiled = new LinkedHashMap<>();
        forms.forEach((country, form) -> compiled.put(country, Pattern.compile(form)));
        return compiled;
    }

    static void find(Spots spots, Optional<String> country) {
        List<TextWord> words = spots.words().words();
        for (int i = 0; i < words.size(); i++) {
            if (Context.VEHICLE.has(words.get(i)) || !mayBelong(spots.text(), words.get(i))) {
                continue;
            }
            int last = Math.min(words.size() - 1, i + 2);
            for (int k = last; k >= i; k--) {
                if (isRow(spots.text(), words, i, k)
                        && plate(spots, words.get(i).start(), words.get(k).end(), country)) {
                    i = k;
                    break;
                }
            }
        }
    }

    private static boolean isRow(String text, List<TextWord> words, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (!mayBelong(text, words.get(i))) {
                return false;
            }
            if (i > from) {
                int start = words.get(i - 1).end();
                String gap = text.substring(start, words.get(i).start());
                boolean dot = gap.equals(".")
                        && words.get(i - 1).isNumber()
                        && words.get(i).isNumber();
                if (!dot
                        && !gap.equals(" ")
                        && !gap.equals("-")
                        && !gap.equals("\u00a0")
                        && !gap.equals("\u00b7")
                        && !gap.equals(" - ")) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean mayBelong(String text, TextWord word) {
        if (word.end() - word.start() > LONGEST) {
            return false;
        }
        for (int i = word.start(); i < word.end(); i++) {
            char c = text.charAt(i);
            if (!Character.isUpperCase(c) && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean plate(Spots spots, int start, int end, Optional<String> country) {
        String compact = latin(KnownNumbers.compact(spots.text().substring(start, end)));
        long digits = compact.chars().filter(Character::isDigit).count();
        if (compact.length() < SHORTEST || compact.length() > LONGEST || digits < 2 || digits == compact.length()) {
            return false;
        }
        if (!spots.isFree(start, end)
                || (Context.VEHICLE.before(spots.words(), start, NEAR_BEFORE) < 0
                        && !Context.VEHICLE.follows(spots.words(), end, NEAR_AFTER))) {
            return false;
        }
        if (Context.PAPER.before(spots.words(), start, 2) >= 0) {
            return false;
        }
        List<String> countries = new ArrayList<>();
        FORMS.forEach((code, form) -> {
            if (form.matcher(compact).matches()) {
                countries.add(code);
            }
        });
        if (countries.isEmpty()) {
            return onlyByItsWords(spots, start, end, compact);
        }
        boolean home = country.filter(countries::contains).isPresent();
        spots.add(new Spots.Spot(
                FindingKind.VEHICLE,
                start,
                end,
                compact,
                List.of(),
                Sureness.LIKELY,
                "words near it speak of a vehicle; the form of a plate of "
                        + (home ? country.orElseThrow() : String.join(", ", countries))));
        return true;
    }

    /** A plate of no form known here, as states and provinces have many, right after a word that says plate. */
    private static boolean onlyByItsWords(Spots spots, int start, int end, String compact) {
        boolean told = Context.PLATE.before(spots.words(), start, 2) >= 0;
        long letters = compact.chars().filter(Character::isLetter).count();
        if (!told || letters == 0 || compact.length() > 8) {
            return false;
        }
        spots.add(new Spots.Spot(
                FindingKind.VEHICLE,
                start,
                end,
                compact,
                List.of(),
                Sureness.WEAK,
                "stands right after a word that says plate; of no form known here"));
        return true;
    }

    /** The letters that Cyrillic plates have are those that look Latin. */
    private static String latin(String compact) {
        String cyrillic = "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406";
        String latin = "ABEKMHOPCTYXI";
        StringBuilder plain = new StringBuilder(compact.length());
        for (int i = 0; i < compact.length(); i++) {
            int at = cyrillic.indexOf(compact.charAt(i));
            plain.append(at < 0 ? compact.charAt(i) : latin.charAt(at));
        }
        return plain.toString();
    }
}
