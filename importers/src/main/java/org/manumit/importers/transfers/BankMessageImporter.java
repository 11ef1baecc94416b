package org.manumit.importers.transfers;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.manumit.graph.CallTable;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.CancelledException;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.EncodingDetector;
import org.manumit.importers.tabular.value.PhoneNumbers;

/**
 * Reads statements in the formats that banks' own systems exchange: ISO 20022 camt.052, .053 and .054, SWIFT MT940 and
 * MT942, OFX, and QIF. Each movement becomes a transfer between the account and the other side; each statement's opening
 * balance and movements are checked against its closing balance.
 */
public final class BankMessageImporter implements SourceImporter {

    /** Far longer than any line of a bank message. */
    private static final int LONGEST_LINE = 1_000_000;

    private static final int HEAD = 16_384;
    private static final Pattern CAMT = Pattern.compile(
            "urn:iso:std:iso:20022:tech:xsd:camt\\.05[234]|<(\\w+:)?BkToCstmr(Stmt|AcctRpt|DbtCdtNtfctn)\\b");

    private enum Format {
        CAMT("bank statement, ISO 20022 camt"),
        SWIFT("bank statement, SWIFT MT940 or MT942"),
        OFX("bank statement, OFX"),
        QIF("bank statement, QIF");

        private final String words;

        Format(String words) {
            this.words = words;
        }
    }

    /** An importer of banks' messages. */
    public BankMessageImporter() {}

    @Override
    public String kind() {
        return "transfers";
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            return format(file.path()).map(format -> new Detection(kind(), 0.97, format.words));
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static Optional<Format> format(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(HEAD);
        }
        String head = new String(bytes, wide(bytes) ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
        if (OfxStatement.is(head)) {
            return Optional.of(Format.OFX);
        }
        if (CAMT.matcher(head).find() && head.indexOf('<') >= 0) {
            return Optional.of(Format.CAMT);
        }
        if (QifStatement.is(head)) {
            return Optional.of(Format.QIF);
        }
        return SwiftStatement.is(head) ? Optional.of(Format.SWIFT) : Optional.empty();
    }

    private static boolean wide(byte[] bytes) {
        return bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
    }

    private record Read(Format format, BankStatements statements, boolean sawLocalTime) {}

    private static Read read(
            SourceFile file,
            ImportOptions options,
            Cancellation cancellation,
            java.util.function.Consumer<BankEntry> to) {
        Path path = file.path();
        BankStatements statements = new BankStatements(cancellation, to);
        ZoneId zone = options.zone().orElse(ZoneOffset.UTC);
        try {
            Format format = format(path)
                    .orElseThrow(() -> new ImportException(file.fileName()
                            + ": this is no bank statement in camt, MT940, OFX or QIF. Import it as another kind."));
            boolean local = false;
            switch (format) {
                case CAMT -> {
                    CamtStatement camt = new CamtStatement(statements, zone);
                    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
                        camt.read(in);
                    } catch (XMLStreamException e) {
                        throw GuardedXml.unreadable(path, e);
                    }
                    local = camt.sawLocalTime();
                }
                case SWIFT -> {
                    try (GuardedLines lines = lines(path)) {
                        new SwiftStatement(statements).read(lines);
                    }
                }
                case QIF -> {
                    QifStatement qif = new QifStatement(statements, file);
                    try (GuardedLines lines = lines(path)) {
                        qif.learn(lines);
                    }
                    try (GuardedLines lines = lines(path)) {
                        qif.read(lines);
                    }
                }
                case OFX -> {
                    try (BufferedReader text = EncodingDetector.text(path)) {
                        new OfxStatement(statements, zone).read(text);
                    }
                }
            }
            return new Read(format, statements, local);
        } catch (IOException e) {
            throw ImportException.unreadable(path, e);
        }
    }

    private static GuardedLines lines(Path path) throws IOException {
        return new GuardedLines(path, EncodingDetector.text(path), LONGEST_LINE);
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        TransferEntities entities = new TransferEntities(file.id(), PhoneNumbers.of(options.country()));
        TransferTable.Builder transfers = new TransferTable.Builder();
        Read read = read(file, options, cancellation, entry -> {
            TransferRecords.add(transfers, entities, entry.entry(), file.id(), "", entry.row());
            if ((transfers.size() & 0x3FFF) == 0) {
                progress.report(transfers.size(), -1, "movements read");
            }
        });
        BankStatements statements = read.statements;
        List<ImportIssue> issues = new ArrayList<>(statements.issues());
        if (read.sawLocalTime && options.zone().isEmpty()) {
            issues.add(new ImportIssue(
                    Severity.NOTE,
                    "",
                    0,
                    "",
                    "",
                    "",
                    "Times carry no zone and are taken as UTC; give the zone to correct that."));
        }
        issues.addAll(entities.issues());
        long rows = statements.accepted() + statements.rejected() + statements.duplicate();
        progress.report(rows, rows, "movements read");
        return new ImportDraft(
                file,
                kind(),
                read.format.words,
                options.zone().map(ZoneId::getId).orElse(read.sawLocalTime ? "UTC" : ""),
                options.country().orElse(""),
                rows,
                statements.accepted(),
                statements.rejected(),
                statements.duplicate(),
                entities.register().toList(),
                entities.claims(),
                CallTable.EMPTY,
                transfers.build(),
                issues,
                Grades.NONE);
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        List<BankEntry> first = new ArrayList<>();
        ZoneId zone = options.zone().orElse(ZoneOffset.UTC);
        List<ImportIssue> issues = List.of();
        Format format = Format.CAMT;
        try {
            format = format(file.path()).orElse(format);
            issues = read(file, options, () -> first.size() >= rows, first::add)
                    .statements
                    .issues();
        } catch (CancelledException e) {
            // Enough for a preview.
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
        List<BankEntry> shown = first.stream().limit(rows).toList();
        return new Preview(
                new Detection(kind(), 0.97, format.words),
                List.of(
                        new Preview.Column("account", "account", "whose statement it is"),
                        new Preview.Column("date", "date", "when it was booked"),
                        new Preview.Column("amount", "amount", "negative when it went out"),
                        new Preview.Column("currency", "currency", "as the statement says"),
                        new Preview.Column("other side", "counterparty", "as the bank shows it"),
                        new Preview.Column("purpose", "purpose", "what the payer wrote")),
                shown.stream().map(BankMessageImporter::cells).toList(),
                shown.stream().map(entry -> entry.entry().words(zone)).toList(),
                issues);
    }

    private static List<String> cells(BankEntry entry) {
        String sign = entry.direction() == MoneyWords.Direction.OUT ? "-" : "";
        return List.of(
                entry.own().account(),
                entry.basis() == TransferTable.TimeBasis.NONE
                        ? ""
                        : LocalDate.ofInstant(Instant.ofEpochSecond(entry.time()), ZoneOffset.UTC)
                                .toString(),
                sign + entry.amount().toPlainString(),
                entry.currency(),
                (entry.other().name() + " " + entry.other().account()).strip(),
                entry.particulars().getOrDefault("purpose", ""));
    }
}
