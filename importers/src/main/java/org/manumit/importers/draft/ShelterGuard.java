package org.manumit.importers.draft;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises words that give away a victims' shelter, so that no import ever stores one: its location stays secret
 * (ICMPD Background Reader, ch. 3.3; 001, l. 1356-1358). Strict on purpose: what merely may be one is refused, and the
 * user is told how to write what is none. Stateless; safe for use from several threads.
 */
public final class ShelterGuard {

    /** What kind of text is looked at. */
    public enum Text {
        /** Names a place or an organisation: an address, a kind of premises, a name, a sector, an occupation. */
        PLACE,
        /** Tells something: a statement, a note, a passage of a document. */
        NARRATIVE
    }

    /** What the user is told about a refused row. */
    public static final String REMEDY =
            "a victims' shelter is never entered, so nothing of this row was kept; take the shelter out of the row and"
                    + " import again, or, if no victims are protected there, write what it is"
                    + " (\"homeless shelter\", \"traffickers' safe house\")";

    /** Words of other languages that mean a victims' shelter and nothing else, folded. */
    private static final List<String> FOREIGN = folded(
            "frauenhaus",
            "frauenhäuser",
            "schutzwohnung",
            "schutzhaus",
            "schutzunterkunft",
            "schutzeinrichtung",
            "zufluchtswohnung",
            "zufluchtshaus",
            "mädchenhaus",
            "casa rifugio",
            "case rifugio",
            "casa di fuga",
            "casa protetta",
            "struttura protetta",
            "casa de acogida",
            "piso de acogida",
            "centro de acogida",
            "casa refugio",
            "casa abrigo",
            "casa de abrigo",
            "foyer d'hébergement",
            "centre d'hébergement",
            "hébergement sécurisé",
            "hébergement d'urgence",
            "maison refuge",
            "adăpost pentru",
            "adăpostul",
            "locuință protejată",
            "schronisko dla ofiar",
            "schronisko dla kobiet",
            "dom dla ofiar",
            "ośrodek interwencji kryzysowej",
            "védett ház",
            "menedékház",
            "titkos menedék",
            "azylový dům",
            "azylového domu",
            "krizové centrum",
            "blijf-van-mijn-lijfhuis",
            "vrouwenopvang",
            "opvanghuis",
            "vluchthuis",
            "kvinnojour",
            "skyddat boende",
            "kvinnohus",
            "krisesenter",
            "krisecenter",
            "turvakoti",
            "turvakodu",
            "varjupaik",
            "naiste tugikeskus",
            "patversme",
            "krīzes centrs",
            "krizių centras",
            "sigurna kuća",
            "sigurnu kuću",
            "sigurnoj kući",
            "sklonište",
            "varna hiša",
            "приют",
            "убежище",
            "шелтер",
            "притулок",
            "кризисный центр",
            "кризисен център",
            "защитено жилище",
            "засточиште",
            "сигурна куќа",
            "сигурна кућа",
            "ξενώνας",
            "καταφύγιο",
            "sığınma evi",
            "sığınmaevi",
            "kadın konukevi",
            "庇护所",
            "收容所");

    private static final String PROTECTED =
            "(?:wom[ae]n|female|girl|child(?:ren)?|minor|youth|mother|victim|survivor|protection|protected|protective"
                    + "|secure|secret|confidential|ngo|police|witness|trafficking|anti-trafficking|crisis|emergency"
                    + "|state|government|catholic|church|red cross|salvation army)(?:'?s'?|')?";

    private static final Pattern CERTAIN = Pattern.compile("\\b(?:"
            + PROTECTED
            + "[ -]+(?:only +)?(?:shelters?|refuges?|safe[ -]?houses?)"
            + "|(?:shelters?|refuges?|safe[ -]?houses?|safe (?:place|accommodation|flat|apartment)|accommodation"
            + "|hostel|home|house) +(?:run +)?(?:for|of) +(?:the +|female +|rescued +|trafficked +)*"
            + "(?:wom[ae]n victims?|victims?|survivors?|trafficked|battered)"
            + "|(?:shelters?|refuges?|safe[ -]?houses?) +(?:run +)?(?:for|of|by) +(?:the +|an? +)?"
            + "(?:wom[ae]n|girls?|child(?:ren)?|minors?|mothers?|ngo|church|state)"
            + "|(?:protected|safe|sheltered|victims?'?) +(?:accommodation|housing)"
            + "|protected +(?:flat|apartment|house|home)"
            + "|crisis +(?:centre|center|accommodation|house)"
            + ")\\b");

    /** One of these stands in whatever the patterns below can find. */
    private static final List<String> HINTS = List.of(
            "shelter",
            "refuge",
            "safe",
            "protected",
            "accommodation",
            "housing",
            "hostel",
            "home ",
            "house ",
            "crisis");

    /** Kinds of shelter where nobody is hidden from traffickers. */
    private static final Pattern OTHER_SHELTER = Pattern.compile(
            "\\b(?:homeless|night|rough sleepers?'?|animals?'?|dogs?'?|cats?'?|bus|tram|bicycle|bike|smokers?'?|smoking"
                    + "|rain|storm|bomb|air[ -]raid|fallout|nuclear|tax|picnic|mountain|wildlife|hunters?'?)[ -]+"
                    + "(?:shelters?|refuges?)\\b|\\b(?:shelters?|refuges?) +for +(?:the +)?(?:homeless|animals|dogs)\\b");

    /** "shelter" as something given or sought, not as a place. */
    private static final Pattern NOT_A_PLACE = Pattern.compile(
            "\\b(?:g[ia]ve|gives|given|giving|offer(?:s|ed|ing)?|promis(?:e|es|ed|ing)"
                    + "|seek(?:s|ing)?|sought|t[ao]ke|takes|taken|taking|took) +(?:\\w+ +)?(?:shelter|refuge)\\b"
                    + "|\\b(?:shelter|refuge) +from +(?:the +)?(?:rain|storm|cold|weather|wind|snow|sun|heat)\\b|\\bfood,? (?:and|or) shelter\\b|\\bshelter (?:and|or) food\\b"
                    + "|\\b(?:to|would|could|will) shelter (?:the|him|her|them|victims|women|girls|migrants|people)\\b");

    private static final Pattern SHELTER = Pattern.compile("\\bshelters?\\b");
    private static final Pattern REFUGE = Pattern.compile("\\brefuges?\\b");
    private static final Pattern SAFE_HOUSE = Pattern.compile("\\bsafe[ -]?houses?\\b");
    private static final Pattern TRAFFICKERS_SAFE_HOUSE = Pattern.compile(
            "\\b(?:traffickers?|smugglers?|gangs?|groups?|suspects?|criminals?)(?:'?s?'?)[ -]+safe[ -]?houses?\\b");

    /** What a cell under a heading like "shelter" holds when it says that there is none. */
    private static final Set<String> NONE = Set.of("", "no", "none", "n", "0", "-", "false", "n/a", "na", "not known");

    private ShelterGuard() {}

    /** Whether a text may give away a victims' shelter. */
    public static boolean givesAway(String text, Text kind) {
        if (text.length() < 2) {
            return false;
        }
        String t = fold(text);
        for (String word : FOREIGN) {
            if (t.contains(word)) {
                return true;
            }
        }
        // Most cells hold none of these words, and looking for them costs a tenth of the patterns.
        if (HINTS.stream().noneMatch(t::contains)) {
            return false;
        }
        if (CERTAIN.matcher(t).find()) {
            return true;
        }
        String rest = without(without(without(t, TRAFFICKERS_SAFE_HOUSE), OTHER_SHELTER), NOT_A_PLACE);
        if (SHELTER.matcher(rest).find()) {
            return true;
        }
        return kind == Text.PLACE
                && (REFUGE.matcher(rest).find() || SAFE_HOUSE.matcher(rest).find());
    }

    /** Whether a column of such a heading, or a sheet of such a name, is about shelters. */
    public static boolean isAboutShelters(String heading) {
        return givesAway(heading.replace('_', ' '), Text.PLACE);
    }

    /** Whether a cell under such a heading says that there is none. */
    public static boolean saysNone(String cell) {
        return NONE.contains(fold(cell).strip());
    }

    /** Lower case, without accents, typographic apostrophes or repeated spaces. */
    private static String fold(String text) {
        String decomposed =
                (isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD)).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(decomposed.length());
        boolean space = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT) {
                continue;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
                continue;
            }
            if (space && folded.length() > 0) {
                folded.append(' ');
            }
            space = false;
            folded.append(
                    switch (c) {
                        case '\u2019', '\u2018', '\u00b4', '`', '\u02bc' -> '\'';
                        case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
                        case '\u0131' -> 'i';
                        case '\u0142' -> 'l';
                        default -> c;
                    });
        }
        return folded.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String without(String text, Pattern allowed) {
        Matcher matcher = allowed.matcher(text);
        return matcher.find() ? matcher.replaceAll(" ") : text;
    }

    private static List<String> folded(String... words) {
        return Stream.of(words).map(ShelterGuard::fold).collect(Collectors.toUnmodifiableList());
    }
}
