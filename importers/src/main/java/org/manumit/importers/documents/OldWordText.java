package org.manumit.importers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.manumit.graph.job.CancelledException;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.draft.SourceFile;

/** The paragraphs of a document of Word 6 to 2003 (DOC), with its notes and comments. */
final class OldWordText {

    private final SourceFile source;
    private final PassageCollector passages;

    OldWordText(SourceFile source, PassageCollector passages) {
        this.source = source;
        this.passages = passages;
    }

    void read() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(
                source.readAs().password().map(Password::reveal).orElse(null));
        try (InputStream in = Files.newInputStream(source.path());
                HWPFDocument document = new HWPFDocument(in);
                WordExtractor words = new WordExtractor(document)) {
            add("", words.getParagraphText());
            add("footnote", words.getFootnoteText());
            add("endnote", words.getEndnoteText());
            add("comment", words.getCommentsText());
        } catch (OldWordFileFormatException e) {
            old();
        } catch (EncryptedDocumentException e) {
            throw PasswordException.of(source);
        } catch (IOException | RuntimeException e) {
            if (e instanceof ImportException || e instanceof CancelledException) {
                throw e;
            }
            throw damaged(e);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private void old() {
        try (InputStream in = Files.newInputStream(source.path());
                Word6Extractor words = new Word6Extractor(in)) {
            add("", words.getText().split("\\R", -1));
        } catch (IOException | RuntimeException e) {
            if (e instanceof ImportException || e instanceof CancelledException) {
                throw (RuntimeException) e;
            }
            throw damaged(e);
        }
    }

    private ImportException damaged(Exception e) {
        return new ImportException(
                source.fileName() + ": the document is cut off or damaged. Open it in Word and save it as DOCX.", e);
    }

    /** Cells end with a bell, fields stand between marks of their own. */
    private void add(String page, String[] paragraphs) {
        StringBuilder row = new StringBuilder();
        for (String paragraph : paragraphs) {
            String text = WordExtractor.stripFields(paragraph).replace('\u000b', '\n');
            boolean cell = paragraph.endsWith("\u0007");
            row.append(text.replaceAll("[\\r\\u0007\\u0000-\\u0008\\u000c]", ""));
            if (cell && !text.equals("\u0007")) {
                row.append('\t');
            } else {
                passages.add(page, row.toString());
                row.setLength(0);
            }
        }
        passages.add(page, row.toString());
    }
}
