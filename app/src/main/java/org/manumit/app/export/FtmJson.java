package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Source;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.roles.RoleFinding;

/**
 * Writes a case as FollowTheMoney entities, one JSON object a line, as Aleph and its tools read them. A number is a
 * {@code UserAccount}, a call a {@code Call}, a transfer a {@code Payment}; a message, and what else has no schema of its
 * own there, is an {@code UnknownLink} with what it states as its role. Every link names the claim it is. Schema names and properties after
 * the FollowTheMoney model, followthemoney.tech/explorer.
 */
final class FtmJson {

    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern AMOUNT = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final Pattern E164 = Pattern.compile("\\+\\d{6,15}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{10,30}");

    private final OutgoingCase outgoing;
    private final CaseGraph graph;
    private final JsonGenerator json;
    private final Map<EntityId, Set<String>> roles = new HashMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Set<String> places = new HashSet<>();

    private FtmJson(OutgoingCase outgoing, JsonGenerator json) {
        this.outgoing = outgoing;
        this.json = json;
        graph = outgoing.graph();
        outgoing.analysis().networks().stream().flatMap(n -> n.roles().stream()).forEach(r -> roles.computeIfAbsent(
                        r.entity(), k -> new LinkedHashSet<>())
                .add(word(r.role()) + (r.basis() == RoleFinding.Basis.STATED ? " (stated)" : " (inferred)")));
    }

    /**
     * Writes a case.
     *
     * @return what the format has no place for, a sentence each
     */
    static List<String> write(OutgoingCase outgoing, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonMapper().getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            FtmJson writer = new FtmJson(outgoing, json);
            writer.sources();
            writer.entities();
            writer.claims();
            writer.calls();
            writer.transfers();
            json.writeRaw('\n');
            List<String> said = new ArrayList<>();
            writer.leftOut.forEach((what, count) -> said.add(String.format(Locale.ROOT, "%,d %s.", count, what)));
            return said;
        }
    }

    /** One entity of the model, with its properties as they come. */
    private final class Thing {
        private final String id;
        private final String schema;
        private final Map<String, Set<String>> properties = new LinkedHashMap<>();

        Thing(String id, String schema) {
            this.id = id;
            this.schema = schema;
        }

        Thing with(String property, String value) {
            if (!value.isBlank()) {
                properties.computeIfAbsent(property, k -> new LinkedHashSet<>()).add(value.strip());
            }
            return this;
        }

        Thing country(String property, String value) {
            return COUNTRY.matcher(plain(value)).matches()
                    ? with(property, plain(value).toLowerCase(Locale.ROOT))
                    : this;
        }

        Thing amount(Claim claim) {
            String amount = plain(claim.value("amount"));
            return AMOUNT.matcher(amount).matches()
                    ? with("amount", amount).with("currency", plain(claim.value("currency")))
                    : with("summary", outgoing.text(claim.value("amount")));
        }

        Thing when(Claim claim) {
            with("startDate", claim.when().from().map(FtmJson::date).orElse(""));
            return with("endDate", claim.when().to().map(FtmJson::date).orElse(""));
        }

        /** Which claim a link is, and where it stands. */
        Thing stands(Claim claim) {
            with("recordId", claim.id().value());
            return with("publisher", publisher(graph.source(claim.provenance().source())));
        }

        void write() throws IOException {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField("schema", schema);
            json.writeObjectFieldStart("properties");
            for (Map.Entry<String, Set<String>> property : properties.entrySet()) {
                json.writeArrayFieldStart(property.getKey());
                for (String value : property.getValue()) {
                    json.writeString(value);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private String publisher(Optional<Source> source) {
        return source.map(s -> outgoing.mayQuote() ? outgoing.text(s.fileName()) : "File " + s.id().abbreviated())
                .orElse("");
    }

    private void sources() throws IOException {
        for (Source source : graph.sources()) {
            String name = publisher(Optional.of(source));
            new Thing("source:" + source.id().abbreviated(), "Document")
                    .with("name", name)
                    .with("fileName", name)
                    .with("summary", source.kind() + ", SHA-256 " + source.id().sha256())
                    .write();
        }
    }

    // ---- entities

    private void entities() throws IOException {
        Map<EntityId, List<Claim>> about = new HashMap<>();
        for (Claim claim : graph.claims()) {
            claim.first(Part.SUBJECT).ifPresent(s -> about.computeIfAbsent(s, k -> new ArrayList<>())
                    .add(claim));
        }
        for (int e = 0; e < graph.entities().size(); e++) {
            Entity entity = graph.entity(e);
            List<Claim> claims = outgoing.conceals(e) ? List.of() : about.getOrDefault(entity.id(), List.of());
            Thing thing =
                    new Thing(outgoing.id(e), schema(entity, claims)).with(nameOf(entity.kind()), outgoing.label(e));
            if (entity.kind() == EntityKind.PAPER) {
                // whose it is may always be told: a victim has a pseudonym there too
                about.getOrDefault(entity.id(), List.of()).forEach(c -> actors(c, Part.FOR, "holder", thing));
            }
            roles.getOrDefault(entity.id(), Set.of()).forEach(role -> thing.with("keywords", role));
            if (outgoing.victims().isVictim(e)) {
                thing.with("keywords", "victim (protect)");
            }
            describe(e, entity, claims, thing);
            thing.write();
        }
    }

    /** The property that a schema keeps what something is called in. */
    private static String nameOf(EntityKind kind) {
        return kind == EntityKind.PAPER ? "number" : "name";
    }

    private static String schema(Entity entity, List<Claim> claims) {
        return switch (entity.kind()) {
            case PERSON -> "Person";
            case ORGANISATION -> any(claims, "kind", "company") ? "Company" : "Organization";
            case PHONE, HANDSET, SIM -> "UserAccount";
            case ACCOUNT -> "BankAccount";
            case PREMISES -> "RealEstate";
            case VEHICLE -> "Vehicle";
            case PAPER -> any(claims, "kind", "passport") ? "Passport" : "Identification";
            case CELL_SITE -> "Address";
            case ADVERT, DOCUMENT -> "Document";
            case EVENT -> "Event";
        };
    }

    private static boolean any(List<Claim> claims, String column, String word) {
        return claims.stream().anyMatch(c -> plain(c.value(column)).equalsIgnoreCase(word));
    }

    private void describe(int e, Entity entity, List<Claim> claims, Thing thing) {
        boolean open = !outgoing.conceals(e);
        for (Claim claim : claims) {
            thing.country("country", claim.value("country"));
            if (outgoing.mayQuote()) {
                claim.list("aliases").forEach(alias -> thing.with("alias", outgoing.text(plain(alias))));
            }
        }
        switch (entity.kind()) {
            case PERSON ->
                claims.forEach(c -> thing.with("birthDate", isoDay(c.value("born")))
                        .with("position", outgoing.text(plain(c.value("occupation")))));
            case ORGANISATION ->
                claims.forEach(c -> thing.with("sector", outgoing.text(plain(c.value("sector"))))
                        .with("classification", plain(c.value("kind"))));
            case PHONE -> {
                thing.with("service", "telephone").with("username", outgoing.label(e));
                if (open && E164.matcher(entity.label()).matches()) {
                    thing.with("number", entity.label());
                }
                owner(e, thing);
            }
            case HANDSET, SIM -> {
                thing.with("service", entity.kind() == EntityKind.SIM ? "SIM card (IMSI)" : "handset (IMEI)");
                thing.with("username", outgoing.label(e));
                owner(e, thing);
            }
            case ACCOUNT -> {
                if (open) {
                    boolean iban = IBAN.matcher(entity.label()).matches();
                    thing.with(iban ? "iban" : "accountNumber", entity.label());
                }
                claims.forEach(c -> thing.with("bankName", outgoing.text(c.value("bank")))
                        .with("currency", plain(c.value("currency"))));
            }
            case PREMISES ->
                claims.forEach(c -> thing.with(
                                "address",
                                outgoing.text((c.value("address") + ", " + c.value("city")).replaceAll("^, |, $", "")))
                        .with("propertyType", plain(c.value("kind"))));
            case VEHICLE ->
                claims.forEach(c -> {
                    thing.with("registrationNumber", outgoing.text(c.value("plate")))
                            .with("type", plain(c.value("kind")));
                    actors(c, Part.OWNER, "owner", thing);
                    actors(c, Part.USER, "operator", thing);
                });
            case PAPER ->
                claims.forEach(c -> {
                    thing.with("type", plain(c.value("kind")))
                            .with("date", c.when().from().map(FtmJson::date).orElse(""));
                });
            case CELL_SITE ->
                claims.forEach(c -> thing.with("latitude", plain(c.value("latitude")))
                        .with("longitude", plain(c.value("longitude"))));
            case ADVERT -> {
                thing.with("fileName", outgoing.label(e));
                if (outgoing.mayQuote()) {
                    claims.forEach(c -> thing.with("summary", outgoing.text(c.value("text")))
                            .with("publisher", outgoing.text(c.value("where"))));
                }
            }
            case DOCUMENT -> {
                thing.with("fileName", outgoing.label(e));
                if (outgoing.mayQuote()) {
                    claims.forEach(c -> thing.with("title", outgoing.text(c.value("title")))
                            .with("date", c.when().from().map(FtmJson::date).orElse("")));
                }
            }
            case EVENT ->
                claims.forEach(c -> {
                    thing.with("date", c.when().from().map(FtmJson::date).orElse(""))
                            .with("location", outgoing.text(c.value("place")))
                            .with("keywords", plain(c.value("kind")));
                    actors(c, Part.WHO, "involved", thing);
                    actors(c, Part.ABOUT, "involved", thing);
                });
        }
    }

    private void owner(int thing, Thing written) {
        int actor = outgoing.actors().actorOf(thing);
        if (actor != thing && graph.entity(actor).kind().isActor()) {
            written.with("owner", outgoing.id(actor));
        }
    }

    private void actors(Claim claim, Part part, String property, Thing thing) {
        claim.holders(part)
                .mapToInt(outgoing::index)
                .filter(e -> graph.entity(e).kind().isActor())
                .forEach(e -> thing.with(property, outgoing.id(e)));
    }

    // ---- links

    private void claims() throws IOException {
        for (Claim claim : graph.claims()) {
            switch (claim.type()) {
                case MEMBERSHIP -> each(claim, Part.WHO, Part.ORGANISATION, this::membership);
                case TIE -> each(claim, Part.WHO, Part.WHOM, this::tie);
                case RECRUITMENT -> each(claim, Part.BY, Part.VICTIM, unknown("recruited"));
                case EXPLOITATION -> {
                    each(claim, Part.BY, Part.VICTIM, unknown("exploited"));
                    each(claim, Part.BY, Part.PREMISES, unknown("exploited somebody at"));
                }
                case ROLE -> each(claim, Part.WHO, Part.VICTIM, unknown(plain(claim.value("role"))));
                case JOURNEY -> journey(claim);
                case PAYMENT -> each(claim, Part.PAYER, Part.PAYEE, this::payment);
                case DEBT -> each(claim, Part.DEBTOR, Part.CREDITOR, this::debt);
                case ACCOUNT -> {
                    each(claim, Part.HOLDER, Part.SUBJECT, this::ownership);
                    each(claim, Part.BENEFICIARY, Part.SUBJECT, this::ownership);
                }
                case PREMISES -> {
                    each(claim, Part.OWNER, Part.SUBJECT, this::ownership);
                    for (Part part : List.of(Part.TENANT, Part.RUN_BY, Part.PAYER, Part.OCCUPANT)) {
                        each(
                                claim,
                                part,
                                Part.SUBJECT,
                                unknown(part.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
                    }
                }
                case PHONE -> {
                    each(claim, Part.SUBJECT, Part.HANDSET, unknown("used in"));
                    each(claim, Part.SUBJECT, Part.SIM, unknown("used with"));
                    each(claim, Part.SUBJECT, Part.CONTACT, unknown("holds the number"));
                }
                case ADVERT -> {
                    each(claim, Part.PLACED_BY, Part.SUBJECT, unknown("placed"));
                    each(claim, Part.SUBJECT, Part.NUMBER, unknown("names"));
                    each(claim, Part.SUBJECT, Part.PREMISES, unknown("names"));
                }
                case STATEMENT, PASSAGE -> miss("statements and passages of text, which are not links");
                case CASE, DOCUMENT, PERSON, ORGANISATION, VEHICLE, PAPER, EVENT, CELL_SITE -> {
                    // written with the entity, or with its source
                }
                case DECISION -> miss("decisions of analysts, which count in the roles");
                case OTHER -> miss("rows of sheets that are not known");
            }
        }
    }

    private void miss(String what) {
        leftOut.merge(what, 1, Integer::sum);
    }

    /** Writes what a claim says of two entities. */
    @FunctionalInterface
    private interface LinkWriter {
        /** The link, without where it stands and when it held. */
        Thing of(String id, int from, int to, Claim claim);
    }

    private void each(Claim claim, Part from, Part to, LinkWriter writer) throws IOException {
        int number = 0;
        for (EntityId one : claim.holders(from).toList()) {
            for (EntityId other : claim.holders(to).toList()) {
                number++;
                String id = claim.id().value() + "/" + from.name().toLowerCase(Locale.ROOT) + "-"
                        + to.name().toLowerCase(Locale.ROOT) + "-" + number;
                writer.of(id, outgoing.index(one), outgoing.index(other), claim)
                        .when(claim)
                        .stands(claim)
                        .write();
            }
        }
    }

    private LinkWriter unknown(String role) {
        return (id, from, to, claim) -> isLinkable(from) && isLinkable(to)
                ? new Thing(id, "UnknownLink")
                        .with("subject", outgoing.id(from))
                        .with("object", outgoing.id(to))
                        .with("role", role)
                : paper(id, from, to, role);
    }

    /** A paper is no thing in this model: whoever stands to it is named in words. */
    private Thing paper(String id, int from, int to, String role) {
        return new Thing(id, "UnknownLink")
                .with(isLinkable(from) ? "subject" : "object", outgoing.id(isLinkable(from) ? from : to))
                .with("role", role + " " + outgoing.label(isLinkable(from) ? to : from));
    }

    private boolean isLinkable(int entity) {
        return graph.entity(entity).kind() != EntityKind.PAPER;
    }

    private Thing membership(String id, int from, int to, Claim claim) {
        String as = plain(claim.value("as")).toLowerCase(Locale.ROOT);
        boolean organisation = graph.entity(to).kind() == EntityKind.ORGANISATION;
        if (!organisation) {
            return unknown(as.isEmpty() ? "member" : as).of(id, from, to, claim);
        }
        Thing thing =
                switch (as) {
                    case "director", "leader" ->
                        new Thing(id, "Directorship")
                                .with("director", outgoing.id(from))
                                .with("organization", outgoing.id(to));
                    case "employee" ->
                        graph.entity(from).kind() == EntityKind.PERSON
                                ? new Thing(id, "Employment")
                                        .with("employee", outgoing.id(from))
                                        .with("employer", outgoing.id(to))
                                : member(id, from, to);
                    default -> member(id, from, to);
                };
        return thing.with("role", outgoing.text(as));
    }

    private Thing member(String id, int from, int to) {
        return new Thing(id, "Membership").with("member", outgoing.id(from)).with("organization", outgoing.id(to));
    }

    private Thing tie(String id, int from, int to, Claim claim) {
        String kind = outgoing.text(plain(claim.value("kind")));
        boolean people = graph.entity(from).kind() == EntityKind.PERSON
                && graph.entity(to).kind() == EntityKind.PERSON;
        if (!people) {
            return unknown(kind).of(id, from, to, claim);
        }
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "kin", "partner" ->
                new Thing(id, "Family")
                        .with("person", outgoing.id(from))
                        .with("relative", outgoing.id(to))
                        .with("relationship", kind);
            case "acquaintance", "business associate", "meets" ->
                new Thing(id, "Associate")
                        .with("person", outgoing.id(from))
                        .with("associate", outgoing.id(to))
                        .with("relationship", kind);
            default -> unknown(kind).of(id, from, to, claim);
        };
    }

    private Thing ownership(String id, int from, int to, Claim claim) {
        return graph.entity(from).kind().isActor()
                ? new Thing(id, "Ownership")
                        .with("owner", outgoing.id(from))
                        .with("asset", outgoing.id(to))
                        .with(
                                "role",
                                claim.type() == ClaimType.ACCOUNT
                                                && claim.holders(Part.BENEFICIARY)
                                                        .anyMatch(b -> outgoing.index(b) == from)
                                        ? "beneficiary"
                                        : "")
                : unknown("owner").of(id, from, to, claim);
    }

    private Thing payment(String id, int from, int to, Claim claim) {
        Thing payment = new Thing(id, "Payment");
        party(payment, from, "payer", "payerAccount");
        party(payment, to, "beneficiary", "beneficiaryAccount");
        return payment.amount(claim).with("purpose", outgoing.text(plain(claim.value("purpose"))));
    }

    private void party(Thing payment, int entity, String actor, String account) {
        EntityKind kind = graph.entity(entity).kind();
        if (kind.isActor()) {
            payment.with(actor, outgoing.id(entity));
        } else if (kind == EntityKind.ACCOUNT) {
            payment.with(account, outgoing.id(entity));
        }
    }

    private Thing debt(String id, int from, int to, Claim claim) {
        return graph.entity(from).kind().isActor() && graph.entity(to).kind().isActor()
                ? new Thing(id, "Debt")
                        .with("debtor", outgoing.id(from))
                        .with("creditor", outgoing.id(to))
                        .amount(claim)
                : unknown("owes").of(id, from, to, claim);
    }

    private void journey(Claim claim) throws IOException {
        Thing trip = new Thing(claim.id().value(), "Trip")
                .with("name", outgoing.text("Journey from " + place(claim, "from") + " to " + place(claim, "to")))
                .country("country", claim.value("from country"))
                .country("country", claim.value("to country"))
                .with("keywords", plain(claim.value("means")));
        for (Part part : List.of(Part.WHO, Part.WITH, Part.RECEIVED_BY)) {
            actors(claim, part, "involved", trip);
        }
        for (Part part : List.of(Part.MOVED_BY, Part.PAID_BY)) {
            actors(claim, part, "organizer", trip);
        }
        claim.holders(Part.VEHICLE).mapToInt(outgoing::index).forEach(v -> trip.with("vehicle", outgoing.id(v)));
        trip.with("startLocation", location(claim, "from")).with("endLocation", location(claim, "to"));
        trip.when(claim).stands(claim).write();
        each(claim, Part.MOVED_BY, Part.WHO, unknown("moved"));
        each(claim, Part.RECEIVED_BY, Part.WHO, unknown("received"));
    }

    /** The id of the place at one end of a journey, which is written when it is first named. */
    private String location(Claim claim, String end) throws IOException {
        String name = outgoing.text(place(claim, end));
        String id = "place:" + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        if (places.add(id)) {
            new Thing(id, "Address")
                    .with("name", name)
                    .with("full", name)
                    .country("country", claim.value(end + " country"))
                    .write();
        }
        return id;
    }

    private static String place(Claim claim, String end) {
        String place = plain(claim.value(end + " place"));
        String country = plain(claim.value(end + " country"));
        return place.isEmpty() ? country.isEmpty() ? "somewhere" : country : place;
    }

    // ---- records

    private void calls() throws IOException {
        CallTable calls = graph.calls();
        for (int i = 0; i < calls.size(); i++) {
            if (calls.from(i) == CallTable.NONE || calls.to(i) == CallTable.NONE) {
                miss("call records that name one end only");
                continue;
            }
            Thing call =
                    switch (calls.kind(i)) {
                        case MESSAGE -> message(i);
                        case CALL, DATA, OTHER -> call(i);
                    };
            call.with("date", calls.start(i) == CallTable.NO_TIME ? "" : time(calls.start(i)))
                    .with("recordId", calls.claim(i).value())
                    .with("publisher", publisher(graph.source(calls.source(i))))
                    .write();
        }
    }

    private Thing call(int i) {
        CallTable calls = graph.calls();
        Thing call = new Thing(calls.claim(i).value(), "Call");
        caller(call, calls.from(i), calls.start(i), "caller", "callerNumber");
        caller(call, calls.to(i), calls.start(i), "receiver", "receiverNumber");
        return call.with("duration", calls.duration(i) < 0 ? "" : Integer.toString(calls.duration(i)));
    }

    /** The model's own messages are files with a text; of these only who sent one to whom is known. */
    private Thing message(int i) {
        CallTable calls = graph.calls();
        return new Thing(calls.claim(i).value(), "UnknownLink")
                .with("subject", outgoing.id(calls.from(i)))
                .with("object", outgoing.id(calls.to(i)))
                .with("role", "sent a message to");
    }

    private void caller(Thing call, int number, long time, String actorProperty, String numberProperty) {
        int actor = outgoing.actors().actorAt(number, time);
        if (graph.entity(actor).kind().isActor()) {
            call.with(actorProperty, outgoing.id(actor));
        }
        if (!outgoing.conceals(number)) {
            call.with(numberProperty, graph.entity(number).label());
        }
    }

    private void transfers() throws IOException {
        TransferTable transfers = graph.transfers();
        for (int i = 0; i < transfers.size(); i++) {
            Thing payment = new Thing(transfers.claim(i).value(), "Payment")
                    .with("amount", transfers.amount(i).toPlainString())
                    .with("currency", transfers.currency(i))
                    .with(
                            "date",
                            switch (transfers.basis(i)) {
                                case INSTANT -> time(transfers.time(i));
                                case DATE -> time(transfers.time(i)).substring(0, 10);
                                case STEP, NONE -> "";
                            });
            end(payment, transfers.from(i), "payer", "payerAccount");
            end(payment, transfers.to(i), "beneficiary", "beneficiaryAccount");
            if (outgoing.mayQuote()) {
                payment.with("purpose", transfers.text(i).map(outgoing::text).orElse(""));
            }
            payment.with("recordId", transfers.claim(i).value())
                    .with("publisher", publisher(graph.source(transfers.source(i))))
                    .write();
        }
    }

    private void end(Thing payment, int entity, String actorProperty, String accountProperty) {
        if (entity == TransferTable.NONE) {
            return;
        }
        party(payment, entity, actorProperty, accountProperty);
        int actor = outgoing.actors().actorOf(entity);
        if (actor != entity && graph.entity(actor).kind().isActor()) {
            payment.with(actorProperty, outgoing.id(actor));
        }
    }

    // ---- words

    private static String plain(String value) {
        String v = value.strip();
        return v.endsWith("?") ? v.substring(0, v.length() - 1).strip() : v;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String isoDay(String written) {
        String v = plain(written);
        return v.matches("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?") ? v : "";
    }

    private static String date(PartialDate date) {
        return switch (date.precision()) {
            case DECADE -> "";
            case YEAR -> date.start().toString().substring(0, 4);
            case MONTH -> date.start().toString().substring(0, 7);
            case DAY -> date.start().toString().substring(0, 10);
            case MINUTE, SECOND -> date.start().toString();
        };
    }

    private static String time(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond)
                .atOffset(ZoneOffset.UTC)
                .toLocalDateTime()
                .toString();
    }
}
