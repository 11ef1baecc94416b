package org.manumit.importers.tabular;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;

/** Says by a file's content, never by its name, whether and how it can hold a table. */
final class FileProbe {

    private static final int HEAD = 8192;

    private static final Pattern XML =
            Pattern.compile("<(?:!--|!doctype\\s|[a-z][\\w.:-]*(?:\\s+[\\w.:-]+\\s*=|\\s*/?>))");
    private static final Pattern JSON = Pattern.compile("(?:\\[\\s*)?\\{\\s*\"[^\"]{1,200}\"\\s*:");

    private FileProbe() {}

    /**
     * What a file was found to be.
     *
     * @param format the format of a table
     * @param otherwise why it is no table, when it is whole but something else
     */
    record Finding(Optional<TableFormat> format, Optional<ImportException> otherwise) {

        static Finding table(TableFormat format) {
            return new Finding(Optional.of(format), Optional.empty());
        }

        static Finding other(Path file, String problem, String remedy) {
            return new Finding(Optional.empty(), Optional.of(UnreadableTable.because(file, problem, remedy)));
        }
    }

    /** @throws ImportException when the file is missing, empty, damaged or protected */
    static Finding probe(SourceFile source) throws IOException {
        Path file = source.path();
        if (Files.isDirectory(file)) {
            return Finding.other(file, "this is a folder", "Import the files in it");
        }
        byte[] head = head(file);
        if (head.length == 0) {
            throw UnreadableTable.because(
                    file, "the file is empty", "Ask for it again, or check that the copy was completed");
        }
        if (startsWith(head, "PK\u0003\u0004")) {
            return zipped(file);
        }
        if (startsWith(head, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return compound(source);
        }
        String binary = binaryKind(head);
        if (binary != null) {
            return Finding.other(file, "this is " + binary + ", not a table", "Import the table as CSV or XLSX");
        }
        String start = new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<html") || start.startsWith("<!doctype html") || start.startsWith("<table")) {
            return Finding.other(
                    file,
                    "this is a web page, whatever its name says",
                    "Open it in a spreadsheet program, save it as XLSX, and import that");
        }
        if (start.startsWith("<?xml") && start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return Finding.other(
                    file,
                    "this is an XML spreadsheet of 2003",
                    "Open it in a spreadsheet program, save it as XLSX, and import that");
        }
        if (start.startsWith("<?xml") || XML.matcher(start).lookingAt()) {
            return Finding.other(file, "this is XML, not a table", "Import the table as CSV or XLSX");
        }
        if (JSON.matcher(start).lookingAt()) {
            return JsonTables.of(source).isEmpty()
                    ? Finding.other(
                            file,
                            "this is JSON without a list of records",
                            "Import the records as CSV, XLSX or JSON list")
                    : Finding.table(TableFormat.JSON);
        }
        return text(file, head);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (NoSuchFileException e) {
            throw UnreadableTable.because(file, "there is no such file", "Check the name", e);
        } catch (AccessDeniedException e) {
            throw UnreadableTable.because(
                    file,
                    "the file may not be read",
                    "Close the program that holds it, or ask for the right to read",
                    e);
        }
    }

    private static Finding zipped(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return Finding.table(TableFormat.XLSX);
            }
            if (zip.getEntry("[Content_Types].xml") != null) {
                if (zip.getEntry("xl/workbook.bin") != null) {
                    return Finding.other(file, "this is a binary workbook (xlsb)", "Save it as XLSX and import that");
                }
                if (zip.getEntry("word/document.xml") != null) {
                    return Finding.other(file, "this is a Word document, not a table", "Import it as a document");
                }
                // Other writers place the workbook elsewhere; the reader finds it by its content types.
                return Finding.table(TableFormat.XLSX);
            }
            if (zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null) {
                return Finding.other(
                        file, "this is an OpenDocument file", "Save the table as XLSX or CSV and import that");
            }
            return Finding.other(file, "this is a ZIP archive", "Unpack it and import the files in it");
        } catch (ZipException | EOFException e) {
            throw UnreadableTable.because(
                    file, "the workbook or archive is cut off or damaged", "Copy it again from where it came from", e);
        }
    }

    private static Finding compound(SourceFile source) throws IOException {
        Path file = source.path();
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return switch (ProtectedPackage.content(source)) {
                    case WORKBOOK -> Finding.table(TableFormat.XLSX);
                    case DOCUMENT ->
                        Finding.other(file, "this is a Word document, not a table", "Import it as a document");
                    case OTHER ->
                        Finding.other(
                                file,
                                "there is neither a workbook nor a document under its password",
                                "Save the table as XLSX or CSV and import that");
                };
            }
            if (container.getRoot().hasEntryCaseInsensitive("Workbook")
                    || container.getRoot().hasEntryCaseInsensitive("Book")) {
                return Finding.table(TableFormat.XLS);
            }
        } catch (ImportException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw UnreadableTable.because(
                    file, "the workbook is cut off or damaged", "Copy it again from where it came from", e);
        }
        return Finding.other(
                file, "this is an Office document of an old kind, not a workbook", "Import the table as CSV or XLSX");
    }

    private static @Nullable String binaryKind(byte[] head) {
        if (startsWith(head, "\u0089PNG") || startsWith(head, "\u00ff\u00d8\u00ff") || startsWith(head, "GIF8")) {
            return "a picture";
        }
        if (startsWith(head, "%PDF-")) {
            return "a PDF document";
        }
        if ((startsWith(head, "MZ") && contains(head, 0)) || startsWith(head, "\u007fELF")) {
            return "a program";
        }
        if (startsWith(head, "\u001f\u008b") || startsWith(head, "7z\u00bc\u00af") || startsWith(head, "Rar!")) {
            return "a compressed archive";
        }
        if (startsWith(head, "SQLite format 3\u0000")) {
            return "a database";
        }
        if (startsWith(head, "II*\u0000") || startsWith(head, "MM\u0000*")) {
            return "a picture";
        }
        return null;
    }

    /** Zero bytes outside UTF-16, or many control characters: no text. */
    private static Finding text(Path file, byte[] head) {
        boolean mark = head.length >= 2
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
        int even = 0;
        int odd = 0;
        int control = 0;
        int visible = 0;
        for (int i = 0; i < head.length; i++) {
            int b = head[i] & 0xFF;
            if (b == 0) {
                if ((i & 1) == 0) {
                    even++;
                } else {
                    odd++;
                }
            } else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 1 && b != 0x1e
                    && b != 0x1f) {
                control++;
            } else if (b > ' ') {
                visible++;
            }
        }
        boolean wide = mark || (Math.min(even, odd) * 8 < Math.max(even, odd) && Math.max(even, odd) > head.length / 5);
        if ((even + odd > 0 && !wide) || (!wide && control * 50 > head.length)) {
            return Finding.other(file, "this is no text and no workbook", "Import the table as CSV or XLSX");
        }
        if (visible == 0 && head.length < HEAD) {
            throw UnreadableTable.because(
                    file,
                    "the file holds nothing but blanks",
                    "Ask for it again, or check that the copy was completed");
        }
        return Finding.table(TableFormat.DELIMITED_TEXT);
    }

    private static boolean contains(byte[] bytes, int wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, String prefix) {
        if (bytes.length < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if ((bytes[i] & 0xFF) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
