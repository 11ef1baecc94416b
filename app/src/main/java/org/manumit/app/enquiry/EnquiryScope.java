package org.manumit.app.enquiry;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Period;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.CaseExtract;
import org.manumit.graph.query.CaseZone;
import org.manumit.graph.query.TimeWindow;
import org.manumit.graph.query.Victims;

/**
 * What of a case an enquiry looks at: all of it, or what can have held or happened in a period. Who stands behind numbers,
 * and who is a victim, holds whatever the period is. Entities are given as indexes, which are those of the whole case.
 *
 * @param graph the case in the period
 * @param actors who stands behind the things of the whole case
 * @param victims the victims of the whole case
 * @param window the period in seconds
 */
public record EnquiryScope(CaseGraph graph, Actors actors, Victims victims, TimeWindow window) {

    public EnquiryScope {
        Objects.requireNonNull(graph, "graph");
        Objects.requireNonNull(actors, "actors");
        Objects.requireNonNull(victims, "victims");
        Objects.requireNonNull(window, "window");
    }

    /** A case in a period. */
    public static EnquiryScope of(CaseGraph whole, Period period) {
        Actors actors = Actors.of(whole);
        return of(whole, actors, Victims.of(whole, actors), period);
    }

    /**
     * A case in a period.
     *
     * @param actors who stands behind the things of {@code whole}
     * @param victims the victims of {@code whole}
     */
    public static EnquiryScope of(CaseGraph whole, Actors actors, Victims victims, Period period) {
        return new EnquiryScope(
                CaseExtract.within(whole, period), actors, victims, TimeWindow.of(period, CaseZone.of(whole)));
    }

    /** An entity itself, and the numbers and other things that it is behind. */
    Set<Integer> withThings(int entity) {
        Set<Integer> things = new TreeSet<>();
        for (int e = 0; e < graph.entities().size(); e++) {
            if (e == entity
                    || (actors.actorOf(e) == entity && !graph.entity(e).kind().isActor())) {
                things.add(e);
            }
        }
        return things;
    }
}
