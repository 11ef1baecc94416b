package org.manumit.importers.graphs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;

/**
 * Collects who is tied to whom in one file. Everyone in it becomes a person of this file, labels such as X1 meaning
 * nothing outside it, unless the file tells that they are something else. Not thread-safe.
 */
final class TieDraft {

    private final SourceFile file;
    private final ImportOptions options;
    private final Progress progress;
    private final Cancellation cancellation;
    private final EntityRegister entities = new EntityRegister();
    private final Map<String, EntityId> actors = new HashMap<>();
    private final Naming naming;
    private final Optional<Known> known;
    private final CallTable.Builder calls = new CallTable.Builder();
    private final TransferTable.Builder transfers = new TransferTable.Builder();
    private final List<Claim> claims = new ArrayList<>();
    private final List<ImportIssue> issues = new ArrayList<>();
    private final Map<String, Integer> claimsOfRow = new HashMap<>();
    private final Map<EntityId, Integer> indexes = new HashMap<>();
    private final Map<EntityId, EntityKind> kinds = new HashMap<>();
    private final Set<String> heldBy = new HashSet<>();
    private long read;
    private long rejected;

    /** The nodes of another file whose ties this one holds, under their names. */
    record Known(SourceFile file, Map<String, NodeList.Node> nodes) {
        Known {
            nodes = Map.copyOf(nodes);
        }
    }

    TieDraft(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        this(file, options, Optional.empty(), progress, cancellation);
    }

    TieDraft(
            SourceFile file,
            ImportOptions options,
            Optional<Known> known,
            Progress progress,
            Cancellation cancellation) {
        this.file = file;
        this.options = options;
        this.known = known;
        this.naming = new Naming(known.map(Known::file).orElse(file).id().abbreviated(), options);
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** Counts a row. */
    void step() {
        read++;
        if ((read & 0x3FF) == 0) {
            cancellation.check();
            progress.report(read, -1, "rows read");
        }
    }

    /** How many rows were counted. */
    long rows() {
        return read;
    }

    /** The one called so in this file: a person, unless the name is a telephone number or an IBAN. */
    EntityId actor(String label) {
        return actor(label, label);
    }

    /** The one with a key of its own in this file, under a label. */
    EntityId actor(String key, String label) {
        return actors.computeIfAbsent(key, text -> {
            NodeList.Node node = known.map(k -> k.nodes().get(text)).orElse(null);
            return register(node == null ? naming.unnamedKind(text, label) : naming.of(node));
        });
    }

    /** What has a key of its own in this file, of a kind that the file tells. */
    EntityId thing(String key, String label, EntityKind kind) {
        return actors.computeIfAbsent(key, text -> register(naming.ofKind(text, label, kind)));
    }

    /** The node of a list. */
    EntityId node(NodeList.Node node) {
        return actors.computeIfAbsent(node.key(), key -> register(naming.of(node)));
    }

    /** What people took part in, or used: a number where its name is one, and an event otherwise. */
    EntityId event(String key, String label) {
        return actors.computeIfAbsent(key, text -> {
            Entity named = naming.unnamedKind(text, label);
            return register(named.kind() == EntityKind.PERSON ? naming.ofKind(text, label, EntityKind.EVENT) : named);
        });
    }

    /** Makes a key of this file stand for an entity. */
    EntityId register(String key, Entity entity) {
        actors.put(key, entity.id());
        return register(entity);
    }

    /** An entity, whatever it is called in this file. */
    EntityId register(Entity entity) {
        indexes.put(entity.id(), entities.index(entity));
        kinds.put(entity.id(), entity.kind());
        return entity.id();
    }

    /** How things of this file are named. */
    Naming naming() {
        return naming;
    }

    /** Whether something of this key is there. */
    boolean knows(String key) {
        return actors.containsKey(key);
    }

    /** What something in the draft is. */
    EntityKind kindOf(EntityId id) {
        return Objects.requireNonNull(kinds.get(id), "registered");
    }

    /** What something in the draft is called. */
    String labelOf(EntityId id) {
        return entities.get(indexOf(id)).label();
    }

    /** Where something in the draft stands among its entities, for records. */
    int indexOf(EntityId id) {
        return Objects.requireNonNull(indexes.get(id), "registered");
    }

    /** Call records, whose ends are indexes of the draft. */
    CallTable.Builder calls() {
        return calls;
    }

    /** Transfers, whose ends are indexes of the draft. */
    TransferTable.Builder transfers() {
        return transfers;
    }

    /** The file. */
    SourceId source() {
        return file.id();
    }

    /** What the file says of something: a claim of the type that describes such. */
    void describe(String key, Map<String, String> values, String sheet, long row) {
        describe(actor(key), values, Period.UNKNOWN, "", Grades.NONE, sheet, row);
    }

    /** What the file says of something, graded and dated. */
    void describe(
            EntityId id, Map<String, String> values, Period when, String page, Grades grades, String sheet, long row) {
        ClaimType type = describing(kindOf(id));
        claim(
                type,
                List.of(Claim.Participant.stated(type == ClaimType.OTHER ? Part.ABOUT : Part.SUBJECT, id)),
                values,
                when,
                page,
                grades,
                sheet,
                row);
        numbers(id, values, page, grades, sheet, row);
    }

    /** That somebody uses or holds the numbers that stand among what the file says of them. */
    void numbers(EntityId id, Map<String, String> values, String page, Grades grades, String sheet, long row) {
        if (!kindOf(id).isActor()) {
            return;
        }
        for (NumbersOfPeople.Held held : NumbersOfPeople.of(values, naming)) {
            EntityId thing = register(held.thing());
            if (heldBy.add(held.type() + " " + thing.value() + " " + id.value())) {
                claim(
                        held.type(),
                        List.of(
                                Claim.Participant.stated(Part.SUBJECT, thing),
                                Claim.Participant.stated(held.part(), id)),
                        Map.of(),
                        Period.UNKNOWN,
                        page,
                        grades,
                        sheet,
                        row);
            }
        }
    }

    /** The type of claim that describes such a thing. */
    static ClaimType describing(EntityKind kind) {
        return switch (kind) {
            case PERSON -> ClaimType.PERSON;
            case ORGANISATION -> ClaimType.ORGANISATION;
            case PHONE -> ClaimType.PHONE;
            case ACCOUNT -> ClaimType.ACCOUNT;
            case PREMISES -> ClaimType.PREMISES;
            case VEHICLE -> ClaimType.VEHICLE;
            case PAPER -> ClaimType.PAPER;
            case ADVERT -> ClaimType.ADVERT;
            case CELL_SITE -> ClaimType.CELL_SITE;
            case DOCUMENT -> ClaimType.DOCUMENT;
            case EVENT -> ClaimType.EVENT;
            case HANDSET, SIM -> ClaimType.OTHER;
        };
    }

    /** That the one is tied to the other. */
    void tie(String from, String to, Map<String, String> values, String sheet, long row) {
        claim(
                ClaimType.TIE,
                List.of(
                        Claim.Participant.stated(Part.WHO, actor(from)),
                        Claim.Participant.stated(Part.WHOM, actor(to))),
                values,
                Period.UNKNOWN,
                "",
                Grades.NONE,
                sheet,
                row);
    }

    /** Something that the file states. */
    void claim(
            ClaimType type,
            List<Claim.Participant> participants,
            Map<String, String> values,
            Period when,
            String page,
            Grades grades,
            String sheet,
            long row) {
        claims.add(new Claim(
                ClaimId.of(file.id(), sheet, row, claimsOfRow.merge(sheet + "!" + row, 1, Integer::sum)),
                type,
                participants,
                values,
                when,
                List.of(),
                new Provenance(file.id(), sheet, row, page, ""),
                grades));
    }

    /** Takes note that a row's first claim is a record of the tables. */
    void recorded(String sheet, long row) {
        claimsOfRow.merge(sheet + "!" + row, 1, Integer::sum);
    }

    /** A row that says nothing that can be used. */
    void reject(String sheet, long row, String column, String found, String expected, String message) {
        rejected++;
        issues.add(new ImportIssue(Severity.REJECTED, sheet, row, column, found, expected, message));
    }

    /** Something noticed. */
    void notice(ImportIssue issue) {
        issues.add(issue);
    }

    /** All that was said. */
    List<Claim> claims() {
        return claims;
    }

    ImportDraft draft(String profile) {
        progress.report(read, read, "rows read");
        return new ImportDraft(
                file,
                "graph",
                profile,
                "",
                options.country().orElse(""),
                read,
                read - rejected,
                rejected,
                0,
                entities.toList(),
                claims,
                calls.build(),
                transfers.build(),
                issues,
                Grades.NONE);
    }
}
