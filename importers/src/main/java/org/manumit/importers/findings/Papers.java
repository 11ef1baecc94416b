package org.manumit.importers.findings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.importers.resolve.KnownNumbers;
import org.manumit.importers.resolve.TextWord;

/**
 * Numbers of identity papers: in the machine-readable lines of ICAO Doc 9303, whose check digits must fit, and after
 * words that name a paper.
 */
final class Papers {

    private static final int NEAR = 7;
    private static final int FEWEST_DIGITS = 4;

    /** Second line of a passport or a card of two lines. */
    private static final Pattern SECOND_LINE = Pattern.compile(
            "(?<![A-Z0-9<])([A-Z0-9<]{9})(\\d)([A-Z<]{3})(\\d{6})(\\d)[MFX<](\\d{6})(\\d)[A-Z0-9<]{8,16}(?![A-Z0-9<])");
    /** First line of a card of three lines. */
    private static final Pattern FIRST_LINE =
            Pattern.compile("(?<![A-Z0-9<])[IAC][A-Z<][A-Z<]{3}([A-Z0-9<]{9})(\\d)[A-Z0-9<]{15}(?![A-Z0-9<])");

    private static final Pattern IN_WORDS =
            Pattern.compile("[A-Z]{0,3}\\d{5,10}[A-Z]{0,2}|[A-Z]\\d{2}[A-Z]\\d{5}|[A-Z][A-Z0-9]{8,9}"
                    + "|[A-Z]{1,5}\\d{5,8}[A-Z]{1,2}[A-Z0-9]{1,5}");

    private Papers() {}

    static void find(Spots spots) {
        CharSequence free = spots.unclaimed();
        Matcher two = SECOND_LINE.matcher(free);
        while (two.find()) {
            if (fits(two.group(1), two.group(2))
                    && fits(two.group(4), two.group(5))
                    && fits(two.group(6), two.group(7))) {
                machineRead(spots, two.start(1), two.group(1));
            }
        }
        Matcher three = FIRST_LINE.matcher(free);
        while (three.find()) {
            if (fits(three.group(1), three.group(2))) {
                machineRead(spots, three.start(1), three.group(1));
            }
        }
        inWords(spots);
    }

    private static void machineRead(Spots spots, int start, String field) {
        String number = field.replaceAll("<+$", "");
        if (number.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
            spots.add(new Spots.Spot(
                    FindingKind.PAPER,
                    start,
                    start + number.length(),
                    number.replace("<", ""),
                    List.of(),
                    Sureness.SURE,
                    "the number in a machine-readable line; its check digits fit"));
        }
    }

    /** Weights 7, 3, 1; letters count from 10, a filler nothing. */
    static boolean fits(String field, String digit) {
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            int value = c == '<' ? 0 : Character.isDigit(c) ? c - '0' : c - 'A' + 10;
            sum += value * weights[i % 3];
        }
        return sum % 10 == digit.charAt(0) - '0';
    }

    private static void inWords(Spots spots) {
        List<TextWord> words = spots.words().words();
        for (int i = 0; i < words.size(); i++) {
            TextWord word = words.get(i);
            if (Context.PERSONAL_NUMBER.has(word)) {
                personal(spots, i);
            }
            boolean driving = i > 0
                    && word.folded().startsWith("licen")
                    && words.get(i - 1).folded().startsWith("driv");
            if ((!Context.PAPER.has(word) && !driving) || word.isNumber()) {
                continue;
            }
            int end = spots.words().sentenceEnd(word.start());
            for (int k = i + 1;
                    k < words.size() && k - i <= NEAR && words.get(k).start() < end;
                    k++) {
                if (number(spots, words, k)) {
                    break;
                }
            }
        }
    }

    private static boolean number(Spots spots, List<TextWord> words, int k) {
        TextWord word = words.get(k);
        String written = spots.text().substring(word.start(), word.end());
        if (!written.equals(written.toUpperCase(Locale.ROOT)) || !spots.isFree(word.start(), word.end())) {
            return false;
        }
        long digits = written.chars().filter(Character::isDigit).count();
        if (digits < FEWEST_DIGITS || !IN_WORDS.matcher(written).matches()) {
            return false;
        }
        // a telephone number may follow in the same sentence
        if (Context.PHONE.before(spots.words(), word.start(), 2) >= 0
                && Context.PAPER.before(spots.words(), word.start(), 2) < 0
                && digits > 8) {
            return false;
        }
        int start = word.start();
        String series = "";
        for (int back = k - 1; back >= Math.max(0, k - 2); back--) {
            String before = spots.text()
                    .substring(words.get(back).start(), words.get(back).end());
            boolean letters = before.length() <= 3
                    && before.chars().allMatch(Character::isUpperCase)
                    && !Context.PAPER.has(words.get(back))
                    && Character.isDigit(written.charAt(0));
            boolean afterSeries = back == k - 1 || (back > 0 && isSeries(words.get(back - 1)));
            if (letters && afterSeries) {
                series = before;
                start = words.get(back).start();
                break;
            }
        }
        spots.add(new Spots.Spot(
                FindingKind.PAPER,
                start,
                word.end(),
                KnownNumbers.compact(series + written),
                List.of(),
                Sureness.LIKELY,
                "words before it name a paper"));
        return true;
    }

    private static boolean isSeries(TextWord word) {
        return word.folded().startsWith("ser");
    }

    private static void personal(Spots spots, int at) {
        List<TextWord> words = spots.words().words();
        for (int k = at + 1; k < words.size() && k - at <= 4; k++) {
            TextWord word = words.get(k);
            String written = spots.text().substring(word.start(), word.end());
            boolean digits = word.isNumber() && written.length() >= 9 && written.length() <= 13;
            boolean code = written.matches("[A-Z]{6}\\d{2}[A-Z]\\d{2}[A-Z]\\d{3}[A-Z]");
            if (digits || code) {
                spots.add(new Spots.Spot(
                        FindingKind.PAPER,
                        word.start(),
                        word.end(),
                        written,
                        List.of(),
                        Sureness.LIKELY,
                        "words before it name a personal number"));
                return;
            }
        }
    }
}
