package org.manumit.importers.calls;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.draft.UnpackedStream;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;

/**
 * Reads the report of a telephone extraction that Cellebrite's programs write in XML ({@code report.xml}, alone or within
 * a {@code .ufdr} archive): contacts, calls, messages and chats, with the owner's number, handset and SIM card where the
 * report names them. What a name in it says is what that telephone's owner calls somebody, no more. Times carry their
 * offset. The layout follows what public readers of such reports agree on. Stateless.
 */
public final class ExtractionReportImporter implements SourceImporter {

    private static final String LAYOUT = "extraction report of a telephone, Cellebrite XML";
    private static final String NAMESPACE = "pa.cellebrite.com/report/";
    private static final int HEAD = 1 << 14;

    /** What text packs to at best, and how much must have come out before it counts. */
    private static final long RATIO = 300;

    private static final long HARMLESS = 100L << 20;

    /** An importer of extraction reports. */
    public ExtractionReportImporter() {}

    @Override
    public String kind() {
        return "calls";
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        try {
            return isReport(file.path()) ? Optional.of(new Detection(kind(), 0.97, LAYOUT)) : Optional.empty();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static boolean isReport(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length > 4 && head[0] == 'P' && head[1] == 'K') {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                Optional<ZipEntry> report = report(zip);
                if (report.isEmpty()) {
                    return false;
                }
                try (InputStream in = zip.getInputStream(report.get())) {
                    head = in.readNBytes(HEAD);
                }
            } catch (ZipException e) {
                return false; // whoever reads archives says what is wrong with it
            }
        }
        return new String(head, StandardCharsets.ISO_8859_1).replace("\0", "").contains(NAMESPACE);
    }

    private static Optional<ZipEntry> report(ZipFile zip) {
        for (String name : List.of("report.xml", "Report.xml", "REPORT.XML")) {
            ZipEntry entry = zip.getEntry(name);
            if (entry != null) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        ExtractionReading reading = new ExtractionReading(file, options, progress, cancellation);
        Path path = file.path();
        try (InputStream in = Files.newInputStream(path)) {
            boolean packed = in.read() == 'P' && in.read() == 'K';
            if (packed) {
                packed(path, reading);
            } else {
                try (InputStream xml = new BufferedInputStream(Files.newInputStream(path))) {
                    ExtractionXml.read(GuardedXml.reader(xml), reading);
                }
            }
        } catch (XMLStreamException e) {
            throw GuardedXml.unreadable(path, e);
        } catch (ZipException e) {
            throw new ImportException(
                    path.getFileName() + ": the archive is cut off or damaged. Copy it again from where it came from.",
                    e);
        } catch (IOException e) {
            throw ImportException.unreadable(path, e);
        }
        return reading.draft(LAYOUT);
    }

    private static void packed(Path path, ExtractionReading reading) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = report(zip)
                    .orElseThrow(() -> new ImportException(
                            path.getFileName() + ": there is no report.xml in the archive. Export the report as XML."));
            try (InputStream in = new BufferedInputStream(
                    new UnpackedStream(
                            zip.getInputStream(entry),
                            Math.max(HARMLESS, RATIO * Math.max(1, entry.getCompressedSize())),
                            () -> new ImportException(
                                    path.getFileName()
                                            + ": the report unpacks to far more than it should, as in an attack. Ask for the report as XML.")))) {
                ExtractionXml.read(GuardedXml.reader(in), reading);
            }
        }
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        ImportDraft draft = read(file, options, Progress.NONE, Cancellation.NEVER);
        return HandsetPreview.of(
                draft,
                0.97,
                List.of(
                        new Preview.Column("from", "caller", "by the parties' roles and the direction"),
                        new Preview.Column("to", "called", "by the parties' roles and the direction"),
                        new Preview.Column("TimeStamp", "start", "with its offset")),
                rows);
    }
}
