package org.manumit.app.feature.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.manumit.app.feature.chart.model.Certainty;
import org.manumit.app.feature.chart.model.ChartLink;
import org.manumit.app.feature.chart.model.ChartModel;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartRole;
import org.manumit.app.feature.chart.model.LinkDirection;
import org.manumit.app.feature.chart.model.LinkKind;
import org.manumit.app.feature.chart.model.NodeKind;
import org.manumit.app.feature.chart.model.RoleBadge;
import org.manumit.app.session.CaseLinks.Link;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;
import org.manumit.styles.Words;

/**
 * Turns a case into what the chart can show: people, organisations, places and things, with one link per pair and kind.
 * Numbers and accounts with a known user stand for that user; unknown ones stand for themselves. The ids of entities are
 * the case's own. Stateless; safe from any thread.
 */
public final class CaseChart {
    private static final String SEPARATOR = " | ";

    private final CaseSnapshot snapshot;
    private final CaseGraph graph;
    private final IntFunction<String> label;
    private final Words words;

    private CaseChart(CaseSnapshot snapshot, IntFunction<String> label, Words words) {
        this.snapshot = snapshot;
        this.graph = snapshot.graph();
        this.label = label;
        this.words = words;
    }

    /**
     * The chart of a case.
     *
     * @param label what the entity at an index is called; pass pseudonyms where others will see the chart
     */
    public static ChartModel of(CaseSnapshot snapshot, IntFunction<String> label, Words words) {
        return new CaseChart(snapshot, label, words).model();
    }

    /** The ids of the entities at the ends of a link on the chart. */
    public static Optional<Ends> endsOf(String linkId) {
        String[] parts = linkId.split(java.util.regex.Pattern.quote(SEPARATOR), -1);
        return parts.length == 3 ? Optional.of(new Ends(parts[0], parts[1])) : Optional.empty();
    }

    /**
     * The two ends of a link.
     *
     * @param one id of the entity at one end
     * @param other id of the entity at the other end
     */
    public record Ends(String one, String other) {}

    private ChartModel model() {
        Map<String, Double> weights = new HashMap<>();
        snapshot.analysis()
                .map(CaseAnalysis::centrality)
                .orElse(List.of())
                .forEach(score -> weights.put(score.entity().value(), Math.sqrt(score.betweenness())));
        List<ChartLink> links = new ArrayList<>();
        Set<Integer> linked = new HashSet<>();
        for (Link link : snapshot.links().all()) {
            if (isShown(link.one()) && isShown(link.other())) {
                links.addAll(chartLinks(link));
                linked.add(link.one());
                linked.add(link.other());
            }
        }
        List<ChartNode> nodes = new ArrayList<>();
        for (int e = 0; e < graph.entities().size(); e++) {
            Entity entity = graph.entity(e);
            boolean own = snapshot.links().standsFor(e) == e && isShown(e);
            boolean person = entity.kind().isActor() && entity.standing() != Entity.Standing.NAME_ONLY;
            if (linked.contains(e) || (own && person)) {
                nodes.add(node(e, entity, weights.getOrDefault(entity.id().value(), 0.0)));
            }
        }
        return ChartModel.of(nodes, links);
    }

    private boolean isShown(int entity) {
        EntityKind kind = graph.entity(entity).kind();
        return kind != EntityKind.CELL_SITE && kind != EntityKind.DOCUMENT;
    }

    private ChartNode node(int index, Entity entity, double weight) {
        List<RoleBadge> badges = badges(index, entity);
        boolean victim = snapshot.victims().isVictim(index);
        // Victims are never made to stand out by how central they are.
        ChartNode node = ChartNode.of(entity.id().value(), label.apply(index), kindOf(entity.kind()))
                .withRoles(badges)
                .withWeight(victim ? 0 : weight)
                .withDetail(badges.isEmpty() ? words.of(entity.kind()) : roleWords(entity));
        Optional<String> network = snapshot.network(entity.id()).map(CaseAnalysis.Network::name);
        if (network.isPresent()) {
            node = node.withGroup(network.get());
        }
        Optional<String> country = country(index);
        return country.isPresent() ? node.withCountry(country.get()) : node;
    }

    private String roleWords(Entity entity) {
        return snapshot.roles(entity.id()).stream()
                .map(RoleFinding::role)
                .distinct()
                .limit(2)
                .map(words::of)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private List<RoleBadge> badges(int index, Entity entity) {
        Map<Role, RoleFinding> best = new EnumMap<>(Role.class);
        List<RoleFinding> order = new ArrayList<>();
        for (RoleFinding finding : snapshot.roles(entity.id())) {
            if (best.putIfAbsent(finding.role(), finding) == null) {
                order.add(finding);
            }
        }
        List<RoleBadge> badges = new ArrayList<>();
        if (snapshot.victims().isVictim(index) && !best.containsKey(Role.VICTIM)) {
            badges.add(RoleBadge.stated(ChartRole.VICTIM));
        }
        for (RoleFinding finding : order) {
            ChartRole role = ChartRole.valueOf(finding.role().name());
            badges.add(
                    switch (finding.basis()) {
                        case STATED -> RoleBadge.stated(role);
                        case INFERRED -> RoleBadge.inferred(role);
                    });
        }
        return badges;
    }

    private Optional<String> country(int index) {
        return graph.claimsAbout(index).stream()
                .filter(claim -> (claim.type() == ClaimType.PERSON
                                || claim.type() == ClaimType.ORGANISATION
                                || claim.type() == ClaimType.PREMISES)
                        && claim.first(Part.SUBJECT)
                                .filter(graph.entity(index).id()::equals)
                                .isPresent())
                .map(claim -> claim.value("country"))
                .filter(country -> !country.isBlank())
                .findFirst();
    }

    private static NodeKind kindOf(EntityKind kind) {
        return switch (kind) {
            case PERSON -> NodeKind.PERSON;
            case ORGANISATION -> NodeKind.ORGANISATION;
            case PHONE, HANDSET, SIM -> NodeKind.PHONE;
            case ACCOUNT -> NodeKind.ACCOUNT;
            case PREMISES -> NodeKind.PREMISES;
            case VEHICLE -> NodeKind.VEHICLE;
            case PAPER -> NodeKind.PAPER;
            case ADVERT -> NodeKind.ADVERT;
            case CELL_SITE -> NodeKind.PLACE;
            case DOCUMENT -> NodeKind.DOCUMENT;
            case EVENT -> NodeKind.EVENT;
        };
    }

    private List<ChartLink> chartLinks(Link link) {
        List<ChartLink> result = new ArrayList<>();
        Map<LinkKind, Claims> byKind = new EnumMap<>(LinkKind.class);
        for (Claim claim : link.claims()) {
            Meaning meaning = meaning(claim, link);
            byKind.computeIfAbsent(meaning.kind(), k -> new Claims()).add(meaning);
        }
        if (link.callCount() > 0) {
            result.add(calls(link));
        }
        if (link.transferCount() > 0 || byKind.containsKey(LinkKind.MONEY)) {
            result.add(money(link, byKind.getOrDefault(LinkKind.MONEY, new Claims())));
        }
        byKind.forEach((kind, claims) -> {
            if (kind != LinkKind.MONEY) {
                result.add(link(link, kind)
                        .withLabel(claims.word())
                        .withWeight(claims.count)
                        .withDirection(claims.direction())
                        .withCertainty(claims.certainty()));
            }
        });
        return result;
    }

    private ChartLink link(Link link, LinkKind kind) {
        String one = graph.entity(link.one()).id().value();
        String other = graph.entity(link.other()).id().value();
        return ChartLink.of(one + SEPARATOR + other + SEPARATOR + kind, one, other, kind);
    }

    private ChartLink calls(Link link) {
        CallTable calls = graph.calls();
        int forward = 0;
        int backward = 0;
        int messages = 0;
        for (int i : link.calls()) {
            if (snapshot.actors().actorAt(calls.from(i), calls.start(i)) == link.one()) {
                forward++;
            } else {
                backward++;
            }
            if (calls.kind(i) == CallTable.Kind.MESSAGE) {
                messages++;
            }
        }
        int all = link.callCount();
        String text = messages == all
                ? words.text("chart.messages", all)
                : messages == 0 ? words.text("chart.calls", all) : words.text("chart.contacts", all);
        return link(link, messages == all ? LinkKind.MESSAGE : LinkKind.CALL)
                .withLabel(text)
                .withWeight(all)
                .withDirection(direction(forward, backward));
    }

    private ChartLink money(Link link, Claims claims) {
        TransferTable transfers = graph.transfers();
        Map<String, BigDecimal> sums = new TreeMap<>();
        int forward = claims.forward;
        int backward = claims.backward;
        for (int i : link.transfers()) {
            sums.merge(transfers.currency(i), transfers.amount(i), BigDecimal::add);
            if (snapshot.actors().actorAt(transfers.from(i), CallTable.NO_TIME) == link.one()) {
                forward++;
            } else {
                backward++;
            }
        }
        String text;
        if (sums.size() == 1) {
            Map.Entry<String, BigDecimal> sum = sums.entrySet().iterator().next();
            text = words.text("chart.money", sum.getValue(), sum.getKey()).strip();
        } else if (sums.isEmpty()) {
            text = claims.word();
        } else {
            text = words.text("chart.transfers", link.transferCount());
        }
        return link(link, LinkKind.MONEY)
                .withLabel(text)
                .withWeight(Math.max(1, claims.count + link.transferCount()))
                .withDirection(direction(forward, backward))
                .withCertainty(link.transferCount() > 0 ? Certainty.STATED : claims.certainty());
    }

    private static LinkDirection direction(int forward, int backward) {
        if (forward > 0 && backward > 0) {
            return LinkDirection.BOTH;
        }
        return forward > 0 ? LinkDirection.FORWARD : backward > 0 ? LinkDirection.BACKWARD : LinkDirection.NONE;
    }

    private enum Way {
        FORWARD,
        BACKWARD,
        NEITHER
    }

    private record Meaning(LinkKind kind, String word, Way way, boolean presumed) {}

    private static final class Claims {
        private int count;
        private int forward;
        private int backward;
        private int presumed;
        private final Map<String, Integer> said = new TreeMap<>();

        void add(Meaning meaning) {
            count++;
            switch (meaning.way()) {
                case FORWARD -> forward++;
                case BACKWARD -> backward++;
                case NEITHER -> {
                    // has no direction
                }
            }
            if (meaning.presumed()) {
                presumed++;
            }
            if (!meaning.word().isBlank()) {
                said.merge(meaning.word(), 1, Integer::sum);
            }
        }

        String word() {
            return said.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
        }

        LinkDirection direction() {
            return CaseChart.direction(forward, backward);
        }

        Certainty certainty() {
            return count > 0 && presumed == count ? Certainty.PRESUMED : Certainty.STATED;
        }
    }

    /** What a claim says of the two ends of a link. */
    private Meaning meaning(Claim claim, Link link) {
        for (ClaimType.Pair tie : claim.type().ties()) {
            for (Claim.Participant a : claim.participants()) {
                for (Claim.Participant b : claim.participants()) {
                    if (a.part() != tie.one() || b.part() != tie.other()) {
                        continue;
                    }
                    int from = standsFor(a);
                    int to = standsFor(b);
                    boolean along = from == link.one() && to == link.other();
                    if (along || (from == link.other() && to == link.one())) {
                        boolean presumed = a.certainty() == org.manumit.graph.Certainty.PRESUMED
                                || b.certainty() == org.manumit.graph.Certainty.PRESUMED;
                        return meaning(claim, tie, along, presumed);
                    }
                }
            }
        }
        return new Meaning(LinkKind.TIE, "", Way.NEITHER, false);
    }

    private int standsFor(Claim.Participant participant) {
        return snapshot.links().standsFor(graph.indexOf(participant.entity()).orElseThrow());
    }

    private Meaning meaning(Claim claim, ClaimType.Pair tie, boolean along, boolean presumed) {
        Way there = along ? Way.FORWARD : Way.BACKWARD;
        Way back = along ? Way.BACKWARD : Way.FORWARD;
        return switch (claim.type()) {
            case MEMBERSHIP -> new Meaning(LinkKind.MEMBERSHIP, or(claim.value("as"), "chart.member"), there, presumed);
            case ROLE -> new Meaning(LinkKind.CONTROL, plain(claim.value("role")), there, presumed);
            case RECRUITMENT ->
                tie.one() == tie.other()
                        ? new Meaning(LinkKind.TIE, words.text("chart.together"), Way.NEITHER, presumed)
                        : new Meaning(LinkKind.RECRUITMENT, words.text("chart.recruits"), back, presumed);
            case EXPLOITATION ->
                tie.one() == tie.other()
                        ? new Meaning(LinkKind.TIE, words.text("chart.together"), Way.NEITHER, presumed)
                        : tie.other() == Part.PREMISES
                                ? new Meaning(LinkKind.PRESENCE, words.text("chart.at"), Way.NEITHER, presumed)
                                : new Meaning(LinkKind.CONTROL, words.text("chart.exploits"), back, presumed);
            case TIE -> tie(plain(claim.value("kind")), there, back, presumed);
            case JOURNEY ->
                tie.other() == Part.MOVED_BY || tie.other() == Part.PAID_BY
                        ? new Meaning(LinkKind.MOVEMENT, words.text("chart.moves"), back, presumed)
                        : tie.other() == Part.WITH
                                ? new Meaning(LinkKind.MOVEMENT, words.text("chart.travels"), Way.NEITHER, presumed)
                                : new Meaning(LinkKind.MOVEMENT, words.text("chart.hands"), there, presumed);
            case PAYMENT, DEBT ->
                new Meaning(LinkKind.MONEY, or(plain(claim.value("purpose")), "chart.pays"), there, presumed);
            case PREMISES, VEHICLE, PHONE, ACCOUNT, PAPER, ADVERT ->
                new Meaning(
                        tie.other() == Part.OCCUPANT ? LinkKind.PRESENCE : LinkKind.USE,
                        plain(tie.other().name()),
                        Way.NEITHER,
                        presumed);
            case CASE, DOCUMENT, PERSON, ORGANISATION, EVENT, STATEMENT, CELL_SITE, PASSAGE, DECISION, OTHER ->
                new Meaning(LinkKind.TIE, "", Way.NEITHER, presumed);
        };
    }

    private static Meaning tie(String kind, Way there, Way back, boolean presumed) {
        return switch (kind) {
            case "kin", "partner" -> new Meaning(LinkKind.KINSHIP, kind, Way.NEITHER, presumed);
            case "tasks", "hires" -> new Meaning(LinkKind.TASKING, kind, there, presumed);
            case "reports to" -> new Meaning(LinkKind.TASKING, "tasks", back, presumed);
            case "controls", "threatens", "protects" -> new Meaning(LinkKind.CONTROL, kind, there, presumed);
            case "hands over to", "sells to", "supplies" -> new Meaning(LinkKind.MOVEMENT, kind, there, presumed);
            case "buys from" -> new Meaning(LinkKind.MOVEMENT, "sells to", back, presumed);
            case "funds", "shares profit with" -> new Meaning(LinkKind.MONEY, kind, there, presumed);
            case "introduces", "tries to influence" -> new Meaning(LinkKind.TIE, kind, there, presumed);
            default -> new Meaning(LinkKind.TIE, kind, Way.NEITHER, presumed);
        };
    }

    private static String plain(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return text.endsWith("?") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private String or(String value, String key) {
        return value.isBlank() ? words.text(key) : value;
    }
}
