package org.manumit.importers.documents;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.draft.SourceFile;

/** The paragraphs of a PDF file, page by page. Pages without text, which are scans, are named. */
final class PdfText {

    private static final String PARAGRAPH = "\u2029";
    private static final int LISTED = 20;

    private final SourceFile source;
    private final Path file;
    private final PassageCollector passages;

    PdfText(SourceFile source, PassageCollector passages) {
        this.source = source;
        this.file = source.path();
        this.passages = passages;
    }

    /** The text of a page, column after column where it is set in columns. */
    private static String text(PDDocument document, PDFTextStripper stripper, int page) throws IOException {
        List<Rectangle2D> areas = PdfColumns.areas(document, page);
        if (areas.isEmpty()) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
        PDFTextStripperByArea byArea = new PDFTextStripperByArea();
        prepare(byArea);
        for (int i = 0; i < areas.size(); i++) {
            byArea.addRegion(Integer.toString(i), areas.get(i));
        }
        byArea.extractRegions(document.getPage(page - 1));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < areas.size(); i++) {
            text.append(byArea.getTextForRegion(Integer.toString(i))).append(PARAGRAPH);
        }
        return text.toString();
    }

    private static void prepare(PDFTextStripper stripper) {
        stripper.setSortByPosition(true);
        stripper.setParagraphEnd(PARAGRAPH);
        stripper.setSuppressDuplicateOverlappingText(true);
    }

    void read() throws IOException {
        List<Integer> scans = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(
                file.toFile(),
                source.readAs().password().map(Password::reveal).orElse(""),
                IOUtils.createTempFileOnlyStreamCache())) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                passages.remark("the author of the PDF asks that its text be not copied; it was read as evidence");
            }
            PDFTextStripper stripper = new PDFTextStripper();
            prepare(stripper);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                passages.check();
                String text = text(document, stripper, page);
                if (text.replace(PARAGRAPH, "").isBlank()) {
                    scans.add(page);
                }
                for (String paragraph : text.split(PARAGRAPH, -1)) {
                    passages.add(Integer.toString(page), paragraph);
                }
            }
        } catch (InvalidPasswordException e) {
            throw PasswordException.of(source);
        } catch (IOException | RuntimeException e) {
            if (e instanceof ImportException || e instanceof org.manumit.graph.job.CancelledException) {
                throw e;
            }
            throw new ImportException(
                    file.getFileName()
                            + ": the PDF is cut off or damaged. Copy it again from where it came from, or open"
                            + " it in a reader and print it to a new PDF.",
                    e);
        }
        if (!scans.isEmpty()) {
            passages.remark((scans.size() == 1 ? "page " : scans.size() + " pages hold no text: ")
                    + scans.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "))
                    + (scans.size() > LISTED ? ", \u2026" : "")
                    + (scans.size() == 1 ? " holds no text" : "")
                    + "; if they are scans, have their text recognised and import that too");
        }
    }
}
