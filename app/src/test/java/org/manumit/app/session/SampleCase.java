package org.manumit.app.session;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.manumit.app.job.JobRunner;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.MissingEvidence;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.assessment.CallFindings;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.assessment.NetworkHistory;
import org.manumit.graph.analysis.centrality.CentralityAnalysis;
import org.manumit.graph.analysis.centrality.CentralityParameters;
import org.manumit.graph.analysis.centrality.CentralityResult;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.Exactness;
import org.manumit.graph.analysis.community.CommunityParameters;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.history.NetworkChange;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.typology.NetworkClass;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.TieGraph;
import org.manumit.graph.query.TieOptions;
import org.manumit.graph.query.Victims;
import org.manumit.styles.Words;

/** A small invented case: a recruiter, a driver, a club owner and a victim, with calls and transfers between them. */
public final class SampleCase {
    /** A file of the case workbook's kind. */
    public static final SourceId WORKBOOK = new SourceId("a".repeat(64));

    /** A file of call records. */
    public static final SourceId CALLS = new SourceId("b".repeat(64));

    /** A bank's file. */
    public static final SourceId BANK = new SourceId("c".repeat(64));

    public static final EntityId DORIN = new EntityId("person:P1");
    public static final EntityId MIHAI = new EntityId("person:P2");
    public static final EntityId VIKTOR = new EntityId("person:P3");
    public static final EntityId MIRA = new EntityId("person:P4");
    public static final EntityId CLUB = new EntityId("organisation:O1");
    public static final EntityId DORINS_NUMBER = new EntityId("phone:+40722000001");
    public static final EntityId MIHAIS_NUMBER = new EntityId("phone:+40722000002");
    public static final EntityId UNKNOWN_NUMBER = new EntityId("phone:+4915100000003");
    public static final EntityId VIKTORS_ACCOUNT = new EntityId("account:DE02120300000000202051");
    public static final EntityId DORINS_ACCOUNT = new EntityId("account:RO49AAAA1B31007593840000");

    private static final Instant IMPORTED = Instant.parse("2026-01-10T09:00:00Z");

    private SampleCase() {}

    /** The case as read. */
    public static CaseGraph graph() {
        return CaseGraph.of("Operation Sample", additions());
    }

    /** What its three files add. */
    public static List<CaseAddition> additions() {
        return List.of(workbook(), calls(), bank());
    }

    /** A session on the thread of the caller, with the case open in it. */
    public static Session session(JobRunner jobs) {
        Session session = emptySession(jobs, new MemoryStore("Operation Sample"), additions());
        session.open("sample");
        return session;
    }

    /** A session with no case open; opening one gives this store, filled with these files. */
    public static Session emptySession(JobRunner jobs, MemoryStore store, List<CaseAddition> filled) {
        return new Session(
                (location, progress, cancellation) -> {
                    filled.forEach(addition -> store.commit(addition, progress, cancellation));
                    return new OpenedCase(store, Optional.empty());
                },
                (graph, progress, cancellation) -> analysis(),
                jobs,
                Words.in(Locale.UK),
                Clock.systemUTC(),
                "tester");
    }

    /** The case with what an analysis could say of it. */
    public static CaseSnapshot snapshot() {
        return CaseSnapshot.of(graph()).with(analysis());
    }

    private static CaseAddition workbook() {
        List<Entity> entities = List.of(
                entity(DORIN, EntityKind.PERSON, "Dorin Vale"),
                entity(MIHAI, EntityKind.PERSON, "Mihai Stan"),
                entity(VIKTOR, EntityKind.PERSON, "Viktor Brandt"),
                entity(MIRA, EntityKind.PERSON, "Mira Elena Pop"),
                entity(CLUB, EntityKind.ORGANISATION, "Club Aurora"),
                entity(DORINS_NUMBER, EntityKind.PHONE, "+40722000001"),
                entity(MIHAIS_NUMBER, EntityKind.PHONE, "+40722000002"),
                entity(VIKTORS_ACCOUNT, EntityKind.ACCOUNT, "DE02120300000000202051"),
                entity(DORINS_ACCOUNT, EntityKind.ACCOUNT, "RO49AAAA1B31007593840000"));
        Rows rows = new Rows();
        rows.add(ClaimType.CASE, "Case", 2, List.of(), "key", "handling", "value", "police only");
        rows.add(
                ClaimType.PERSON,
                "People",
                2,
                List.of(subject(DORIN)),
                "name",
                "Dorin Vale",
                "born",
                "1981",
                "status",
                "suspect");
        rows.add(ClaimType.PERSON, "People", 3, List.of(subject(MIHAI)), "name", "Mihai Stan", "aliases", "Misu");
        rows.add(ClaimType.PERSON, "People", 4, List.of(subject(VIKTOR)), "name", "Viktor Brandt", "country", "DE");
        rows.add(ClaimType.PERSON, "People", 5, List.of(subject(MIRA)), "name", "Mira Elena Pop", "status", "victim");
        rows.add(ClaimType.PERSON, "People", 6, List.of(subject(DORIN)), "name", "Dorin Vale", "born", "1979");
        rows.add(
                ClaimType.MEMBERSHIP,
                "Members",
                2,
                List.of(Participant.stated(Part.WHO, VIKTOR), Participant.stated(Part.ORGANISATION, CLUB)),
                "as",
                "owner");
        rows.add(
                ClaimType.RECRUITMENT,
                "Recruitment",
                2,
                List.of(Participant.stated(Part.VICTIM, MIRA), Participant.stated(Part.BY, DORIN)),
                "how",
                "job offer",
                "promised",
                "Mira was promised work as a waitress");
        rows.add(
                ClaimType.JOURNEY,
                "Journeys",
                2,
                List.of(
                        Participant.stated(Part.WHO, MIRA),
                        Participant.stated(Part.MOVED_BY, MIHAI),
                        Participant.stated(Part.RECEIVED_BY, VIKTOR)),
                "means",
                "van");
        rows.add(
                ClaimType.EXPLOITATION,
                "Exploitation",
                2,
                List.of(Participant.stated(Part.VICTIM, MIRA), Participant.stated(Part.BY, VIKTOR)),
                "form",
                "sexual");
        rows.add(
                ClaimType.TIE,
                "Ties",
                2,
                List.of(Participant.stated(Part.WHO, VIKTOR), Participant.stated(Part.WHOM, DORIN)),
                "kind",
                "tasks");
        rows.add(ClaimType.PHONE, "Phones", 2, List.of(subject(DORINS_NUMBER), Participant.stated(Part.USER, DORIN)));
        rows.add(ClaimType.PHONE, "Phones", 3, List.of(subject(MIHAIS_NUMBER), Participant.stated(Part.USER, MIHAI)));
        rows.add(
                ClaimType.ACCOUNT,
                "Accounts",
                2,
                List.of(subject(VIKTORS_ACCOUNT), Participant.stated(Part.HOLDER, VIKTOR)));
        rows.add(
                ClaimType.ACCOUNT,
                "Accounts",
                3,
                List.of(subject(DORINS_ACCOUNT), Participant.stated(Part.HOLDER, DORIN)));
        ImportIssue rejected = new ImportIssue(
                ImportIssue.Severity.REJECTED,
                "People",
                7,
                "born",
                "31/02/1990",
                "a date",
                "the day does not exist; correct it and import the file again");
        return new CaseAddition(
                source(WORKBOOK, "case-workbook.xlsx", "case", 16, 15, 1, 0),
                entities,
                rows.claims,
                CallTable.EMPTY,
                TransferTable.EMPTY,
                List.of(rejected));
    }

    private static CaseAddition calls() {
        List<Entity> entities = List.of(
                entity(DORINS_NUMBER, EntityKind.PHONE, "+40722000001"),
                entity(MIHAIS_NUMBER, EntityKind.PHONE, "+40722000002"),
                entity(UNKNOWN_NUMBER, EntityKind.PHONE, "+4915100000003"));
        CallTable.Builder calls = new CallTable.Builder();
        long start = Instant.parse("2025-03-01T18:00:00Z").getEpochSecond();
        for (int i = 0; i < 12; i++) {
            calls.add(
                    i % 3 == 0 ? 1 : 0,
                    i % 3 == 0 ? 0 : 1,
                    CallTable.Kind.CALL,
                    start + i * 7200L,
                    60 + i,
                    CALLS,
                    "",
                    i + 2);
        }
        for (int i = 0; i < 5; i++) {
            calls.add(0, 2, CallTable.Kind.MESSAGE, start + i * 86400L, CallTable.NO_DURATION, CALLS, "", i + 14);
        }
        return new CaseAddition(
                source(CALLS, "calls.csv", "calls", 17, 17, 0, 0),
                entities,
                List.of(),
                calls.build(),
                TransferTable.EMPTY,
                List.of());
    }

    private static CaseAddition bank() {
        List<Entity> entities = List.of(
                entity(VIKTORS_ACCOUNT, EntityKind.ACCOUNT, "DE02120300000000202051"),
                entity(DORINS_ACCOUNT, EntityKind.ACCOUNT, "RO49AAAA1B31007593840000"));
        TransferTable.Builder transfers = new TransferTable.Builder();
        for (int i = 0; i < 3; i++) {
            int record = transfers.add(
                    0,
                    1,
                    new BigDecimal("1250.50"),
                    "EUR",
                    Instant.parse("2025-03-0" + (i + 3) + "T00:00:00Z").getEpochSecond(),
                    TransferTable.TimeBasis.DATE,
                    BANK,
                    "",
                    i + 2);
            transfers.text(record, "purpose=rent for Mira");
        }
        return new CaseAddition(
                source(BANK, "bank.csv", "transfers", 3, 3, 0, 0),
                entities,
                List.of(),
                CallTable.EMPTY,
                transfers.build(),
                List.of());
    }

    /** What an analysis could say. */
    public static CaseAnalysis analysis() {
        ClaimId tasks = ClaimId.of(WORKBOOK, "Ties", 2);
        ClaimId recruitment = ClaimId.of(WORKBOOK, "Recruitment", 2);
        Map<NetworkClass, Double> support = new EnumMap<>(NetworkClass.class);
        support.put(NetworkClass.ENTREPRENEURIAL, 0.2);
        support.put(NetworkClass.HYBRID, 0.7);
        support.put(NetworkClass.TRANSNATIONAL, 0.1);
        Reason tasking = new Reason(
                "tasking-across-groups",
                0.8,
                "Viktor Brandt tasks Dorin Vale, who recruited Mira Elena Pop.",
                "Picarelli, ch. 3, in Friesendorf 2009 (003, l. 4991)",
                List.of(tasks, recruitment, ClaimId.of(CALLS, "", 3)));
        Reason few =
                new Reason("few-people", 0.3, "Only a handful of people are known.", "Picarelli, ch. 3", List.of());
        CaseAnalysis.Network network = new CaseAnalysis.Network(
                "Network of Viktor Brandt",
                List.of(VIKTOR, DORIN, MIHAI, CLUB, MIRA),
                new Verdict<>(
                        NetworkClass.HYBRID,
                        support,
                        List.of(tasking),
                        List.of(few),
                        List.of(new MissingEvidence("Where the proceeds go", "Ask the banks for statements"))),
                new Verdict<>(
                        NetworkShape.CHAIN,
                        Map.of(NetworkShape.CHAIN, 0.6, NetworkShape.BROKER, 0.4),
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(
                        role(DORIN, "Dorin Vale", Role.RECRUITER, RoleFinding.Basis.STATED, 0.9, recruitment),
                        role(MIHAI, "Mihai Stan", Role.TRANSPORTER, RoleFinding.Basis.INFERRED, 0.7, recruitment),
                        role(VIKTOR, "Viktor Brandt", Role.EXPLOITER, RoleFinding.Basis.STATED, 0.95, tasks),
                        role(MIRA, "Mira Elena Pop", Role.VICTIM, RoleFinding.Basis.STATED, 1, recruitment)),
                List.of(new CriticalElement(
                        DORIN, "Dorin Vale", CriticalElement.Kind.TASK, 0.9, 0.2, List.of(MIHAI), List.of(tasking))));
        return new CaseAnalysis(
                "Operation Sample",
                List.of(network),
                CallFindings.NONE,
                List.of(),
                List.of(),
                List.of(new CentralityScore(
                        DORIN, "Dorin Vale", 4, 5, 0, 1, 1, 0.4, 2, CentralityScore.Place.CUT_POINT, 0)),
                Exactness.exact(5));
    }

    /** An analysis whose betweenness was reckoned from two people only. */
    public static CaseAnalysis estimated() {
        CaseGraph graph = graph();
        CentralityResult measures = CentralityAnalysis.analyse(
                TieGraph.of(graph, TieOptions.ACTORS),
                new CentralityParameters(0, 2, 1, CommunityParameters.USUAL),
                Progress.NONE,
                Cancellation.NEVER);
        CaseAnalysis usual = analysis();
        return new CaseAnalysis(
                usual.caseName(),
                usual.networks(),
                usual.calls(),
                usual.moneyFindings(),
                usual.profits(),
                measures.ranked(Victims.of(graph, Actors.of(graph))::isProtected),
                measures.betweenness().exactness());
    }

    /** An analysis that saw the network change once. */
    public static CaseAnalysis changed() {
        CaseAnalysis usual = analysis();
        CaseAnalysis.Network network = usual.networks().getFirst();
        PartialDate at =
                new PartialDate(LocalDateTime.of(2025, 4, 1, 0, 0), PartialDate.Precision.DAY, Certainty.STATED);
        Reason why = new Reason(
                "people-changed",
                0.8,
                "Mihai Stan, who moved Mira Elena Pop, is not seen again.",
                "Picarelli, ch. 3",
                List.of(ClaimId.of(WORKBOOK, "Journeys", 2)));
        NetworkHistory history = new NetworkHistory(
                List.of(
                        new NetworkHistory.Stretch(
                                Period.between(Optional.empty(), Optional.of(at)),
                                network.networkClass(),
                                network.shape(),
                                Map.of()),
                        new NetworkHistory.Stretch(
                                Period.between(Optional.of(at), Optional.empty()),
                                new Verdict<>(
                                        NetworkClass.INSUFFICIENT,
                                        network.networkClass().support(),
                                        List.of(),
                                        List.of(),
                                        List.of()),
                                network.shape(),
                                Map.of())),
                List.of(new NetworkChange(at, List.of(why), Optional.empty())));
        return new CaseAnalysis(
                usual.caseName(),
                List.of(new CaseAnalysis.Network(
                        network.name(),
                        network.members(),
                        network.networkClass(),
                        network.shape(),
                        network.roles(),
                        network.critical(),
                        network.criticalLinks(),
                        network.smallestStop(),
                        network.belonging(),
                        network.stability(),
                        history)),
                usual.calls(),
                usual.moneyFindings(),
                usual.profits(),
                usual.centrality(),
                usual.betweenness());
    }

    /** The case with an arrest besides. */
    public static CaseGraph graphWithArrest() {
        SourceId log = new SourceId("d".repeat(64));
        PartialDate at =
                new PartialDate(LocalDateTime.of(2025, 4, 1, 0, 0), PartialDate.Precision.DAY, Certainty.STATED);
        Claim arrest = new Claim(
                ClaimId.of(log, "Events", 2),
                ClaimType.EVENT,
                List.of(Participant.stated(Part.WHO, MIHAI)),
                Map.of("kind", "arrest"),
                Period.between(Optional.of(at), Optional.of(at)),
                List.of(),
                new Provenance(log, "Events", 2, "", ""),
                new Grades("B", "2", "4"));
        List<CaseAddition> all = new ArrayList<>(additions());
        all.add(new CaseAddition(
                source(log, "events.xlsx", "case", 1, 1, 0, 0),
                List.of(entity(MIHAI, EntityKind.PERSON, "Mihai Stan")),
                List.of(arrest),
                CallTable.EMPTY,
                TransferTable.EMPTY,
                List.of()));
        return CaseGraph.of("Operation Sample", all);
    }

    private static RoleFinding role(
            EntityId who, String label, Role role, RoleFinding.Basis basis, double score, ClaimId evidence) {
        return new RoleFinding(
                who,
                label,
                role,
                basis,
                score,
                Period.UNKNOWN,
                List.of(new Reason("stated", 1, label + " is said to do so.", "case workbook", List.of(evidence))),
                List.of());
    }

    private static Entity entity(EntityId id, EntityKind kind, String label) {
        return new Entity(id, kind, label, Entity.Standing.DESCRIBED);
    }

    private static Participant subject(EntityId entity) {
        return Participant.stated(Part.SUBJECT, entity);
    }

    private static Source source(
            SourceId id, String name, String kind, long read, long accepted, long rejected, long duplicate) {
        return new Source(
                id,
                name,
                4096,
                kind,
                "sample layout",
                "Europe/Bucharest",
                "RO",
                IMPORTED,
                "analyst",
                read,
                accepted,
                rejected,
                duplicate,
                new Grades("B", "2", "4"));
    }

    private static final class Rows {
        private final List<Claim> claims = new ArrayList<>();

        void add(ClaimType type, String sheet, int row, List<Participant> who, String... values) {
            Map<String, String> map = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i += 2) {
                map.put(values[i], values[i + 1]);
            }
            claims.add(new Claim(
                    ClaimId.of(WORKBOOK, sheet, row),
                    type,
                    who,
                    map,
                    Period.between(Optional.empty(), Optional.empty()),
                    List.of(),
                    new Provenance(WORKBOOK, sheet, row, "", ""),
                    new Grades("B", "2", "4")));
        }
    }
}
