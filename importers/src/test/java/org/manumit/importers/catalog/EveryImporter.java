package org.manumit.importers.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.calls.CallsImporter;
import org.manumit.importers.calls.ChatTextImporter;
import org.manumit.importers.calls.ExtractionReportImporter;
import org.manumit.importers.calls.HandsetWorkbookImporter;
import org.manumit.importers.calls.LocationHistoryImporter;
import org.manumit.importers.calls.MessengerExportImporter;
import org.manumit.importers.calls.PhoneBackupImporter;
import org.manumit.importers.calls.VoicePageImporter;
import org.manumit.importers.casefile.CaseWorkbookImporter;
import org.manumit.importers.contacts.ContactsImporter;
import org.manumit.importers.documents.DocumentImporter;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.graphs.AnxImporter;
import org.manumit.importers.graphs.FtmImporter;
import org.manumit.importers.graphs.GraphsImporter;
import org.manumit.importers.graphs.NetworkFileImporter;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.transfers.BankMessageImporter;
import org.manumit.importers.transfers.TransfersImporter;

/** All kinds of file at once, as the program has them. */
final class EveryImporter {

    private static final ImporterCatalog CATALOG = new ImporterCatalog(List.of(
            new CaseWorkbookImporter(),
            new CallsImporter(),
            new TransfersImporter(),
            new BankMessageImporter(),
            new PhoneBackupImporter(),
            new ExtractionReportImporter(),
            new ChatTextImporter(),
            new MessengerExportImporter(),
            new LocationHistoryImporter(),
            new VoicePageImporter(),
            new HandsetWorkbookImporter(),
            new ContactsImporter(),
            new GraphsImporter(),
            new NetworkFileImporter(),
            new FtmImporter(),
            new AnxImporter(),
            new DocumentImporter()));

    private EveryImporter() {}

    /** What becomes of a file. */
    sealed interface End {
        /** It was read; its rows add up, or there would be no draft. */
        record Read(ImportDraft draft) implements End {}

        /** It was refused, in one line that names it. */
        record Refused(String line) implements End {}
    }

    /** Reads a file as the program would; whatever else than a result or a refusal comes is a fault of the program. */
    static End end(Path file) {
        try {
            SourceFile source = SourceFile.of(file);
            return new End.Read(CATALOG.choose(source, Optional.empty(), ImportOptions.NONE)
                    .read(source, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER));
        } catch (ImportException e) {
            String line = String.valueOf(e.getMessage());
            assertThat(line).contains(String.valueOf(file.getFileName())).doesNotContain("\n", "Exception");
            assertThat(line.length()).isLessThan(500);
            return new End.Refused(line);
        }
    }

    /** The line with which a file is refused. */
    static String refusal(Path file) {
        return switch (end(file)) {
            case End.Refused(String line) -> line;
            case End.Read(ImportDraft draft) ->
                throw new AssertionError(file.getFileName() + " was read as " + draft.kind() + ": " + draft.profile());
        };
    }

    /** What a file was read as. */
    static ImportDraft draft(Path file) {
        return switch (end(file)) {
            case End.Read(ImportDraft draft) -> draft;
            case End.Refused(String line) -> throw new AssertionError(line);
        };
    }
}
