package org.manumit.app.session;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.ClaimId;
import org.manumit.graph.analysis.Reason;
import org.manumit.styles.Words;

/** Reasons as one statement with all that they rest on; what speaks against it is said to do so. */
public final class ReasonsTold {

    private ReasonsTold() {}

    /**
     * What is selected when somebody asks why.
     *
     * @param title what the reasons are of, for the user
     */
    public static Selection.OfEvidence of(
            String title, List<Reason> reasonsFor, List<Reason> reasonsAgainst, DisplayNames names, Words words) {
        Set<ClaimId> evidence = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        Stream.concat(reasonsFor.stream(), reasonsAgainst.stream()).forEach(reason -> {
            evidence.addAll(reason.evidence());
            sources.add(reason.citation());
        });
        String speaksFor = names.text(sentences(reasonsFor));
        return new Selection.OfEvidence(
                title,
                reasonsAgainst.isEmpty()
                        ? speaksFor
                        : words.text("evidence.against", speaksFor, names.text(sentences(reasonsAgainst))),
                String.join("; ", sources),
                List.copyOf(evidence));
    }

    private static String sentences(List<Reason> reasons) {
        return reasons.stream().map(Reason::text).collect(Collectors.joining(" "));
    }
}
