package org.manumit.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.manumit.examples.TransferEvent.Institution;
import org.manumit.examples.World.Hours;

/** Tells what happened in a world: who recruited, moved and exploited whom, who called and paid whom. */
final class Story {

    private static final String BRITISH_BANK = "THTY203040";
    private static final String GERMAN_BANK = "99999999";

    private final World world;
    private final CaseSpec spec;
    private int nextAccount = 41_000_007;
    private int nextPerson = 1;
    private int nextVictim = 1;

    Story(World world) {
        this.world = world;
        this.spec = world.spec;
    }

    /** Lets everything happen. */
    void tell() {
        world.row("Case", "key", "name", "value", spec.name());
        world.row("Case", "key", "reference", "value", "MN-" + spec.seed());
        world.row("Case", "key", "originator", "value", "Joint Trafficking Unit");
        world.row("Case", "key", "grading scheme", "value", "5x5x5");
        world.row("Case", "key", "source grade", "value", "B");
        world.row("Case", "key", "information grade", "value", "2");
        world.row("Case", "key", "handling", "value", "1");
        world.row("Case", "key", "country", "value", "GB");
        world.row("Case", "key", "time zone", "value", "Europe/London");
        source("S1", "Statement of a woman found at Tanner Street", "statement", "2025-09-15", "evidence", "A", "2");
        source("S2", "Statement of a landlord", "statement", "2025-09-16", "evidence", "B", "2");
        source("S3", "Surveillance log", "surveillance", "2025-08-30", "evidence", "A", "1");
        source("S4", "Search and seizure record", "seizure", "2025-09-12", "evidence", "A", "1");
        source("S5", "Report of the Romanian liaison officer", "intelligence", "2025-07-02", "intelligence", "B", "3");
        source("S6", "Border crossings", "record", "2025-09-01", "evidence", "A", "1");
        source("S7", "Account opening records", "record", "2025-09-20", "evidence", "A", "1");
        switch (spec.model()) {
            case HYBRID -> new HybridStory(this, world).tell();
            case TRANSNATIONAL -> new TransnationalStory(this, world).tell();
            case ENTREPRENEURIAL -> new EntrepreneurialStory(this, world).tell();
        }
        if (spec.companions()) {
            if (spec.model() != NetworkModel.ENTREPRENEURIAL) {
                new EntrepreneurialStory(this, world).tell();
            }
            new BystanderStory(this, world).tell();
        }
        ordinaryTalk();
    }

    private void source(
            String id, String title, String kind, String date, String use, String grade, String information) {
        world.row(
                "Sources",
                "id",
                id,
                "title",
                title,
                "kind",
                kind,
                "date",
                date,
                "originator",
                "Joint Trafficking Unit",
                "use",
                use,
                "source grade",
                grade,
                "information grade",
                information,
                "handling",
                use.equals("intelligence") ? "4" : "1");
    }

    // ---- what the stories share ---------------------------------------------------------------------------------

    /** A person whom the investigation knows. */
    Person actor(Country home, Country lives, String status, String occupation) {
        Person person = world.person(String.format("P%02d", nextPerson++), home, lives);
        person.status = status;
        person.occupation = occupation;
        return person;
    }

    /** A person who is exploited. */
    Person victim(Country home, Country lives) {
        Person person = world.person(String.format("V%02d", nextVictim++), home, lives);
        person.status = "victim";
        person.born = String.valueOf(1994 + world.random.nextInt(12));
        return person;
    }

    /** A number whose records were asked of the operator. */
    Person.Phone target(Person person, Country country, int fromWeek, int toWeek) {
        Person.Phone phone = world.give(person, country, fromWeek, toWeek);
        world.targets.add(phone.number);
        return phone;
    }

    /** Tells the workbook whose number it is. */
    void knownNumber(Person person, Person.Phone phone, String contacts, String source, String page) {
        world.row(
                "Phones",
                "number",
                phone.number,
                "user",
                person.id,
                "imei",
                phone.imei,
                "prepaid",
                "yes",
                "contacts",
                contacts,
                "source",
                source,
                "page",
                page);
    }

    String britishAccount(String holder, String beneficiary) {
        return account("GB", BRITISH_BANK, "Thames & Tyne Bank", "GBP", holder, beneficiary);
    }

    String germanAccount(String holder, String beneficiary) {
        return account("DE", GERMAN_BANK, "Hansa Kreditbank", "EUR", holder, beneficiary);
    }

    private String account(
            String country, String code, String bank, String currency, String holder, String beneficiary) {
        nextAccount += 977;
        String iban = World.iban(country, code, nextAccount, country.equals("GB") ? 8 : 10);
        if (!holder.isEmpty()) {
            world.row(
                    "Accounts",
                    "account",
                    iban,
                    "holder",
                    holder,
                    "bank",
                    bank,
                    "country",
                    country,
                    "currency",
                    currency,
                    "beneficiary",
                    beneficiary,
                    "source",
                    "S7");
        }
        return iban;
    }

    /** A line of a bank statement. */
    void booking(
            Institution bank,
            String own,
            boolean incoming,
            String other,
            String otherAccount,
            double amount,
            LocalDate day,
            String purpose) {
        BigDecimal exact = money(amount);
        String currency = bank == Institution.GERMAN_BANK ? "EUR" : "GBP";
        world.transfers.add(new TransferEvent(
                day.atStartOfDay(),
                bank,
                own,
                incoming,
                incoming ? other : "",
                incoming ? otherAccount : "",
                "",
                incoming ? "" : other,
                incoming ? "" : otherAccount,
                "",
                exact,
                currency,
                purpose));
    }

    /** A pay-out of a transfer agent. */
    void remittance(
            String sender,
            String senderPhone,
            String senderPaper,
            String recipient,
            String recipientPhone,
            Country country,
            double amount,
            LocalDateTime when) {
        world.transfers.add(new TransferEvent(
                when,
                Institution.AGENT,
                "",
                false,
                sender,
                senderPhone,
                senderPaper,
                recipient,
                recipientPhone,
                country.code(),
                money(amount),
                "EUR",
                "family support"));
    }

    static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Calls of customers to an advertised number. */
    void customers(Person answering, Country country, double perWeek, int fromWeek, int toWeek) {
        List<Person> customers = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            customers.add(world.stranger(country));
        }
        for (int week = fromWeek; week < Math.min(toWeek, spec.weeks()); week++) {
            int times = world.poisson(perWeek);
            for (int i = 0; i < times; i++) {
                DayOfWeek day = DayOfWeek.of(1 + world.random.nextInt(7));
                long second = world.at(week, day, 17 + world.random.nextInt(7), world.random.nextInt(60));
                world.call(world.pick(customers), answering, second, world.duration(55));
            }
        }
    }

    /** Household lines that any account shows. */
    void household(Institution bank, String own, double scale) {
        String[] shops = {"Brookside Grocers", "Kestrel Energy", "Parkway Fuel", "Linden Pharmacy", "Orbit Broadband"};
        for (int week = 0; week < spec.weeks(); week++) {
            LocalDate day = spec.start().plusWeeks(week).plusDays(world.random.nextInt(7));
            String shop = shops[world.random.nextInt(shops.length)];
            booking(bank, own, false, shop, "", scale * (18 + world.random.nextInt(120) + 0.37), day, shop);
        }
    }

    // ---- ordinary talk ------------------------------------------------------------------------------------------

    /** Fills the records up with what people say to their friends, families and dentists. */
    private void ordinaryTalk() {
        List<Person> known = new ArrayList<>();
        for (Person person : world.people) {
            if (person.phones.stream().anyMatch(p -> world.targets.contains(p.number))) {
                known.add(person);
            }
        }
        Country[] places = {Country.GB, Country.FR, Country.DE, Country.RO};
        List<List<Person>> strangers = new ArrayList<>();
        for (int p = 0; p < places.length; p++) {
            strangers.add(new ArrayList<>());
        }
        for (int i = 0; i < spec.backgroundNumbers(); i++) {
            int p = i % 4 == 3 ? (i % 8 == 3 ? 1 : 2) : 0;
            strangers.get(p).add(world.stranger(places[p]));
        }
        for (int i = 0; i < Math.max(12, spec.backgroundNumbers() / 8); i++) {
            strangers.get(1).add(world.stranger(Country.FR));
            strangers.get(2).add(world.stranger(Country.DE));
        }
        long have = 0;
        for (CallEvent call : world.calls) {
            have += rowsOf(call);
        }
        List<List<Person>> friends = new ArrayList<>();
        for (Person person : known) {
            List<Person> pool = strangers.get(person.lives == Country.FR ? 1 : person.lives == Country.DE ? 2 : 0);
            List<Person> own = new ArrayList<>();
            for (int i = 0; i < 9 + world.random.nextInt(8); i++) {
                own.add(world.pick(pool));
            }
            friends.add(own);
        }
        while (have < spec.callRecords() && !known.isEmpty()) {
            int k = world.random.nextInt(known.size());
            Person one = known.get(k);
            // A few friends get most of the calls, as they do in life.
            List<Person> own = friends.get(k);
            Person other = own.get((int) (own.size() * Math.pow(world.random.nextDouble(), 2.2)));
            long second = world.at(
                    world.random.nextInt(spec.weeks()),
                    DayOfWeek.of(1 + world.random.nextInt(7)),
                    8 + world.random.nextInt(14),
                    world.random.nextInt(60));
            double kind = world.random.nextDouble();
            if (kind < 0.07) {
                world.data(one, second, 60 + world.random.nextInt(3_000));
            } else {
                boolean out = world.random.nextBoolean();
                int duration = kind < 0.4 ? 0 : world.duration(140);
                world.call(out ? one : other, out ? other : one, second, duration);
            }
            have += rowsOf(world.calls.get(world.calls.size() - 1));
        }
    }

    private int rowsOf(CallEvent call) {
        int rows = world.targets.contains(call.from()) ? 1 : 0;
        return rows + (world.targets.contains(call.to()) && !sameOperator(call) ? 1 : 0);
    }

    private boolean sameOperator(CallEvent call) {
        return world.targets.contains(call.from()) && Operator.of(call.from()).equals(Operator.of(call.to()));
    }

    /** The ids of people, as a list cell. */
    static String ids(List<Person> people) {
        return String.join("; ", people.stream().map(p -> p.id).toList());
    }

    /** Weekly talk within a circle, all day. */
    void circle(List<Person> people, double perWeek) {
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                world.talk(people.get(i), people.get(j), perWeek, 0.5, 0.5, Hours.ANY, 120, 0, spec.weeks());
            }
        }
    }
}
