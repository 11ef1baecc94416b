package org.manumit.importers.findings;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.importers.resolve.KnownNumbers;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/** Telephone numbers in any writing, normalised as those of call records are. Keeps what it has read; not thread-safe. */
final class PhonesInText {

    private static final int FEWEST_DIGITS = 7;
    private static final int NEAR = 6;
    private static final int MOST_GROUPS = 8;

    /** Digits with at most three other signs between two of them; bounded, so that no text makes it slow. */
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{N}+])\\(?\\+?\\(?\\d(?:[ \\u00a0\\u202f().\\-\\u2010\\u2011\\u2012\\u2013/]{0,3}\\d){6,22}(?![\\p{L}\\p{N}])");

    private static final Pattern GROUP = Pattern.compile("\\(?\\+?\\(?\\d+\\)?(?:\\(0\\))?");

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final PhoneNumbers numbers;
    private final KnownNumbers known;

    PhonesInText(Optional<String> country, KnownNumbers known) {
        Optional<String> home =
                country.filter(code -> util.getSupportedRegions().contains(code));
        numbers = new PhoneNumbers(home);
        this.known = known;
    }

    void find(Spots spots) {
        Matcher candidate = DIGITS.matcher(spots.unclaimed());
        while (candidate.find()) {
            split(spots, candidate.start(), candidate.group());
        }
    }

    /** Numbers may stand side by side: from each group on the longest row of groups that is one is taken. */
    private void split(Spots spots, int offset, String run) {
        List<int[]> groups = new ArrayList<>();
        Matcher group = GROUP.matcher(run);
        while (group.find()) {
            groups.add(new int[] {group.start(), group.end()});
        }
        int from = 0;
        while (from < groups.size()) {
            int taken = -1;
            for (int to = Math.min(groups.size(), from + MOST_GROUPS) - 1; to >= from && taken < 0; to--) {
                int start = groups.get(from)[0];
                int end = groups.get(to)[1];
                if (number(spots, offset, run, start, end)) {
                    taken = to;
                }
            }
            from = taken < 0 ? from + 1 : taken + 1;
        }
    }

    private boolean number(Spots spots, int offset, String run, int from, int to) {
        int start = from;
        int end = to;
        // an opening bracket that is closed outside is none of the number's
        if (run.charAt(start) == '(' && run.substring(start, end).indexOf(')') < 0) {
            start++;
        }
        if (run.charAt(end - 1) == ')' && run.substring(start, end).indexOf('(') < 0) {
            end--;
        }
        String written = run.substring(start, end);
        long digits = written.chars().filter(c -> c >= '0' && c <= '9').count();
        if (digits < FEWEST_DIGITS || digits > 17) {
            return false;
        }
        boolean prefixed = written.replaceAll("[^+\\d]", "").matches("(?:\\+|00)[1-9].*");
        PhoneReading reading = numbers.read(written);
        boolean normalised = reading.form() == PhoneReading.Form.NORMALISED;
        int at = offset + start;
        int finish = offset + end;
        boolean named = Context.PHONE.before(spots.words(), at, NEAR) >= 0;
        if (normalised && known.bearers(reading.value()).size() > 0) {
            return add(spots, at, finish, reading.value(), Sureness.SURE, "a number that the case knows");
        }
        List<String> ending = prefixed ? List.of() : known.endingIn(written);
        if (ending.size() == 1 && !normalised) {
            return add(
                    spots,
                    at,
                    finish,
                    ending.getFirst(),
                    named ? Sureness.SURE : Sureness.LIKELY,
                    "a number that the case knows, written without its country");
        }
        if (!normalised) {
            return false;
        }
        boolean valid = isAllocated(reading.value());
        if (prefixed) {
            return add(
                    spots,
                    at,
                    finish,
                    reading.value(),
                    valid ? Sureness.SURE : Sureness.LIKELY,
                    valid ? "an international number" : "as long as numbers of that country, but in no range in use");
        }
        int contrary = Context.NO_PHONE.before(spots.words(), at, 3);
        int saying = Context.PHONE.before(spots.words(), at, NEAR);
        if (contrary >= 0 && (saying < 0 || contrary < saying)) {
            return false;
        }
        String home = numbers.home().orElse("");
        boolean trunk = written.replaceAll("\\D", "").startsWith("0");
        boolean grouped = written.chars().anyMatch(c -> c == ' ' || c == '-' || c == '.' || c == '/' || c == '\u00a0');
        if (named && valid) {
            return add(spots, at, finish, reading.value(), Sureness.SURE, "called a number, and one of " + home);
        }
        if (trunk && valid) {
            return add(spots, at, finish, reading.value(), Sureness.LIKELY, "written as numbers of " + home + " are");
        }
        if (grouped && valid) {
            return add(
                    spots,
                    at,
                    finish,
                    reading.value(),
                    Sureness.WEAK,
                    "would be a number of " + home + ", but nothing near it says so");
        }
        return named
                && add(
                        spots,
                        at,
                        finish,
                        reading.value(),
                        Sureness.WEAK,
                        "called a number, but in no range of " + home + " that is in use");
    }

    private boolean isAllocated(String e164) {
        try {
            return util.isValidNumber(util.parse(e164, "ZZ"));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private boolean add(Spots spots, int start, int end, String value, Sureness sureness, String why) {
        spots.add(new Spots.Spot(FindingKind.PHONE, start, end, value, known.bearers(value), sureness, why));
        return true;
    }
}
