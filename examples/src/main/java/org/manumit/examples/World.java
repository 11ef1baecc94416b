package org.manumit.examples;

import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Everything that is and happens in an invented case. The same seed gives the same world. */
final class World {

    private static final long WEEK = 7 * 86_400L;

    /** Up to how many people there are names enough of the plain kind. */
    private static final int PLAIN_NAMES = 100;

    final CaseSpec spec;
    final Random random;
    final List<Person> people = new ArrayList<>();
    final List<Person> background = new ArrayList<>();
    final List<CallEvent> calls = new ArrayList<>();
    final List<TransferEvent> transfers = new ArrayList<>();
    /** Numbers whose records were asked of their operators. */
    final Set<String> targets = new HashSet<>();
    /** Rows of the case workbook: sheet, then rows of column and value. */
    final Map<String, List<Map<String, String>>> sheets = new LinkedHashMap<>();

    private final Map<Country, List<Integer>> freeNumbers = new EnumMap<>(Country.class);
    private final Set<String> names = new HashSet<>();
    private final long start;

    World(CaseSpec spec) {
        this.spec = spec;
        this.random = new Random(spec.seed());
        this.start = spec.start().atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        for (Country country : Country.values()) {
            freeNumbers.put(country, new ArrayList<>());
        }
    }

    // ---- people -------------------------------------------------------------------------------------------------

    /** A new person with an invented name nobody else in the case bears. */
    Person person(String id, Country home, Country lives) {
        String name = pick(home.firstNames()) + " " + pick(home.lastNames());
        while (!names.add(name)) {
            // a large case uses up the pairs of names: some people then bear two family names, or three
            name = names.size() < PLAIN_NAMES
                    ? pick(home.firstNames()) + " " + pick(home.lastNames())
                    : name + "-" + pick(home.lastNames());
        }
        Person person = new Person(id, name, home, lives);
        people.add(person);
        return person;
    }

    /** Somebody who has nothing to do with the case. */
    Person stranger(Country country) {
        Person person = new Person("", "", country, country);
        person.known = false;
        person.phones.add(new Person.Phone(newNumber(country), newImei(), 0, Long.MAX_VALUE));
        background.add(person);
        return person;
    }

    /** Puts a number of a country into somebody's hands, from one week to another. */
    Person.Phone give(Person person, Country country, int fromWeek, int toWeek) {
        return give(person, country, fromWeek, toWeek, newImei());
    }

    /** The same, in a known handset. */
    Person.Phone give(Person person, Country country, int fromWeek, int toWeek, String imei) {
        Person.Phone phone = new Person.Phone(newNumber(country), imei, start + fromWeek * WEEK, start + toWeek * WEEK);
        person.phones.add(phone);
        return phone;
    }

    private String newNumber(Country country) {
        List<Integer> given = freeNumbers.getOrDefault(country, List.of());
        int next = given.size();
        given.add(next);
        if (next >= country.numbers()) {
            if (country == Country.RO) {
                throw new IllegalStateException("a case cannot have more than a million numbers");
            }
            return newNumber(Country.RO);
        }
        int step = Math.max(1, country.numbers() * 7 / 19 | 1);
        while (BigInteger.valueOf(step)
                        .gcd(BigInteger.valueOf(country.numbers()))
                        .intValue()
                != 1) {
            step += 2;
        }
        return country.number((int) ((long) next * step % country.numbers()));
    }

    private String newImei() {
        StringBuilder digits = new StringBuilder("00440200");
        for (int i = 0; i < 6; i++) {
            digits.append(random.nextInt(10));
        }
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int d = digits.charAt(i) - '0';
            if (i % 2 == 1) {
                d = d * 2 > 9 ? d * 2 - 9 : d * 2;
            }
            sum += d;
        }
        return digits.append((10 - sum % 10) % 10).toString();
    }

    // ---- talk ---------------------------------------------------------------------------------------------------

    /** When in a day people talk. */
    enum Hours {
        DAY(9, 21),
        EVENING(17, 23),
        NIGHT(20, 28),
        ANY(7, 24);

        private final int from;
        private final int to;

        Hours(int from, int to) {
            this.from = from;
            this.to = to;
        }
    }

    /**
     * Two people who talk, so often a week on average.
     *
     * @param messages share of messages among it
     * @param firstCalls share started by the first of the two
     */
    void talk(
            Person one,
            Person other,
            double perWeek,
            double messages,
            double firstCalls,
            Hours hours,
            int meanSeconds,
            int fromWeek,
            int toWeek) {
        for (int week = fromWeek; week < Math.min(toWeek, spec.weeks()); week++) {
            int times = poisson(perWeek);
            for (int i = 0; i < times; i++) {
                long second = start + week * WEEK + random.nextInt(7) * 86_400L + timeOfDay(hours);
                boolean forward = random.nextDouble() < firstCalls;
                boolean message = random.nextDouble() < messages;
                call(forward ? one : other, forward ? other : one, second, message ? 0 : duration(meanSeconds));
            }
        }
    }

    /** One call or, of no duration, one message. */
    void call(Person from, Person to, long second, int duration) {
        Person.Phone a = from.phoneAt(second);
        Person.Phone b = to.phoneAt(second);
        calls.add(new CallEvent(
                second,
                a.number,
                b.number,
                duration == 0 ? CallEvent.Type.MESSAGE : CallEvent.Type.VOICE,
                duration,
                a.imei,
                b.imei));
    }

    /** A data session. */
    void data(Person person, long second, int duration) {
        Person.Phone a = person.phoneAt(second);
        calls.add(new CallEvent(second, a.number, "", CallEvent.Type.DATA, duration, a.imei, ""));
    }

    /** A second on some day of a week, counted from the first day of the case. */
    long at(int week, DayOfWeek day, int hour, int minute) {
        int offset = Math.floorMod(day.getValue() - spec.start().getDayOfWeek().getValue(), 7);
        return start + week * WEEK + offset * 86_400L + hour * 3_600L + minute * 60L + random.nextInt(60);
    }

    /** The calendar day of a second. */
    static LocalDate day(long second) {
        return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).toLocalDate();
    }

    private long timeOfDay(Hours hours) {
        double where = (random.nextDouble() + random.nextDouble()) / 2;
        return (long) ((hours.from + where * (hours.to - hours.from)) * 3_600);
    }

    int duration(int mean) {
        return Math.max(3, (int) (-mean * Math.log(1 - random.nextDouble() * 0.98)));
    }

    int poisson(double mean) {
        double limit = Math.exp(-mean);
        int n = 0;
        for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
            n++;
        }
        return n;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    // ---- the case workbook --------------------------------------------------------------------------------------

    /** Adds a row: column, value, column, value, ... Empty values are left out. Returns its reference. */
    String row(String sheet, String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i + 1 < cells.length; i += 2) {
            if (!cells[i + 1].isEmpty()) {
                row.put(cells[i], cells[i + 1]);
            }
        }
        List<Map<String, String>> rows = sheets.computeIfAbsent(sheet, s -> new ArrayList<>());
        rows.add(row);
        return sheet + "!" + (rows.size() + 1);
    }

    /** Adds what the workbook says of a person. */
    void describe(Person person, String source) {
        row(
                "People",
                "id",
                person.id,
                "name",
                person.name,
                "aliases",
                person.aliases,
                "born",
                person.born,
                "origin",
                person.home.code(),
                "country",
                person.lives.code(),
                "status",
                person.status,
                "occupation",
                person.occupation,
                "source",
                source);
    }

    /** An IBAN with right check digits: the bank's part, then the account's in so many digits. */
    static String iban(String country, String bank, int account, int width) {
        String rest = bank + String.format("%0" + width + "d", account);
        StringBuilder digits = new StringBuilder();
        for (char c : (rest + country + "00").toCharArray()) {
            digits.append(Character.isDigit(c) ? String.valueOf(c) : String.valueOf(c - 'A' + 10));
        }
        int check = 98
                - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return country + String.format("%02d", check) + rest;
    }
}
