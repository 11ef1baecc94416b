package org.manumit.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.manumit.app.custody.CustodyException;
import org.manumit.app.export.OutputException;
import org.manumit.app.session.CaseImporter;
import org.manumit.app.session.FileReading;
import org.manumit.app.session.ImportFolder;
import org.manumit.app.session.ImportReport;
import org.manumit.app.session.ImportReport.Outcome;
import org.manumit.app.session.ImportRequest;
import org.manumit.app.session.ImportRequest.Effect;
import org.manumit.app.session.ImportRequest.OnRejects;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.RejectedRows;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.StoreException;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code manumit import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Detects what each file is, reads it, and adds it to the case, which is created when it is not there.",
            "A file is added wholly or not at all; rows that cannot be read are listed, and the good ones kept. The same "
                    + "file again adds nothing."
        })
final class ImportCommand implements Callable<Integer> {

    /** How many issues of a file the terminal shows; the report file has them all. */
    private static final int SHOWN = 10;

    /** Of how many files what was found out is kept: it holds their first rows. */
    private static final int REMEMBERED = 4;

    private static final long READ_AHEAD_BYTES = 4 << 20;

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;
    private final FilePasswords passwords;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything is called
    CommandSpec spec;

    @Mixin
    CaseArgument theCase = new CaseArgument();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Call records, transfers, case workbooks, contact lists, documents, graphs; or folders of them.")
    @SuppressWarnings("NullAway.Init") // required
    List<Path> files;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "What the files are: calls, transfers, case, contacts, document or graph. Found out when not given.")
    @Nullable
    String kind;

    @Option(names = "--profile", paramLabel = "NAME", description = "A saved column mapping.")
    @Nullable
    String profile;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The time zone of times that carry none, for example Europe/Vienna.")
    @Nullable
    String zone;

    @Option(
            names = "--country",
            paramLabel = "CC",
            description = "The country of telephone numbers without a prefix, for example AT.")
    @Nullable
    String country;

    @Option(
            names = "--column",
            paramLabel = "HEADER=MEANING",
            description = "What a column means, where it was taken for something else: --column \"Nr. B=called\"; "
                    + "#3 names the third column, and ignore takes a meaning away.")
    Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--save-profile",
            paramLabel = "NAME",
            description = "Keep the columns, zone and country of this file for the next ones with the same headers.")
    @Nullable
    String saveProfile;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Text file whose first line opens protected files. Without it: MANUMIT_FILE_PASSWORD, or "
                    + "asked for at a terminal.")
    @Nullable
    Path passwordFile;

    @Option(
            names = "--save-rejected",
            paramLabel = "FOLDER",
            description = "Save the rejected rows there, a file of the same layout for each file that has some.")
    @Nullable
    Path saveRejected;

    @Option(names = "--dry-run", description = "Read and report; change nothing.")
    boolean dryRun;

    @Option(names = "--strict", description = "Refuse a file of which any row is rejected.")
    boolean strict;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the report, with every issue, as JSON; - is standard output.")
    @Nullable
    Path json;

    ImportCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
        this.passwords = new FilePasswords(terminal);
    }

    @Override
    public Integer call() {
        ImportRequest request = request();
        passwords.take(passwordFile);
        List<ImportReport> reports = new ArrayList<>();
        Map<Path, String> failures = new LinkedHashMap<>();
        interruption.begin();
        List<Path> chosen = List.of();
        try {
            chosen = chosen(failures);
            // Files that nobody can read must not even start a store.
            List<SourceFile> readable = isNew()
                    ? recognised(chosen, request, failures)
                    : chosen.stream().map(SourceFile::unread).toList();
            interruption.check();
            if (!readable.isEmpty()) {
                importAll(readable, request, reports, failures);
            }
        } catch (CommandFailure | StoreException | CancelledException e) {
            notImported(chosen, reports, failures, e);
            try {
                writeJson(reports, failures);
            } catch (OutputException also) {
                e.addSuppressed(also);
            }
            throw e;
        }
        writeJson(reports, failures);
        return failures.isEmpty() ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    /** The files named, and those of the folders named, unless a folder is said or found to be one case workbook. */
    private List<Path> chosen(Map<Path, String> failures) {
        List<Path> chosen = new ArrayList<>();
        for (Path path : files) {
            if (!Files.isDirectory(path) || "case".equals(kind)) {
                chosen.add(path);
                continue;
            }
            try {
                List<Path> within = ImportFolder.files(path, workplace.importers(), interruption);
                if (within.isEmpty()) {
                    fail(path, new ImportException(path + ": there is no file in this folder"), failures);
                }
                chosen.addAll(within);
            } catch (ImportException e) {
                fail(path, e, failures);
            } catch (IOException e) {
                fail(path, ImportException.unreadable(path, e), failures);
            }
        }
        return chosen;
    }

    private static void notImported(
            List<Path> chosen, List<ImportReport> reports, Map<Path, String> failures, RuntimeException why) {
        chosen.stream()
                .filter(file ->
                        reports.stream().noneMatch(report -> report.path().equals(file)))
                .forEach(file -> failures.putIfAbsent(file, "not imported: " + why.getMessage()));
    }

    private void writeJson(List<ImportReport> reports, Map<Path, String> failures) {
        if (json != null) {
            JsonTarget.write(json, terminal, out -> ImportJson.write(reports, failures, out));
        }
    }

    private boolean isNew() {
        try {
            return !theCase.word.contains("://") && !Files.exists(Path.of(theCase.word));
        } catch (InvalidPathException e) {
            return false; // opening it says what is wrong with the name
        }
    }

    /** With what was found out about them where that is little: it is needed again when they are read. */
    private List<SourceFile> recognised(List<Path> chosen, ImportRequest request, Map<Path, String> failures) {
        List<SourceFile> recognised = new ArrayList<>();
        for (Path path : chosen) {
            interruption.check();
            try (ProgressBar bar = new ProgressBar(terminal, String.valueOf(path.getFileName()))) {
                SourceFile unknown = SourceFile.of(path, bar, interruption);
                bar.clear();
                SourceFile known = open(unknown, bar, opened -> {
                    bar.report(0, -1, "Looking what it is");
                    workplace.importers().choose(opened, request.kind(), request.options());
                    return opened;
                });
                recognised.add(recognised.size() < REMEMBERED ? known : SourceFile.unread(path));
            } catch (ImportException e) {
                fail(path, e, failures);
            }
        }
        return recognised;
    }

    private void importAll(
            List<SourceFile> readable, ImportRequest request, List<ImportReport> reports, Map<Path, String> failures) {
        boolean readFirst = isNew() && readable.getFirst().size() <= READ_AHEAD_BYTES;
        try (ProgressBar bar = new ProgressBar(terminal, theCase.word);
                OpeningAhead opening = new OpeningAhead(
                        () -> workplace.open(
                                theCase.word,
                                dryRun ? Workplace.OpenFor.DRY_RUN : Workplace.OpenFor.IMPORT,
                                readFirst ? Progress.NONE : bar,
                                interruption),
                        interruption)) {
            // A case that is not there yet knows no file: the first is read while its store starts. A large one would
            // only compete with it for the processors.
            Optional<FileReading.Read> first =
                    readFirst ? readAhead(readable.getFirst(), request, failures) : Optional.empty();
            try (OpenedCase opened = opening.await()) {
                bar.clear();
                try {
                    importInto(opened, readable, first, request, reports, failures);
                } finally {
                    if (reports.stream().noneMatch(report -> report.outcome() == Outcome.COMMITTED)) {
                        opened.closeUnused();
                    }
                }
            }
        }
    }

    /** Empty when it cannot be read, which is told. */
    private Optional<FileReading.Read> readAhead(SourceFile file, ImportRequest request, Map<Path, String> failures) {
        FileReading reading = new FileReading(workplace.importers(), workplace.clock());
        try (ProgressBar bar = new ProgressBar(terminal, file.fileName())) {
            return Optional.of(
                    open(file, bar, unlocked -> reading.read(unlocked, request(request, unlocked), bar, interruption)));
        } catch (ImportException e) {
            fail(file.path(), e, failures);
            return Optional.empty();
        }
    }

    /** A password is asked for on the line where progress is drawn. */
    private <T> T open(SourceFile file, ProgressBar bar, FilePasswords.Work<T> work) {
        return passwords.open(file, unlocked -> {
            bar.report(0, -1, "Opening the file");
            try {
                return work.with(unlocked);
            } finally {
                bar.clear();
            }
        });
    }

    private static ImportRequest request(ImportRequest request, SourceFile unlocked) {
        return request.with(request.options().withReadAs(unlocked.readAs()));
    }

    private void save(Path path, ImportRequest request, String name) {
        terminal.tell(passwords
                .open(SourceFile.of(path), file -> workplace
                        .importers()
                        .choose(file, request.kind(), request.options())
                        .remember(file, request.options(), name))
                .map(saved -> "  saved as " + name + " in " + saved)
                .orElse("  " + path.getFileName() + " has no columns to save as " + name));
    }

    private void importInto(
            OpenedCase opened,
            List<SourceFile> readable,
            Optional<FileReading.Read> first,
            ImportRequest request,
            List<ImportReport> reports,
            Map<Path, String> failures) {
        CaseImporter importer = new CaseImporter(
                opened, workplace.importers(), workplace.clock(), workplace.user(), Optional.of(workplace.profiles()));
        for (int i = 0; i < readable.size(); i++) {
            SourceFile file = readable.get(i);
            if (failures.containsKey(file.path())) {
                continue;
            }
            try (ProgressBar bar = new ProgressBar(terminal, file.fileName())) {
                ImportReport report = i == 0 && first.isPresent()
                        ? importer.importRead(first.get(), request, bar, interruption)
                        : open(file, bar, unlocked -> imported(importer, unlocked, request, bar));
                bar.clear();
                reports.add(report);
                tell(report, failures);
                if (saveRejected != null && report.rowsRejected() > 0) {
                    saveRejected(file.path(), report, saveRejected);
                }
                if (saveProfile != null) {
                    save(file.path(), request, saveProfile);
                }
            } catch (ImportException e) {
                fail(file.path(), e, failures);
            } catch (StoreException | CustodyException | CancelledException e) {
                // What fails while the process ends fails because it ends
                throw stopped(
                        interruption.isCancelled() || e instanceof CancelledException
                                ? "cancelled"
                                : String.valueOf(e.getMessage()),
                        readable.subList(i, readable.size()),
                        e);
            }
        }
    }

    private ImportReport imported(CaseImporter importer, SourceFile unlocked, ImportRequest request, ProgressBar bar) {
        ImportRequest whole = request(request, unlocked);
        return unlocked.isUnread()
                ? importer.importFile(unlocked.path(), whole, bar, interruption)
                : importer.importFile(unlocked, whole, bar, interruption);
    }

    private void saveRejected(Path file, ImportReport report, Path into) {
        try {
            RejectedRows.save(List.of(new RejectedRows.Rejects(file, report.issues())), into)
                    .forEach(saved -> terminal.tell("  rejected rows saved in " + saved));
        } catch (PasswordException e) {
            terminal.tell(
                    "  " + file.getFileName() + " is protected, so its rejected rows are not written out in clear;"
                            + " correct them in the window");
        }
    }

    /** Says once what holds for all files that are left. */
    private static CommandFailure stopped(String why, List<SourceFile> left, RuntimeException cause) {
        Path first = left.getFirst().path();
        return new CommandFailure(
                switch (left.size()) {
                            case 1 -> first + " was not imported";
                            case 2 -> first + " and the file after it were not imported";
                            default -> first + " and the " + (left.size() - 1) + " files after it were not imported";
                        }
                        + ": " + why,
                cause);
    }

    private void fail(Path file, RuntimeException e, Map<Path, String> failures) {
        String message = e.getMessage()
                + (e instanceof PasswordException
                        ? " (" + FilePasswords.VARIABLE + " or --password-file says it to this command)"
                        : "");
        failures.put(file, message);
        terminal.tell("manumit: " + message);
    }

    private ImportRequest request() {
        if (kind != null && !workplace.importers().kinds().contains(kind)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--kind " + kind + ": no such kind; the kinds are "
                            + String.join(", ", workplace.importers().kinds()));
        }
        ImportOptions options = new ImportOptions(
                Optional.ofNullable(zone).map(this::zoneOf),
                Optional.ofNullable(country).map(this::countryOf),
                Optional.ofNullable(profile),
                Optional.of(workplace.profiles()),
                columns);
        return new ImportRequest(
                Optional.ofNullable(kind),
                options,
                strict ? OnRejects.REFUSE_FILE : OnRejects.KEEP_GOOD_ROWS,
                dryRun ? Effect.DRY_RUN : Effect.COMMIT);
    }

    private ZoneId zoneOf(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--zone " + text + ": no such time zone; write it like Europe/Vienna or +02:00",
                    e);
        }
    }

    private String countryOf(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (!List.of(Locale.getISOCountries()).contains(upper)) {
            throw new ParameterException(
                    spec.commandLine(), "--country " + text + ": no such country; write its two letters, like AT");
        }
        return upper;
    }

    private void tell(ImportReport report, Map<Path, String> failures) {
        String rows = String.format(
                Locale.ROOT,
                "%s: %s, %,d rows read: %,d accepted, %,d rejected, %,d duplicate",
                report.path(),
                report.kind(),
                report.rowsRead(),
                report.rowsAccepted(),
                report.rowsRejected(),
                report.rowsDuplicate());
        List<ImportIssue> worth = report.issues().stream()
                .filter(i -> i.severity() != Severity.NOTE || report.outcome() == Outcome.ALREADY_KNOWN)
                .toList();
        switch (report.outcome()) {
            case COMMITTED, DRY_RUN -> {
                String entities = report.entities().entrySet().stream()
                        .map(e -> String.format(
                                Locale.ROOT, "%,d %s", e.getValue(), e.getKey().label()))
                        .collect(Collectors.joining(", "));
                result(rows
                        + (entities.isEmpty() ? "" : "; " + entities)
                        + (report.outcome() == Outcome.DRY_RUN ? " (dry run: nothing was kept)" : ""));
            }
            case ALREADY_KNOWN -> result(rows);
            case REFUSED -> {
                String first = report.issues().stream()
                        .filter(i -> i.severity() == Severity.REJECTED)
                        .findFirst()
                        .map(i -> "; the first is " + place(i) + i.message())
                        .orElse("");
                String message = report.path() + ": " + report.rowsRejected() + " of " + report.rowsRead()
                        + " rows cannot be read and --strict was given; nothing was imported" + first;
                failures.put(report.path(), message);
                terminal.tell("manumit: " + message);
                return;
            }
        }
        worth.stream()
                .limit(SHOWN)
                .forEach(issue -> terminal.tell("  " + severity(issue) + place(issue) + issue.message()));
        if (worth.size() > SHOWN) {
            terminal.tell(
                    String.format(Locale.ROOT, "  and %,d more; --json FILE lists them all", worth.size() - SHOWN));
        }
    }

    /** Told at once, because what follows may take long; beside JSON on standard output nothing else may stand. */
    private void result(String line) {
        if (json != null && JsonTarget.isStandardOutput(json)) {
            terminal.tell(line);
        } else {
            terminal.print(line);
            terminal.flush();
        }
    }

    private static String severity(ImportIssue issue) {
        return issue.severity().name().toLowerCase(Locale.ROOT) + ": ";
    }

    private static String place(ImportIssue issue) {
        if (issue.line() == 0) {
            return "";
        }
        return (issue.sheet().isEmpty() ? "" : issue.sheet() + ", ") + "row " + issue.line()
                + (issue.column().isEmpty() ? "" : ", " + issue.column()) + ": ";
    }
}
