package org.manumit.importers.tabular;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.draft.SourceFile;

/**
 * A workbook or document of Office 2007 and later that is encrypted with a password (ECMA-376, agile or standard). It is
 * decrypted as it is read; nothing of it is written out here. Stateless.
 */
public final class ProtectedPackage {

    /** Far above what Office sets (100,000), far below what keeps a machine busy for long. */
    private static final int MOST_SPINS = 2_000_000;

    private static final int SEARCHED = 1 << 24;

    private ProtectedPackage() {}

    /** What stands in such a package. */
    public enum Content {
        WORKBOOK,
        DOCUMENT,
        OTHER
    }

    /** Whether the file is such a package. */
    public static boolean is(SourceFile file) throws IOException {
        if (!Files.isRegularFile(file.path())) {
            return false;
        }
        try (POIFSFileSystem container = new POIFSFileSystem(file.path().toFile(), true)) {
            return container.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            return false; // no container at all, or a damaged one: whoever reads it says so
        }
    }

    /**
     * What stands in it.
     *
     * @throws PasswordException when it does not open
     */
    public static Content content(SourceFile file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(open(file))) {
            long searched = 0;
            byte[] skipped = new byte[1 << 14];
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("xl/")) {
                    return Content.WORKBOOK;
                }
                if (entry.getName().startsWith("word/")) {
                    return Content.DOCUMENT;
                }
                for (int n = zip.read(skipped); n >= 0; n = zip.read(skipped)) {
                    searched += n;
                    if (searched > SEARCHED || searched > ZipSecureFile.getMaxEntrySize()) {
                        return Content.OTHER;
                    }
                }
            }
            return Content.OTHER;
        }
    }

    /**
     * Its bytes, decrypted.
     *
     * @throws PasswordException when no password was given, or one that does not open it
     * @throws ImportException when it is damaged, or encrypted in a way that is not known
     */
    public static InputStream open(SourceFile file) throws IOException {
        POIFSFileSystem container = new POIFSFileSystem(file.path().toFile(), true);
        try {
            EncryptionInfo info = new EncryptionInfo(container);
            if (info.getVerifier().getSpinCount() > MOST_SPINS) {
                throw UnreadableTable.because(
                        file.path(),
                        "its password would take very long to check, as in an attack",
                        "Ask the sender for a file without a password");
            }
            Decryptor decryptor = Decryptor.getInstance(info);
            // Office protects files that need no password with one that everybody knows.
            Optional<String> given = file.readAs().password().map(Password::reveal);
            if (!decryptor.verifyPassword(given.orElse(Decryptor.DEFAULT_PASSWORD))) {
                throw PasswordException.of(file);
            }
            return new FilterInputStream(decryptor.getDataStream(container)) {
                @Override
                public void close() throws IOException {
                    try (container) {
                        super.close();
                    }
                }
            };
        } catch (GeneralSecurityException | EncryptedDocumentException e) {
            container.close();
            throw UnreadableTable.because(
                    file.path(),
                    "it is encrypted in a way that is not known",
                    "Open it with the password, save it without one, and import that",
                    e);
        } catch (IOException | RuntimeException e) {
            container.close();
            throw e;
        }
    }
}
