package org.manumit.app.feature.inspector;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.manumit.app.feature.inspector.Inspection.ClaimCard;
import org.manumit.app.feature.inspector.Inspection.ClaimSection;
import org.manumit.app.feature.inspector.Inspection.Concealment;
import org.manumit.app.feature.inspector.Inspection.DecisionLine;
import org.manumit.app.feature.inspector.Inspection.Direction;
import org.manumit.app.feature.inspector.Inspection.EntityLine;
import org.manumit.app.feature.inspector.Inspection.EntitySection;
import org.manumit.app.feature.inspector.Inspection.Fact;
import org.manumit.app.feature.inspector.Inspection.FactSection;
import org.manumit.app.feature.inspector.Inspection.FactValue;
import org.manumit.app.feature.inspector.Inspection.MeasureAct;
import org.manumit.app.feature.inspector.Inspection.MeasureSection;
import org.manumit.app.feature.inspector.Inspection.ReasonLine;
import org.manumit.app.feature.inspector.Inspection.RecordRow;
import org.manumit.app.feature.inspector.Inspection.RecordSection;
import org.manumit.app.feature.inspector.Inspection.RoleLine;
import org.manumit.app.feature.inspector.Inspection.RoleSection;
import org.manumit.app.feature.inspector.Inspection.Section;
import org.manumit.app.feature.inspector.Inspection.Target;
import org.manumit.app.feature.inspector.Inspection.TextSection;
import org.manumit.app.session.CaseLinks.Link;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.Evidence;
import org.manumit.app.session.EvidenceWording;
import org.manumit.app.session.MeasureDesk;
import org.manumit.app.session.Measures;
import org.manumit.app.session.RoleDesk;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.centrality.Exactness;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.graph.edit.RoleDecision.Ruling;
import org.manumit.graph.query.Actors;
import org.manumit.styles.Words;

/**
 * What is known of whatever is selected, down to the rows: answers "says who?". Confined to the window's thread; no
 * answer takes longer than looking up indexes.
 */
public final class InspectorViewModel {
    private static final int MOST_LINKS = 40;

    private final Session session;
    private final RoleDesk desk;
    private final MeasureDesk measures;
    private final Words words;
    private final ReadOnlyObjectWrapper<Optional<Inspection>> inspection =
            new ReadOnlyObjectWrapper<>(this, "inspection", Optional.empty());

    /** The inspector of the session's selection. */
    public InspectorViewModel(Session session, RoleDesk desk, MeasureDesk measures, Words words) {
        this.session = session;
        this.desk = desk;
        this.measures = measures;
        this.words = words;
        session.selectionProperty().addListener((observable, before, now) -> inspect());
        session.snapshotProperty().addListener((observable, before, now) -> inspect());
        session.namesProperty().addListener((observable, before, now) -> inspect());
        measures.measuresProperty().addListener((observable, before, now) -> inspectAgain());
        inspect();
    }

    /** What to show; empty when nothing is selected. */
    public ReadOnlyObjectProperty<Optional<Inspection>> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    /** Whether something was selected before. */
    public ReadOnlyBooleanProperty canGoBackProperty() {
        return session.canGoBackProperty();
    }

    /** Goes back to what was selected before. */
    public void back() {
        session.selectEarlier();
    }

    /** Selects another entity, or the tie to it. */
    public void choose(EntityLine line) {
        if (line.link() == Target.LINK && session.selection() instanceof Selection.OfEntity(EntityId here)) {
            session.select(new Selection.OfLink(here, line.entity()));
        } else {
            session.select(line.entity());
        }
    }

    /** Shows what a reason rests on. */
    public void choose(String title, ReasonLine reason) {
        session.select(new Selection.OfEvidence(title, reason.text(), reason.source(), reason.evidence()));
    }

    /** Confirms or overrules a role, after asking why. */
    public void decide(EntityId actor, Role role, Ruling ruling) {
        desk.decide(actor, role, ruling);
    }

    /** Takes back what an analyst decided. */
    public void takeBack(DecisionLine decision) {
        desk.takeBack(decision.decision());
    }

    /** Shows the name of the victim that is selected; it is logged. */
    public void reveal() {
        if (session.selection() instanceof Selection.OfEntity(EntityId entity)) {
            session.reveal(entity);
        }
    }

    /** Does something about estimated figures. */
    public void perform(MeasureAct act) {
        switch (act) {
            case RECKON_EXACTLY -> measures.reckonExactly();
            case STOP -> measures.stop();
        }
    }

    /** Only whoever has figures looks different when these change. */
    private void inspectAgain() {
        if (session.selection() instanceof Selection.OfEntity) {
            inspect();
        }
    }

    private void inspect() {
        CaseSnapshot snapshot = session.snapshot();
        DisplayNames names = session.names();
        Inspector inspector = new Inspector(
                snapshot, measures.measures(), names, new EvidenceWording(snapshot.graph(), names, words), words);
        inspection.set(
                switch (session.selection()) {
                    case Selection.Nothing nothing -> Optional.empty();
                    case Selection.OfEntity(EntityId entity) -> inspector.entity(entity);
                    case Selection.OfLink(EntityId one, EntityId other) -> inspector.link(one, other);
                    case Selection.OfEntities(List<EntityId> entities) -> inspector.entities(entities);
                    case Selection.OfWay way -> inspector.way(way);
                    case Selection.OfEvidence evidence -> inspector.evidence(evidence);
                });
    }

    private record Inspector(
            CaseSnapshot snapshot, Measures measures, DisplayNames names, EvidenceWording wording, Words words) {

        private CaseGraph graph() {
            return snapshot.graph();
        }

        Optional<Inspection> entity(EntityId id) {
            OptionalInt index = graph().indexOf(id);
            if (index.isEmpty()) {
                return Optional.empty();
            }
            int e = index.getAsInt();
            Entity entity = graph().entity(e);
            List<Section> sections = new ArrayList<>();
            add(sections, standsBehind(e));
            add(sections, facts(e));
            add(sections, roles(id));
            add(sections, critical(id));
            add(sections, place(e));
            add(sections, things(e));
            add(sections, links(e));
            if (!entity.kind().isActor()) {
                add(sections, calls("inspector.calls", snapshot.records().calls(e)));
                add(
                        sections,
                        transfers("inspector.transfers", snapshot.records().transfers(e)));
            }
            add(sections, claims("inspector.claims", graph().claimsAbout(e)));
            return Optional.of(new Inspection(
                    names.name(e),
                    subtitle(entity),
                    Optional.of(entity.kind()),
                    !names.isVictim(e)
                            ? Concealment.NOT_NEEDED
                            : names.conceals(e) ? Concealment.CONCEALED : Concealment.REVEALED,
                    distinct(snapshot.roles(id)),
                    sections));
        }

        private String subtitle(Entity entity) {
            String kind = words.of(entity.kind());
            String standing =
                    switch (entity.standing()) {
                        case DESCRIBED -> kind;
                        case REFERENCE_ONLY -> words.text("inspector.referenceOnly", kind);
                        case NAME_ONLY -> words.text("inspector.nameOnly", kind);
                    };
            return snapshot.network(entity.id())
                    .map(network -> words.text("inspector.inNetwork", standing, network.name()))
                    .orElse(standing);
        }

        private static List<RoleFinding> distinct(List<RoleFinding> findings) {
            Set<Role> seen = new HashSet<>();
            return findings.stream().filter(f -> seen.add(f.role())).toList();
        }

        private Optional<Section> standsBehind(int e) {
            List<EntityLine> lines = new ArrayList<>();
            for (Actors.Link link : snapshot.actors().linksOf(e)) {
                Entity actor = graph().entity(link.actor());
                String when = wording.when(link.when());
                String basis = words.of(link.basis());
                lines.add(new EntityLine(
                        actor.id(),
                        actor.kind(),
                        names.name(link.actor()),
                        when.isEmpty() ? basis : words.text("inspector.basisWhen", basis, when),
                        Target.ENTITY));
            }
            return section(words.text("inspector.standsBehind"), lines);
        }

        private Optional<Section> section(String title, List<EntityLine> lines) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(new EntitySection(title, lines));
        }

        /** What the claims that describe the entity say, column by column; contradictions side by side. */
        private Optional<Section> facts(int e) {
            EntityId id = graph().entity(e).id();
            Map<String, Map<String, FactValue>> columns = new LinkedHashMap<>();
            for (Claim claim : graph().claimsAbout(e)) {
                if (!describes(claim)
                        || claim.first(Part.SUBJECT).filter(id::equals).isEmpty()) {
                    continue;
                }
                claim.values().forEach((column, value) -> {
                    if (!value.isBlank() && !HIDDEN.contains(column)) {
                        columns.computeIfAbsent(column, c -> new LinkedHashMap<>())
                                .putIfAbsent(
                                        value.strip().toLowerCase(java.util.Locale.ROOT),
                                        new FactValue(
                                                names.text(value),
                                                wording.place(claim),
                                                wording.grades(claim.grades())));
                    }
                });
            }
            List<Fact> facts = new ArrayList<>();
            columns.forEach((column, values) -> facts.add(new Fact(column, List.copyOf(values.values()))));
            facts.sort(Comparator.comparing((Fact fact) -> !fact.isConflicting()));
            return facts.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FactSection(words.text("inspector.facts"), facts));
        }

        private static final Set<String> HIDDEN = Set.of("id", "note");

        private static boolean describes(Claim claim) {
            return switch (claim.type()) {
                case PERSON, ORGANISATION, PHONE, ACCOUNT, PREMISES, VEHICLE, PAPER, ADVERT, CELL_SITE, DOCUMENT ->
                    true;
                case CASE,
                        MEMBERSHIP,
                        ROLE,
                        RECRUITMENT,
                        TIE,
                        JOURNEY,
                        EXPLOITATION,
                        PAYMENT,
                        DEBT,
                        EVENT,
                        STATEMENT,
                        PASSAGE,
                        DECISION,
                        OTHER -> false;
            };
        }

        private Optional<Section> roles(EntityId id) {
            List<RoleLine> lines = snapshot.roles(id).stream()
                    .map(finding -> new RoleLine(
                            finding,
                            wording.when(finding.period()),
                            reasons(finding.reasonsFor(), finding.reasonsAgainst()),
                            decision(id, finding.role(), Ruling.CONFIRMED)))
                    .toList();
            if (!graph().entity(id).filter(entity -> entity.kind().isActor()).isPresent()) {
                return lines.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RoleSection(words.text("inspector.roles"), id, lines, List.of(), List.of()));
            }
            List<DecisionLine> overruled = Stream.of(Role.values())
                    .flatMap(role -> decision(id, role, Ruling.OVERRULED).stream())
                    .toList();
            List<Role> further = Stream.of(Role.values())
                    .filter(RoleDesk::decides)
                    .filter(role ->
                            lines.stream().noneMatch(line -> line.finding().role() == role))
                    .toList();
            return Optional.of(new RoleSection(words.text("inspector.roles"), id, lines, overruled, further));
        }

        private Optional<DecisionLine> decision(EntityId id, Role role, Ruling ruling) {
            return Optional.ofNullable(snapshot.decisions(id).get(role.name()))
                    .filter(decision -> decision.ruling() == ruling && RoleDesk.decides(role))
                    .map(decision -> new DecisionLine(decision, words.of(role), wording.decided(decision)));
        }

        private List<ReasonLine> reasons(List<Reason> pro, List<Reason> contra) {
            return Stream.concat(
                            pro.stream().map(reason -> line(Direction.FOR, reason)),
                            contra.stream().map(reason -> line(Direction.AGAINST, reason)))
                    .toList();
        }

        private ReasonLine line(Direction direction, Reason reason) {
            return new ReasonLine(direction, names.text(reason.text()), reason.citation(), reason.evidence());
        }

        private Optional<Section> critical(EntityId id) {
            List<CriticalElement> elements = snapshot.critical(id);
            if (elements.isEmpty()) {
                return Optional.empty();
            }
            List<Fact> facts = elements.stream()
                    .map(element -> new Fact(
                            words.of(element.kind()),
                            List.of(new FactValue(
                                    words.text(
                                            "inspector.criticality",
                                            element.criticality(),
                                            element.importance(),
                                            element.redundancy()),
                                    element.substitutes().isEmpty()
                                            ? words.text("inspector.noSubstitute")
                                            : words.text(
                                                    "inspector.substitutes",
                                                    String.join(
                                                            ", ",
                                                            element.substitutes().stream()
                                                                    .map(names::name)
                                                                    .toList())),
                                    ""))))
                    .toList();
            return Optional.of(new FactSection(words.text("inspector.critical"), facts));
        }

        /** Where somebody stands among those tied to each other; a victim is ranked nowhere. */
        private Optional<Section> place(int e) {
            if (snapshot.victims().isProtected(e)) {
                return Optional.empty();
            }
            return Optional.ofNullable(measures.scores().get(graph().entity(e).id()))
                    .map(score -> new MeasureSection(
                            words.text("inspector.measures"),
                            List.of(
                                    measure("contacts", words.text("inspector.measure.count", score.degree()), ""),
                                    measure(
                                            "betweenness",
                                            words.text("inspector.measure.large", score.betweenness()),
                                            exactness(score)),
                                    measure("closeness", words.text("inspector.measure.share", score.closeness()), ""),
                                    measure(
                                            "eigenvector",
                                            words.text("inspector.measure.share", score.eigenvector()),
                                            ""),
                                    measure("core", words.text("inspector.measure.count", score.core()), "")),
                            note(),
                            act()));
        }

        private Fact measure(String which, String value, String detail) {
            return new Fact(words.text("inspector.measure." + which), List.of(new FactValue(value, detail, "")));
        }

        private String exactness(CentralityScore score) {
            Exactness how = measures.betweenness();
            return switch (how.kind()) {
                case EXACT -> words.text("inspector.measure.exact");
                case SAMPLED ->
                    words.text(
                            "inspector.measure.estimated",
                            how.pivots(),
                            how.nodes(),
                            score.betweennessBound(),
                            how.confidence());
            };
        }

        private String note() {
            return switch (measures.age()) {
                case STALE -> words.text("inspector.measure.stale");
                case CURRENT ->
                    switch (measures.run()) {
                        case NONE -> "";
                        case UNDER_WAY -> words.text("inspector.measure.underWay");
                        case STOPPED -> words.text("inspector.measure.stopped");
                    };
            };
        }

        private Optional<MeasureAct> act() {
            return switch (measures.run()) {
                case NONE -> Optional.empty();
                case UNDER_WAY -> Optional.of(MeasureAct.STOP);
                case STOPPED -> Optional.of(MeasureAct.RECKON_EXACTLY);
            };
        }

        private Optional<Section> things(int e) {
            Set<Integer> seen = new HashSet<>();
            List<EntityLine> lines = new ArrayList<>();
            for (Actors.Link link : snapshot.actors().thingsOf(e)) {
                if (!seen.add(link.thing())) {
                    continue;
                }
                Entity thing = graph().entity(link.thing());
                int calls = snapshot.records().callCount(link.thing());
                int transfers = snapshot.records().transferCount(link.thing());
                String detail = calls > 0
                        ? words.text("chart.contacts", calls)
                        : transfers > 0 ? words.text("chart.transfers", transfers) : words.of(thing.kind());
                lines.add(new EntityLine(thing.id(), thing.kind(), names.name(link.thing()), detail, Target.ENTITY));
            }
            return section(words.text("inspector.things"), lines);
        }

        private Optional<Section> links(int e) {
            List<Link> links = new ArrayList<>(snapshot.links().of(e));
            links.sort(Comparator.comparingInt(Link::size).reversed());
            List<EntityLine> lines = links.stream()
                    .limit(MOST_LINKS)
                    .map(link -> {
                        int other = link.from(e);
                        Entity entity = graph().entity(other);
                        return new EntityLine(
                                entity.id(), entity.kind(), names.name(other), summary(link), Target.LINK);
                    })
                    .toList();
            String title = links.size() > MOST_LINKS
                    ? words.text("inspector.linksOf", links.size(), MOST_LINKS)
                    : words.text("inspector.links", links.size());
            return section(title, lines);
        }

        private String summary(Link link) {
            List<String> parts = new ArrayList<>();
            if (link.callCount() > 0) {
                parts.add(words.text("chart.contacts", link.callCount()));
            }
            if (link.transferCount() > 0) {
                parts.add(words.text("chart.transfers", link.transferCount()));
            }
            link.claims().stream()
                    .map(claim -> claim.type() == ClaimType.TIE
                                    && !claim.value("kind").isBlank()
                            ? claim.value("kind")
                            : words.of(claim.type()).toLowerCase(words.locale()))
                    .distinct()
                    .limit(3)
                    .forEach(parts::add);
            return String.join(" · ", parts);
        }

        Optional<Inspection> link(EntityId one, EntityId other) {
            OptionalInt a = graph().indexOf(one);
            OptionalInt b = graph().indexOf(other);
            if (a.isEmpty() || b.isEmpty()) {
                return Optional.empty();
            }
            Optional<Link> link = snapshot.links().between(a.getAsInt(), b.getAsInt());
            List<Section> sections = new ArrayList<>();
            List<EntityLine> ends = Stream.of(a.getAsInt(), b.getAsInt())
                    .map(e -> new EntityLine(
                            graph().entity(e).id(),
                            graph().entity(e).kind(),
                            names.name(e),
                            words.of(graph().entity(e).kind()),
                            Target.ENTITY))
                    .toList();
            add(sections, section(words.text("inspector.ends"), ends));
            if (link.isPresent()) {
                add(sections, calls("inspector.callsBetween", link.get().calls()));
                add(sections, transfers("inspector.transfersBetween", link.get().transfers()));
                add(sections, claims("inspector.claimsBetween", link.get().claims()));
            }
            return Optional.of(new Inspection(
                    words.text("inspector.between", names.name(a.getAsInt()), names.name(b.getAsInt())),
                    link.map(this::summary).orElse(words.text("inspector.noLink")),
                    Optional.empty(),
                    Concealment.NOT_NEEDED,
                    List.of(),
                    sections));
        }

        private List<EntityLine> lines(List<EntityId> ids) {
            return ids.stream()
                    .flatMap(id -> graph().indexOf(id).stream().boxed())
                    .map(e -> new EntityLine(
                            graph().entity(e).id(),
                            graph().entity(e).kind(),
                            names.name(e),
                            words.of(graph().entity(e).kind()),
                            Target.ENTITY))
                    .toList();
        }

        Optional<Inspection> way(Selection.OfWay way) {
            List<Section> sections = new ArrayList<>();
            add(sections, section(words.text("inspector.onTheWay", way.on().size()), lines(way.on())));
            rows(sections, snapshot.evidence(way.evidence()));
            return Optional.of(new Inspection(
                    way.title(),
                    words.text("inspector.ties", way.ties().size()),
                    Optional.empty(),
                    Concealment.NOT_NEEDED,
                    List.of(),
                    sections));
        }

        Optional<Inspection> entities(List<EntityId> ids) {
            List<EntityLine> lines = lines(ids);
            List<Section> sections = new ArrayList<>();
            add(sections, section(words.text("inspector.selected"), lines));
            return Optional.of(new Inspection(
                    words.text("inspector.several", lines.size()),
                    "",
                    Optional.empty(),
                    Concealment.NOT_NEEDED,
                    List.of(),
                    sections));
        }

        Optional<Inspection> evidence(Selection.OfEvidence selected) {
            List<Evidence> found = snapshot.evidence(selected.evidence());
            List<Section> sections = new ArrayList<>();
            sections.add(new TextSection(
                    words.text("inspector.reason"), names.text(selected.statement()), selected.source()));
            rows(sections, found);
            if (found.isEmpty()) {
                sections.add(new TextSection(words.text("inspector.evidence"), words.text("inspector.noEvidence"), ""));
            }
            return Optional.of(new Inspection(
                    selected.title(),
                    words.text("inspector.evidenceCount", found.size()),
                    Optional.empty(),
                    Concealment.NOT_NEEDED,
                    List.of(),
                    sections));
        }

        /** Claims, calls and transfers, each kind under its own heading. */
        private void rows(List<Section> sections, List<Evidence> found) {
            List<Claim> stated = new ArrayList<>();
            List<Integer> called = new ArrayList<>();
            List<Integer> transferred = new ArrayList<>();
            for (Evidence evidence : found) {
                switch (evidence) {
                    case Evidence.Stated(Claim claim) -> stated.add(claim);
                    case Evidence.Called(int index) -> called.add(index);
                    case Evidence.Transferred(int index) -> transferred.add(index);
                }
            }
            add(sections, claims("inspector.restsOn", stated));
            add(sections, calls("inspector.calls", ints(called)));
            add(sections, transfers("inspector.transfers", ints(transferred)));
        }

        private static int[] ints(List<Integer> list) {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }

        private Optional<Section> claims(String title, List<Claim> claims) {
            return claims.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ClaimSection(
                            words.text(title, claims.size()), new Lazy<>(claims.size(), i -> card(claims.get(i)))));
        }

        private ClaimCard card(Claim claim) {
            return new ClaimCard(
                    wording.heading(claim),
                    wording.parties(claim),
                    wording.asWritten(claim),
                    wording.when(claim.when()),
                    wording.place(claim),
                    wording.cites(claim),
                    wording.grades(claim.grades()),
                    wording.handling(claim.grades()));
        }

        private Optional<Section> calls(String title, int[] records) {
            CallTable calls = graph().calls();
            int[] inTime = IntStream.of(records)
                    .boxed()
                    .sorted(Comparator.comparingLong(calls::start))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return inTime.length == 0
                    ? Optional.empty()
                    : Optional.of(new RecordSection(
                            words.text(title, inTime.length),
                            RecordSection.Kind.CALLS,
                            wording.zone().getId(),
                            new Lazy<>(inTime.length, i -> call(calls, inTime[i]))));
        }

        private RecordRow call(CallTable calls, int i) {
            return new RecordRow(
                    wording.time(calls, i),
                    wording.nameWithThing(snapshot, calls.from(i), calls.start(i)),
                    wording.nameWithThing(snapshot, calls.to(i), calls.start(i)),
                    words.of(calls.kind(i)),
                    wording.duration(calls, i),
                    wording.placeOfCall(i));
        }

        private Optional<Section> transfers(String title, int[] records) {
            TransferTable transfers = graph().transfers();
            int[] inTime = IntStream.of(records)
                    .boxed()
                    .sorted(Comparator.comparingLong(transfers::time))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return inTime.length == 0
                    ? Optional.empty()
                    : Optional.of(new RecordSection(
                            words.text(title, inTime.length),
                            RecordSection.Kind.TRANSFERS,
                            wording.zone().getId(),
                            new Lazy<>(inTime.length, i -> transfer(transfers, inTime[i]))));
        }

        private RecordRow transfer(TransferTable transfers, int i) {
            return new RecordRow(
                    wording.time(transfers, i),
                    wording.nameWithThing(snapshot, transfers.from(i), CallTable.NO_TIME),
                    wording.nameWithThing(snapshot, transfers.to(i), CallTable.NO_TIME),
                    wording.amount(transfers, i),
                    transfers.text(i).map(names::text).orElse(""),
                    wording.placeOfTransfer(i));
        }

        private static void add(List<Section> sections, Optional<? extends Section> section) {
            section.ifPresent(sections::add);
        }
    }

    /** Rows that are worded when they are looked at, so that a hundred thousand of them cost nothing. */
    private static final class Lazy<T> extends AbstractList<T> {
        private final int size;
        private final java.util.function.IntFunction<T> row;

        Lazy(int size, java.util.function.IntFunction<T> row) {
            this.size = size;
            this.row = row;
        }

        @Override
        public T get(int index) {
            java.util.Objects.checkIndex(index, size);
            return row.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
