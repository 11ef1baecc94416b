package org.manumit.importers.findings;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            return !prefixed && (named || isCalledNumber(spots, at, written)) && possible(spots, at, finish, written);
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
        if (grouped && valid && !isReference(spots, offset, run)) {
            return add(
                    spots,
                    at,
                    finish,
                    reading.value(),
                    Sureness.WEAK,
                    "would be a number of " + home + ", but nothing near it says so");
        }
        return (named || isCalledNumber(spots, at, written))
                && add(
                        spots,
                        at,
                        finish,
                        reading.value(),
                        Sureness.WEAK,
                        "called a number, but in no range of " + home + " that is in use");
    }

    /** As long as numbers of the country are, and called one: what nobody uses in truth, and what witnesses misremember. */
    private boolean possible(Spots spots, int start, int end, String written) {
        String home = numbers.home().orElse("");
        int contrary = Context.NO_PHONE.before(spots.words(), start, 3);
        int saying = Context.PHONE.before(spots.words(), start, NEAR);
        if (home.isEmpty() || (contrary >= 0 && contrary < saying)) {
            return false;
        }
        try {
            Phonenumber.PhoneNumber number = util.parse(written, home);
            return util.isPossibleNumber(number)
                    && add(
                            spots,
                            start,
                            end,
                            util.format(number, PhoneNumberUtil.PhoneNumberFormat.E164),
                            Sureness.WEAK,
                            "called a number, but in no range of " + home + " that is in use");
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** "His number was 0..." */
    private static boolean isCalledNumber(Spots spots, int at, String written) {
        int before = spots.words().wordFrom(at) - 1;
        if (!written.replaceAll("\\D", "").startsWith("0") || Context.NO_PHONE.before(spots.words(), at, 5) >= 0) {
            return false;
        }
        for (int i = before; i >= Math.max(0, before - 2); i--) {
            if (spots.words().words().get(i).folded().startsWith("number")) {
                return true;
            }
        }
        return false;
    }

    /** Numbers of files mix their marks, begin with a year or stand after "no.". */
    private static boolean isReference(Spots spots, int at, String written) {
        boolean mixed = written.chars()
                        .filter(c -> c == '-' || c == '.' || c == '/')
                        .distinct()
                        .count()
                > 1;
        int before = spots.words().wordFrom(at) - 1;
        boolean numbered = before >= 0
                && Set.of("nr", "no", "num", "n")
                        .contains(spots.words().words().get(before).folded());
        return mixed || numbered || written.matches("(?:19|20)\\d\\d[-/].*");
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
