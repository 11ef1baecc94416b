package org.manumit.app.session;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Source;
import org.manumit.importers.draft.Corrections;
import org.manumit.importers.draft.ReadAs;
import org.manumit.importers.spi.ImportOptions;

/**
 * What the user said of a file when it was imported, kept among what was noticed about it: whoever reads the file again
 * reads it the same way, and anybody can see what was said. The password of a protected file is never kept.
 */
final class Instructions {

    private static final String SAID = "As the user says: ";
    private static final String ENCODING = "encoding";
    private static final String DELIMITER = "delimiter";
    private static final String PROFILE = "saved columns";
    private static final String COLUMN = "column";

    private Instructions() {}

    /**
     * As issues, to be kept with the source.
     *
     * @param profile the saved mapping that was used
     */
    static List<ImportIssue> kept(ImportOptions options, Optional<String> profile) {
        List<ImportIssue> kept = new ArrayList<>();
        options.readAs().encoding().ifPresent(said -> kept.add(said(ENCODING, "", said.name())));
        options.readAs().delimiter().ifPresent(said -> kept.add(said(DELIMITER, "", String.valueOf(said))));
        profile.ifPresent(name -> kept.add(said(PROFILE, "", name)));
        options.columns().forEach((column, meaning) -> kept.add(said(COLUMN, column, meaning)));
        return kept;
    }

    private static ImportIssue said(String what, String column, String value) {
        String about = column.isEmpty() ? what : what + " '" + column + "'";
        return new ImportIssue(
                Severity.NOTE,
                "",
                0,
                column,
                what,
                value,
                SAID + about + " is '" + (value.equals("\t") ? "tab" : value) + "'.");
    }

    /** How a committed source was read. */
    static ImportOptions of(Source source, List<ImportIssue> issues, Optional<Path> profiles) {
        ReadAs readAs = ReadAs.IT_STANDS.withCorrections(Corrections.among(issues));
        Optional<String> profile = Optional.empty();
        Map<String, String> columns = new LinkedHashMap<>();
        for (ImportIssue issue : issues) {
            if (issue.severity() == Severity.NOTE
                    && issue.line() == 0
                    && issue.message().startsWith(SAID)) {
                switch (issue.found()) {
                    case ENCODING -> readAs = readAs.withEncoding(Optional.of(Charset.forName(issue.expected())));
                    case DELIMITER ->
                        readAs = readAs.withDelimiter(
                                Optional.of(issue.expected().charAt(0)));
                    case PROFILE -> profile = Optional.of(issue.expected());
                    case COLUMN -> columns.put(issue.column(), issue.expected());
                    default -> throw new IllegalStateException("unknown instruction: " + issue.found());
                }
            }
        }
        return new ImportOptions(
                Optional.of(source.zone()).filter(zone -> !zone.isEmpty()).map(ZoneId::of),
                Optional.of(source.country()).filter(country -> !country.isEmpty()),
                profile,
                // A mapping that was saved since must not change how this file is read
                profile.isPresent() ? profiles : Optional.empty(),
                columns,
                readAs);
    }
}
