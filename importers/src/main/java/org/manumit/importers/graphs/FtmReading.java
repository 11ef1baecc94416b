package org.manumit.importers.graphs;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.Entity.Standing;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.TransferTable.TimeBasis;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.spi.ImportOptions;

/**
 * One reading of a FollowTheMoney file: first what everything in it is called, then what is said of it. Not
 * thread-safe.
 */
final class FtmReading {

    /** Ids so long are made by hashing, or by a publisher who keeps them apart: the same id is the same thing. */
    private static final int SHARED_ID = 16;

    private static final int MOST_DIGITS = 18;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(?:\\.\\d{1,6})?");
    private static final Pattern STATED_ROLE = Pattern.compile("([a-z ]{3,30}) \\(stated\\)");
    private static final Set<String> ROLES = Set.of(
            "RECRUITER",
            "TRANSPORTER",
            "EXPLOITER",
            "CONTROLLER",
            "ESCORT",
            "HARBOURER",
            "DOCUMENT_FORGER",
            "MONEY_HANDLER",
            "DEBT_COLLECTOR",
            "ENFORCER",
            "PROTECTOR",
            "FACILITATOR",
            "BROKER",
            "COORDINATOR",
            "SPONSOR",
            "VICTIM");

    /** Properties that are told otherwise than as a value. */
    private static final Set<String> TOLD =
            Set.of("name", "alias", "weakAlias", "previousName", "publisher", "recordId");

    private final TieDraft draft;
    private final OwnLinks own;
    private final ZoneId zone;
    private final Set<String> attributed = new HashSet<>();
    private final Map<String, Integer> unknownSchemas = new TreeMap<>();
    private long untimed;

    FtmReading(TieDraft draft, ImportOptions options) {
        this.draft = draft;
        this.own = new OwnLinks(draft);
        // The model has no zones: its tools write UTC.
        this.zone = options.zone().orElse(ZoneOffset.UTC);
    }

    // ---- what it is called

    /** Takes note of what an entity of the file is, before anything refers to it. */
    void name(FtmEntity entity) {
        Optional<EntityKind> kind = FtmSchema.thing(entity);
        if (kind.isPresent() && !isPlaceOfJourney(entity) && !isRefused(entity)) {
            draft.register(entity.id(), named(entity, kind.get()));
        }
    }

    /** Own exports name the ends of journeys as addresses; the journeys tell them. */
    private static boolean isPlaceOfJourney(FtmEntity entity) {
        return entity.schema().equals("Address") && entity.id().startsWith("place:");
    }

    private Entity named(FtmEntity entity, EntityKind kind) {
        String label = label(entity);
        Optional<Entity> byNumber =
                switch (entity.schema()) {
                    case "UserAccount" ->
                        kind == EntityKind.PHONE
                                ? Stream.concat(entity.all("number").stream(), byTelephone(entity))
                                        .flatMap(number -> draft.naming().phone(number).stream())
                                        .findFirst()
                                : Optional.empty();
                    case "BankAccount" ->
                        entity.all(List.of("iban", "accountNumber")).stream()
                                .flatMap(number -> Naming.account(number).stream())
                                .findFirst();
                    case "CryptoWallet" ->
                        entity.all("publicKey").stream()
                                .map(key -> new Entity(
                                        EntityId.of(EntityKind.ACCOUNT, key),
                                        EntityKind.ACCOUNT,
                                        key,
                                        Standing.DESCRIBED))
                                .findFirst();
                    default -> Optional.empty();
                };
        return byNumber.orElseGet(() -> isAName(entity)
                ? new Entity(new EntityId(entity.id()), kind, label, Standing.NAME_ONLY)
                : isShared(entity.id())
                        ? new Entity(EntityId.of(kind, "ftm/" + entity.id()), kind, label, Standing.DESCRIBED)
                        : draft.naming().ofKind(entity.id(), label, kind));
    }

    /** A user name that is a number, where the service is the telephone. */
    private static Stream<String> byTelephone(FtmEntity entity) {
        return entity.first("service").equals("telephone") ? entity.all("username").stream() : Stream.empty();
    }

    /** Names on transfers, which stand for whoever is called so, are written by this program with ids of their own. */
    private static boolean isAName(FtmEntity entity) {
        return entity.id().startsWith("person:name ") || entity.id().startsWith("organisation:name ");
    }

    private static boolean isShared(String id) {
        return id.length() >= SHARED_ID && id.indexOf(':') < 0 && id.indexOf('/') < 0;
    }

    private static String label(FtmEntity entity) {
        String name =
                entity.first("name", "title", "fileName", "registrationNumber", "number", "iban", "accountNumber");
        if (!name.isEmpty()) {
            return name;
        }
        String parts = Stream.of("firstName", "middleName", "lastName")
                .map(entity::first)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        if (!parts.isEmpty()) {
            return parts;
        }
        String other = entity.first("username", "email", "full", "address", "alias", "publicKey");
        return other.isEmpty() ? entity.id() : other;
    }

    private EntityId of(String id) {
        return draft.knows(id)
                ? draft.actor(id)
                : draft.register(
                        id,
                        new Entity(
                                EntityId.of(EntityKind.PERSON, draft.source().abbreviated() + "/" + id),
                                EntityKind.PERSON,
                                id,
                                Standing.REFERENCE_ONLY));
    }

    private List<EntityId> of(FtmEntity entity, String... properties) {
        return entity.all(List.of(properties)).stream().map(this::of).distinct().toList();
    }

    // ---- what is said

    /** Takes what an entity of the file says. */
    void take(FtmEntity entity) {
        draft.step();
        if (isRefused(entity)) {
            reject(entity.row(), "", "", "no victims' shelter", ShelterGuard.REMEDY);
            return;
        }
        switch (entity.schema()) {
            case "Call" -> call(entity);
            case "Message" -> message(entity);
            case "Payment" -> payment(entity);
            case "Trip" -> trip(entity);
            default -> {
                Optional<FtmSchema.Link> link = FtmSchema.link(entity);
                Optional<EntityKind> thing = FtmSchema.thing(entity);
                if (link.isPresent()) {
                    link(entity, link.get());
                } else if (thing.isPresent()) {
                    thing(entity, thing.get());
                } else {
                    other(entity);
                }
            }
        }
    }

    /** A row that holds no entity. */
    void fault(long row, String found, String why) {
        draft.step();
        reject(row, "", found, "a FollowTheMoney entity", why);
    }

    private void reject(long row, String column, String found, String expected, String message) {
        draft.reject("", row, column, found, expected, message);
    }

    private static boolean isRefused(FtmEntity entity) {
        return entity.properties().values().stream()
                .flatMap(List::stream)
                .anyMatch(value -> ShelterGuard.givesAway(
                        value, value.length() > 200 ? ShelterGuard.Text.NARRATIVE : ShelterGuard.Text.PLACE));
    }

    private static String page(FtmEntity entity) {
        return Stream.of(entity.first("publisher", "sourceUrl"), entity.first("recordId"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Period when(FtmEntity entity) {
        Optional<PartialDate> date = date(entity, "date", "authoredAt");
        Optional<PartialDate> from = date(entity, "startDate");
        Optional<PartialDate> to = date(entity, "endDate");
        return from.isEmpty() && to.isEmpty() ? date.map(Period::on).orElse(Period.UNKNOWN) : Period.between(from, to);
    }

    private static Optional<PartialDate> date(FtmEntity entity, String... properties) {
        return entity.all(List.of(properties)).stream()
                .flatMap(text -> IsoDates.date(text).stream())
                .findFirst();
    }

    /** Everything that is said, but for what is told otherwise. */
    private static Map<String, String> values(FtmEntity entity, Set<String> besides) {
        Map<String, String> values = new LinkedHashMap<>();
        new TreeMap<>(entity.properties()).forEach((property, all) -> {
            if (!TOLD.contains(property) && !besides.contains(property)) {
                values.put(property, String.join("; ", all));
            }
        });
        if (!entity.datasets().isEmpty()) {
            values.put("dataset", String.join("; ", entity.datasets()));
        }
        return values;
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    private void rename(Map<String, String> values, FtmEntity entity, String property, String name) {
        values.remove(property);
        put(values, name, String.join("; ", entity.all(property)));
    }

    private static Participant stated(Part part, EntityId entity) {
        return Participant.stated(part, entity);
    }

    private void thing(FtmEntity entity, EntityKind kind) {
        if (isPlaceOfJourney(entity) || (isAName(entity) && entity.properties().size() <= 1)) {
            return; // told by the journey, or nothing more than a name
        }
        EntityId id = of(entity.id());
        Map<String, String> values = values(entity, Set.of("owner", "operator", "holder", "involved"));
        List<Participant> participants = new ArrayList<>();
        participants.add(stated(kind == EntityKind.HANDSET || kind == EntityKind.SIM ? Part.ABOUT : Part.SUBJECT, id));
        names(values, entity);
        rename(values, entity, "country", "country");
        switch (kind) {
            case PERSON -> {
                rename(values, entity, "birthDate", "born");
                rename(values, entity, "position", "occupation");
                if (entity.all("keywords").stream().anyMatch(k -> k.startsWith("victim"))) {
                    values.put("status", "victim");
                }
            }
            case ORGANISATION -> {
                rename(values, entity, "classification", "kind");
                if (entity.schema().equals("Company")) {
                    values.putIfAbsent("kind", "company");
                }
            }
            case PHONE -> of(entity, "owner").forEach(owner -> participants.add(stated(Part.USER, owner)));
            case ACCOUNT -> {
                rename(values, entity, "bankName", "bank");
                of(entity, "owner", "holder").forEach(owner -> participants.add(stated(Part.HOLDER, owner)));
            }
            case PREMISES -> {
                rename(values, entity, "full", "address");
                rename(values, entity, "propertyType", "kind");
                of(entity, "owner").forEach(owner -> participants.add(stated(Part.OWNER, owner)));
            }
            case VEHICLE -> {
                rename(values, entity, "registrationNumber", "plate");
                rename(values, entity, "type", "kind");
                of(entity, "owner").forEach(owner -> participants.add(stated(Part.OWNER, owner)));
                of(entity, "operator").forEach(user -> participants.add(stated(Part.USER, user)));
            }
            case PAPER -> {
                rename(values, entity, "type", "kind");
                of(entity, "holder").forEach(holder -> participants.add(stated(Part.FOR, holder)));
            }
            case EVENT -> {
                rename(values, entity, "location", "place");
                of(entity, "involved", "organizer").forEach(who -> participants.add(stated(Part.WHO, who)));
            }
            case CELL_SITE, ADVERT, DOCUMENT, HANDSET, SIM -> {
                // nothing has another name here
            }
        }
        draft.claim(
                kind == EntityKind.HANDSET || kind == EntityKind.SIM ? ClaimType.OTHER : describing(kind),
                participants,
                values,
                when(entity),
                page(entity),
                Grades.NONE,
                "",
                entity.row());
        if (kind == EntityKind.PERSON || kind == EntityKind.ORGANISATION) {
            statedRoles(entity, id);
            draft.numbers(id, values, page(entity), Grades.NONE, "", entity.row());
        }
    }

    private static ClaimType describing(EntityKind kind) {
        return TieDraft.describing(kind);
    }

    private static void names(Map<String, String> values, FtmEntity entity) {
        Set<String> names = new LinkedHashSet<>(entity.all(List.of("name")));
        Set<String> others = new LinkedHashSet<>(entity.all(List.of("alias", "weakAlias", "previousName")));
        names.stream().findFirst().ifPresent(name -> put(values, "name", name));
        names.stream().skip(1).forEach(others::add);
        put(values, "aliases", String.join("; ", others));
    }

    /** Roles that a source stated and this program wrote out; what it only inferred is no fact. */
    private void statedRoles(FtmEntity entity, EntityId who) {
        for (String keyword : entity.all("keywords")) {
            Matcher m = STATED_ROLE.matcher(keyword);
            if (m.matches()) {
                String role = m.group(1).toUpperCase(Locale.ROOT).replace(' ', '_');
                if (ROLES.contains(role)) {
                    draft.claim(
                            ClaimType.ROLE,
                            List.of(stated(Part.WHO, who)),
                            Map.of("role", role),
                            Period.UNKNOWN,
                            "",
                            Grades.NONE,
                            "",
                            entity.row());
                }
            }
        }
    }

    private void link(FtmEntity entity, FtmSchema.Link link) {
        List<EntityId> from = of(entity, link.from().toArray(String[]::new));
        List<EntityId> to = of(entity, link.to().toArray(String[]::new));
        Set<String> ends = new HashSet<>(link.from());
        ends.addAll(link.to());
        ends.addAll(Set.of("startDate", "endDate", "date", "role", "relationship", "type"));
        if (from.isEmpty() && to.isEmpty()) {
            reject(
                    entity.row(),
                    link.from().getFirst(),
                    "",
                    "two ends",
                    "The " + entity.schema() + " names nobody, neither as "
                            + link.from().getFirst() + " nor as " + link.to().getFirst() + ".");
            return;
        }
        String role = entity.first("role", "relationship");
        if (OwnLinks.isClaim(entity.id()) && role.equals("sent a message to")) {
            record(entity, from, to, CallTable.Kind.MESSAGE, CallTable.NO_DURATION);
            return;
        }
        Map<String, String> values = values(entity, ends);
        Optional<OwnLinks.Name> name = OwnLinks.name(entity.id());
        Optional<ClaimType> type = name.flatMap(n -> OwnLinks.type(n, role));
        if (type.isPresent() && from.size() == 1 && to.size() == 1) {
            ownLink(entity, name.get(), type.get(), from.getFirst(), to.getFirst(), role, values);
            return;
        }
        if (from.isEmpty() || to.isEmpty()) {
            values.put("schema", entity.schema());
            put(values, "role", role);
            Stream<EntityId> all = Stream.concat(from.stream(), to.stream());
            draft.claim(
                    ClaimType.OTHER,
                    all.map(id -> stated(Part.ABOUT, id)).toList(),
                    values,
                    when(entity),
                    page(entity),
                    Grades.NONE,
                    "",
                    entity.row());
            return;
        }
        for (EntityId one : from) {
            for (EntityId other : to) {
                foreign(entity, one, other, role.isEmpty() ? link.kind() : role, values);
            }
        }
    }

    private void ownLink(
            FtmEntity entity,
            OwnLinks.Name name,
            ClaimType type,
            EntityId from,
            EntityId to,
            String role,
            Map<String, String> values) {
        switch (type) {
            case MEMBERSHIP -> put(values, "as", role);
            case TIE -> put(values, "kind", role);
            case ROLE -> put(values, "role", role);
            default -> {
                // the parts say it all
            }
        }
        if (values.containsKey("amount")) {
            rename(values, entity, "summary", "amount as written");
        } else {
            rename(
                    values,
                    entity,
                    "summary",
                    type == ClaimType.PAYMENT || type == ClaimType.DEBT ? "amount" : "summary");
        }
        own.link(name, type, from, to, values, when(entity), page(entity), entity.row());
    }

    /** How another program's link is told here. */
    private void foreign(FtmEntity entity, EntityId from, EntityId to, String role, Map<String, String> said) {
        Map<String, String> values = new LinkedHashMap<>(said);
        EntityKind target = draft.kindOf(to);
        ClaimType type = ClaimType.TIE;
        List<Participant> participants = List.of(stated(Part.WHO, from), stated(Part.WHOM, to));
        switch (entity.schema()) {
            case "Ownership" -> {
                Optional<ClaimType> owned =
                        switch (target) {
                            case ACCOUNT, PREMISES, VEHICLE -> Optional.of(describing(target));
                            case ORGANISATION -> Optional.of(ClaimType.MEMBERSHIP);
                            default -> Optional.empty();
                        };
                type = owned.orElse(ClaimType.TIE);
                participants = switch (type) {
                    case ACCOUNT -> List.of(stated(Part.SUBJECT, to), stated(Part.HOLDER, from));
                    case PREMISES, VEHICLE -> List.of(stated(Part.SUBJECT, to), stated(Part.OWNER, from));
                    case MEMBERSHIP -> List.of(stated(Part.WHO, from), stated(Part.ORGANISATION, to));
                    default -> participants;
                };
                put(values, type == ClaimType.MEMBERSHIP ? "as" : type == ClaimType.TIE ? "kind" : "role", role);
            }
            case "Directorship", "Membership", "Employment" -> {
                type = ClaimType.MEMBERSHIP;
                participants = List.of(stated(Part.WHO, from), stated(Part.ORGANISATION, to));
                values.put("as", membership(entity.schema(), role));
                put(values, "position", role);
            }
            case "Debt" -> {
                type = ClaimType.DEBT;
                participants = List.of(stated(Part.DEBTOR, from), stated(Part.CREDITOR, to));
            }
            case "Family", "Associate" -> {
                values.put("kind", entity.schema().equals("Family") ? "kin" : "acquaintance");
                put(values, "relationship", role);
            }
            default -> {
                put(values, "kind", role.isEmpty() ? entity.schema() : role);
            }
        }
        draft.claim(type, participants, values, when(entity), page(entity), Grades.NONE, "", entity.row());
    }

    private static String membership(String schema, String role) {
        String plain = role.toLowerCase(Locale.ROOT);
        for (String known : List.of("leader", "owner", "director", "front", "official", "relative")) {
            if (plain.contains(known)) {
                return known;
            }
        }
        return switch (schema) {
            case "Directorship" -> "director";
            case "Employment" -> "employee";
            default -> "member";
        };
    }

    private void trip(FtmEntity entity) {
        Map<String, String> values =
                values(entity, Set.of("involved", "organizer", "vehicle", "startLocation", "endLocation"));
        rename(values, entity, "keywords", "means");
        put(values, "from place", placeOf(entity, "startLocation"));
        put(values, "to place", placeOf(entity, "endLocation"));
        List<EntityId> involved = of(entity, "involved");
        List<EntityId> organisers = of(entity, "organizer");
        List<EntityId> vehicles = of(entity, "vehicle");
        if (OwnLinks.isClaim(entity.id())) {
            own.journey(entity.id(), involved, organisers, vehicles, values, when(entity), page(entity), entity.row());
            return;
        }
        put(values, "name", entity.first("name"));
        List<Participant> participants = new ArrayList<>();
        involved.forEach(who -> participants.add(stated(Part.WHO, who)));
        organisers.forEach(who -> participants.add(stated(Part.MOVED_BY, who)));
        vehicles.forEach(vehicle -> participants.add(stated(Part.VEHICLE, vehicle)));
        draft.claim(ClaimType.JOURNEY, participants, values, when(entity), page(entity), Grades.NONE, "", entity.row());
    }

    private String placeOf(FtmEntity entity, String property) {
        String id = entity.first(property);
        return id.startsWith("place:")
                ? id.substring("place:".length()).replace('-', ' ')
                : draft.knows(id) ? draft.labelOf(draft.actor(id)) : id;
    }

    private void other(FtmEntity entity) {
        unknownSchemas.merge(entity.schema(), 1, Integer::sum);
        Set<EntityId> about = new LinkedHashSet<>();
        entity.properties().values().stream()
                .flatMap(List::stream)
                .filter(draft::knows)
                .forEach(id -> about.add(draft.actor(id)));
        Map<String, String> values = values(entity, Set.of());
        put(values, "name", entity.first("name"));
        values.put("schema", entity.schema());
        draft.claim(
                ClaimType.OTHER,
                about.stream().map(id -> stated(Part.ABOUT, id)).toList(),
                values,
                when(entity),
                page(entity),
                Grades.NONE,
                "",
                entity.row());
    }

    // ---- records

    private void call(FtmEntity entity) {
        List<EntityId> callers = ends(entity, "caller", "callerNumber");
        List<EntityId> receivers = ends(entity, "receiver", "receiverNumber");
        if (callers.isEmpty() && receivers.isEmpty()) {
            reject(entity.row(), "caller", "", "a caller or a receiver", "The call names neither caller nor receiver.");
            return;
        }
        record(entity, callers, receivers, CallTable.Kind.CALL, seconds(entity.first("duration")));
        attribute(entity, "caller", "callerNumber");
        attribute(entity, "receiver", "receiverNumber");
    }

    private static int seconds(String duration) {
        return duration.matches("\\d{1,7}(?:\\.0*)?")
                ? Integer.parseInt(duration.replaceAll("\\..*", ""))
                : CallTable.NO_DURATION;
    }

    private void message(FtmEntity entity) {
        List<EntityId> senders = of(entity, "senderAccount");
        List<EntityId> recipients = of(entity, "recipientAccount");
        List<EntityId> from = senders.isEmpty() ? of(entity, "sender") : senders;
        List<EntityId> to = recipients.isEmpty() ? of(entity, "recipients") : recipients;
        if (from.isEmpty() && to.isEmpty()) {
            reject(
                    entity.row(),
                    "sender",
                    "",
                    "a sender or a recipient",
                    "The message names neither sender nor recipients.");
            return;
        }
        record(entity, from, to, CallTable.Kind.MESSAGE, CallTable.NO_DURATION);
    }

    /** The numbers at one end, or, where none is given, who it was. */
    private List<EntityId> ends(FtmEntity entity, String actor, String number) {
        List<EntityId> phones = entity.all(number).stream()
                .map(text -> draft.naming().phone(text).orElseGet(() -> draft.naming()
                        .ofKind(text, text, EntityKind.PHONE)))
                .map(draft::register)
                .distinct()
                .toList();
        return phones.isEmpty() ? of(entity, actor) : phones;
    }

    private void record(FtmEntity entity, List<EntityId> from, List<EntityId> to, CallTable.Kind kind, int duration) {
        OptionalLong start = Stream.of("date", "startDate")
                .flatMap(p -> entity.all(p).stream())
                .map(text -> IsoDates.seconds(text, zone))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
        untimed += start.isPresent() ? 0 : 1;
        Map<String, String> rest = values(
                entity,
                Set.of(
                        "caller",
                        "callerNumber",
                        "receiver",
                        "receiverNumber",
                        "duration",
                        "sender",
                        "senderAccount",
                        "recipients",
                        "recipientAccount",
                        "object",
                        "role",
                        entity.schema().equals("UnknownLink") ? "subject" : "--",
                        start.isPresent() ? "date" : "-"));
        put(rest, "publisher", entity.first("publisher"));
        put(rest, "recordId", entity.first("recordId"));
        String extra = rest.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().replaceAll("\\s+", " "))
                .collect(Collectors.joining("; "));
        int row = Math.toIntExact(entity.row());
        for (int i = 0; i < Math.max(1, from.size()); i++) {
            for (int j = 0; j < Math.max(1, to.size()); j++) {
                int at = draft.calls()
                        .add(
                                from.isEmpty() ? CallTable.NONE : draft.indexOf(from.get(i)),
                                to.isEmpty() ? CallTable.NONE : draft.indexOf(to.get(j)),
                                kind,
                                start.orElse(CallTable.NO_TIME),
                                duration,
                                draft.source(),
                                "",
                                row);
                if (!extra.isEmpty()) {
                    draft.calls().extra(at, extra);
                }
            }
        }
        draft.recorded("", row);
    }

    /** Where one party of a call is given by name and by number, the number is theirs. */
    private void attribute(FtmEntity entity, String actor, String number) {
        if (OwnLinks.isClaim(entity.id())) {
            return; // the number's own entry says whose it is, and when
        }
        List<EntityId> who = of(entity, actor);
        List<EntityId> phones = entity.all(number).isEmpty() ? List.of() : ends(entity, actor, number);
        if (who.size() == 1 && phones.size() == 1) {
            holds(entity, ClaimType.PHONE, phones.getFirst(), Part.USER, who.getFirst());
        }
    }

    private void holds(FtmEntity entity, ClaimType type, EntityId thing, Part part, EntityId who) {
        if (attributed.add(thing + " " + who)) {
            draft.claim(
                    type,
                    List.of(stated(Part.SUBJECT, thing), stated(part, who)),
                    Map.of(),
                    Period.UNKNOWN,
                    page(entity),
                    Grades.NONE,
                    "",
                    entity.row());
        }
    }

    private void payment(FtmEntity entity) {
        Optional<OwnLinks.Name> ownName = OwnLinks.name(entity.id());
        List<EntityId> fromAccounts = of(entity, "payerAccount");
        List<EntityId> toAccounts = of(entity, "beneficiaryAccount");
        List<EntityId> payers = of(entity, "payer");
        List<EntityId> payees = of(entity, "beneficiary");
        // Of a record of our own the first party is the one it names; whoever stands behind it comes after.
        long most = OwnLinks.isClaim(entity.id()) ? 1 : Long.MAX_VALUE;
        List<EntityId> from = (fromAccounts.isEmpty() ? payers : fromAccounts)
                .stream().limit(most).toList();
        List<EntityId> to = (toAccounts.isEmpty() ? payees : toAccounts)
                .stream().limit(most).toList();
        if (from.isEmpty() && to.isEmpty()) {
            reject(entity.row(), "payer", "", "a payer or a beneficiary", "The payment names no party.");
            return;
        }
        String amount = entity.first("amount");
        boolean record = AMOUNT.matcher(amount).matches() && from.size() <= 1 && to.size() <= 1 && ownName.isEmpty();
        if (!record) {
            claimed(entity, ownName, from, to);
            return;
        }
        BigDecimal value = new BigDecimal(amount);
        if (value.precision() > MOST_DIGITS) {
            reject(entity.row(), "amount", amount, "an amount", "'" + amount + "' is no amount that money comes to.");
            return;
        }
        String date = entity.first("date", "startDate");
        OptionalLong instant = IsoDates.seconds(date, zone);
        Optional<PartialDate> day =
                IsoDates.date(date).filter(d -> d.precision().compareTo(PartialDate.Precision.DAY) >= 0);
        TimeBasis basis = instant.isPresent() ? TimeBasis.INSTANT : day.isPresent() ? TimeBasis.DATE : TimeBasis.NONE;
        untimed += basis == TimeBasis.NONE ? 1 : 0;
        int at = draft.transfers()
                .add(
                        from.isEmpty() ? CallTable.NONE : draft.indexOf(from.getFirst()),
                        to.isEmpty() ? CallTable.NONE : draft.indexOf(to.getFirst()),
                        value,
                        entity.first("currency").toUpperCase(Locale.ROOT),
                        instant.orElse(day.map(d -> d.start().toEpochSecond(ZoneOffset.UTC))
                                .orElse(0L)),
                        basis,
                        draft.source(),
                        "",
                        Math.toIntExact(entity.row()));
        String purpose = String.join(" ", entity.all(List.of("purpose", "summary", "description")));
        if (!purpose.isBlank()) {
            draft.transfers().text(at, purpose);
        }
        draft.recorded("", entity.row());
        if (!OwnLinks.isClaim(entity.id())) {
            if (fromAccounts.size() == 1 && payers.size() == 1) {
                holds(entity, ClaimType.ACCOUNT, fromAccounts.getFirst(), Part.HOLDER, payers.getFirst());
            }
            if (toAccounts.size() == 1 && payees.size() == 1) {
                holds(entity, ClaimType.ACCOUNT, toAccounts.getFirst(), Part.HOLDER, payees.getFirst());
            }
        }
    }

    /** A payment as a case file tells it: with an amount in words, several parties, or out of a claim of our own. */
    private void claimed(FtmEntity entity, Optional<OwnLinks.Name> ownName, List<EntityId> from, List<EntityId> to) {
        Map<String, String> values = values(
                entity,
                Set.of("payer", "payerAccount", "beneficiary", "beneficiaryAccount", "startDate", "endDate", "date"));
        if (ownName.isPresent() && from.size() == 1 && to.size() == 1) {
            ownLink(entity, ownName.get(), ClaimType.PAYMENT, from.getFirst(), to.getFirst(), "", values);
            return;
        }
        List<Participant> participants = new ArrayList<>();
        from.forEach(who -> participants.add(stated(Part.PAYER, who)));
        to.forEach(who -> participants.add(stated(Part.PAYEE, who)));
        draft.claim(ClaimType.PAYMENT, participants, values, when(entity), page(entity), Grades.NONE, "", entity.row());
    }

    ImportDraft draft(String profile) {
        own.state();
        if (untimed > 0) {
            draft.notice(new ImportIssue(
                    Severity.WARNING,
                    "",
                    0,
                    "date",
                    "",
                    "a time",
                    "Calls or payments without a time: " + untimed + ". They are kept, and no sequence holds them."));
        }
        unknownSchemas.forEach((schema, count) -> draft.notice(new ImportIssue(
                Severity.NOTE,
                "",
                0,
                "schema",
                schema,
                "",
                "'" + schema + "' has no place of its own here: " + count + " kept as they are, without ties.")));
        return draft.draft(profile);
    }
}
