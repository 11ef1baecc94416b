package org.manumit.app.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.graph.analysis.centrality.Exactness;

/**
 * What a file says of itself: whence it is, whose names it gives, for whom it is, and what was left out.
 *
 * @param title the case
 * @param version the program's version
 * @param date when it was made
 * @param options for whom
 * @param withheld claims and records that its audience may not receive
 * @param omitted what the format has no place for, a sentence each
 * @param betweenness how the betweenness in the file was reckoned; empty where there is none
 */
public record Colophon(
        String title,
        String version,
        LocalDate date,
        ReleaseOptions options,
        int withheld,
        List<String> omitted,
        Optional<Exactness> betweenness) {

    public Colophon {
        omitted = List.copyOf(omitted);
    }

    /** The same of a file that holds betweenness, so reckoned. */
    Colophon measured(Exactness how) {
        return new Colophon(title, version, date, options, withheld, omitted, Optional.of(how));
    }

    /** What was left out, a sentence each; empty when nothing was. */
    public List<String> leftOut() {
        List<String> said = new ArrayList<>();
        if (withheld > 0) {
            said.add(String.format(
                    Locale.ROOT,
                    "Left out: %,d statements and records that this audience may not receive, or that nobody graded.",
                    withheld));
        }
        omitted.forEach(o -> said.add("Left out: " + o));
        return said;
    }

    /** All of it, a sentence each. */
    public List<String> lines() {
        List<String> said = new ArrayList<>();
        said.add(title + ", written by Manumit " + version + " on " + date + ".");
        said.add(
                switch (options.naming()) {
                    case EVERYBODY_NAMED -> "Victims are named: this must not leave the originating agency.";
                    case VICTIMS_PSEUDONYMOUS -> "Victims are called by pseudonyms; the key stays with the originator.";
                    case NOBODY_NAMED -> "People, firms, numbers, accounts and places are called by kind and number.";
                });
        said.add(options.audience()
                .map(a -> "For handling code " + a + "; onward release only with the originator's consent.")
                .orElse("No audience was chosen: whatever its handling code, everything is here. "
                        + "It must not leave the originating agency."));
        betweenness.map(Exactness::ofBetweenness).ifPresent(said::add);
        said.addAll(leftOut());
        return said;
    }
}
