package org.manumit.app.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.manumit.app.brief.CaseOutput;
import org.manumit.app.feature.whatif.WhatIfViewModel.NetworkReading;
import org.manumit.app.job.Work;
import org.manumit.app.session.CaseAssessing;
import org.manumit.app.session.CaseOpening;
import org.manumit.app.session.UserPreferences;
import org.manumit.importers.catalog.ImporterCatalog;
import org.manumit.styles.Words;

/**
 * What the window needs of the rest of the program.
 *
 * @param opening how a case is opened
 * @param assessing how a case is analysed
 * @param networks how what is known of the networks of a case is read
 * @param importers the kinds of file that can be imported
 * @param example makes the example case anew and says where it is; empty where it is not part of the program
 * @param output writes what leaves a case
 * @param profiles the folder where column mappings are saved
 * @param preferences what is remembered of this user
 * @param words what the window says
 * @param clock what time it is
 * @param user who works, for the log of decisions
 */
public record WorkstationParts(
        CaseOpening opening,
        CaseAssessing assessing,
        NetworkReading networks,
        ImporterCatalog importers,
        Optional<Work<String>> example,
        CaseOutput output,
        Optional<Path> profiles,
        UserPreferences preferences,
        Words words,
        Clock clock,
        String user) {
    public WorkstationParts {
        Objects.requireNonNull(opening, "opening");
        Objects.requireNonNull(assessing, "assessing");
        Objects.requireNonNull(networks, "networks");
        Objects.requireNonNull(importers, "importers");
        Objects.requireNonNull(example, "example");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(profiles, "profiles");
        Objects.requireNonNull(preferences, "preferences");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(user, "user");
    }
}
