package org.manumit.app.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.manumit.app.release.ClaimWording;
import org.manumit.app.release.ProofTables;
import org.manumit.app.release.Wording;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseFacts;
import org.manumit.graph.query.Victims;

/**
 * A case as it may leave the program: what its people and things are called, and under which ids, so that no id leads to a
 * name that is not given. Immutable; safe for use from several threads.
 */
final class OutgoingCase {

    private final CaseGraph graph;
    private final CaseAnalysis analysis;
    private final Wording wording;
    private final Actors actors;
    private final Victims victims;
    private final CaseFacts facts;
    private final ClaimWording saying;
    private final List<String> ids;

    OutgoingCase(CaseGraph graph, CaseAnalysis analysis, Wording wording) {
        this.graph = graph;
        this.analysis = analysis;
        this.wording = wording;
        actors = Actors.of(graph);
        victims = Victims.of(graph, actors);
        facts = new CaseFacts(graph);
        saying = new ClaimWording(graph, wording, victims);
        ids = ids();
    }

    private List<String> ids() {
        List<String> found = new ArrayList<>(graph.entities().size());
        Map<String, Integer> seen = new HashMap<>();
        for (int e = 0; e < graph.entities().size(); e++) {
            String id = wording.conceals(e)
                    ? graph.entity(e).kind().prefix() + ":"
                            + wording.label(e).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                    : graph.entity(e).id().value();
            int before = seen.merge(id, 1, Integer::sum);
            found.add(before == 1 ? id : id + "-" + before);
        }
        return List.copyOf(found);
    }

    CaseGraph graph() {
        return graph;
    }

    CaseAnalysis analysis() {
        return analysis;
    }

    Actors actors() {
        return actors;
    }

    Victims victims() {
        return victims;
    }

    CaseFacts facts() {
        return facts;
    }

    /** What claims say, in words. */
    ClaimWording saying() {
        return saying;
    }

    /** What a prosecutor asks of the file. */
    List<ProofTables.Table> proof() {
        return new ProofTables(graph, wording, victims).all();
    }

    /** What an entity is called. */
    String label(int entity) {
        return wording.label(entity);
    }

    /** A text in which whoever must not be named is not. */
    String text(String text) {
        return wording.text(text);
    }

    /** Whether texts that others wrote may be given. */
    boolean mayQuote() {
        return wording.freeText() != Wording.FreeText.LEFT_OUT;
    }

    /** Whether nothing but its label may be said of an entity. */
    boolean conceals(int entity) {
        return wording.conceals(entity);
    }

    /** The stable id of an entity; of one whose name is not given, made from what it is called. */
    String id(int entity) {
        return ids.get(entity);
    }

    /** Where an entity stands in the snapshot. */
    int index(EntityId id) {
        OptionalInt index = graph.indexOf(id);
        return index.orElseThrow();
    }
}
