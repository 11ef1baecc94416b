package org.manumit.app.feature.chart.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.manumit.app.feature.chart.model.Certainty;
import org.manumit.app.feature.chart.model.ChartNode;
import org.manumit.app.feature.chart.model.ChartRole;
import org.manumit.app.feature.chart.model.ChartScene;
import org.manumit.app.feature.chart.model.LinkKind;
import org.manumit.app.feature.chart.model.NodeKind;
import org.manumit.app.feature.chart.model.RoleBadge;

/**
 * What the marks on a chart mean: only those that are on it, with how often. Immutable.
 *
 * @param sections in reading order; none is empty
 */
public record Legend(List<Section> sections) {

    public Legend {
        sections = List.copyOf(sections);
    }

    /**
     * Marks of one sort.
     *
     * @param title heading
     * @param entries the marks
     */
    public record Section(String title, List<Entry> entries) {
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /** One mark and what it means. */
    public sealed interface Entry {
        /** What the mark means. */
        String label();
    }

    /**
     * A kind of entity.
     *
     * @param kind the kind
     * @param label its name
     * @param count how many are shown
     */
    public record KindEntry(NodeKind kind, String label, int count) implements Entry {}

    /**
     * A role.
     *
     * @param badge the role as its badge
     * @param label its name
     * @param count how many hold it
     */
    public record RoleEntry(RoleBadge badge, String label, int count) implements Entry {}

    /**
     * A kind of link.
     *
     * @param kind the kind
     * @param label its name
     * @param count how many are shown
     */
    public record LinkEntry(LinkKind kind, String label, int count) implements Entry {}

    /**
     * How a line looks when it is not stated.
     *
     * @param certainty how firmly it is known
     * @param label what it means
     */
    public record CertaintyEntry(Certainty certainty, String label) implements Entry {}

    /** The legend of a scene. O(entities + links). */
    public static Legend of(ChartScene scene, ChartWords words) {
        Map<NodeKind, Integer> kinds = new EnumMap<>(NodeKind.class);
        Map<ChartRole, Integer> roles = new EnumMap<>(ChartRole.class);
        Map<LinkKind, Integer> links = new EnumMap<>(LinkKind.class);
        Map<Certainty, Integer> certainties = new EnumMap<>(Certainty.class);
        boolean hollow = false;
        for (int i = 0; i < scene.nodeCount(); i++) {
            ChartNode node = scene.node(i);
            kinds.merge(node.kind(), 1, Integer::sum);
            for (RoleBadge badge : node.roles()) {
                roles.merge(badge.role(), 1, Integer::sum);
                hollow |= badge.certainty() != Certainty.STATED;
            }
        }
        for (int l = 0; l < scene.linkCount(); l++) {
            links.merge(scene.link(l).kind(), 1, Integer::sum);
            certainties.merge(scene.link(l).certainty(), 1, Integer::sum);
        }
        List<Section> sections = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        roles.forEach((role, count) -> entries.add(new RoleEntry(RoleBadge.stated(role), words.of(role), count)));
        add(sections, words.get("legend.roles"), entries);
        kinds.forEach((kind, count) -> entries.add(new KindEntry(kind, words.of(kind), count)));
        add(sections, words.get("legend.entities"), entries);
        links.forEach((kind, count) -> entries.add(new LinkEntry(kind, words.of(kind), count)));
        add(sections, words.get("legend.links"), entries);
        if (certainties.keySet().stream().anyMatch(certainty -> certainty != Certainty.STATED)) {
            certainties.forEach((certainty, count) -> entries.add(new CertaintyEntry(certainty, words.of(certainty))));
        }
        if (hollow) {
            entries.add(new RoleEntry(
                    RoleBadge.inferred(roles.keySet().iterator().next()), words.get("certainty.role"), 0));
        }
        add(sections, words.get("legend.certainty"), entries);
        return new Legend(sections);
    }

    private static void add(List<Section> sections, String title, List<Entry> entries) {
        if (!entries.isEmpty()) {
            sections.add(new Section(title, entries));
            entries.clear();
        }
    }
}
