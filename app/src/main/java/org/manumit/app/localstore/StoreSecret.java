package org.manumit.app.localstore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;

/** The password of a case's embedded store: random, and readable by the owner only. */
final class StoreSecret {

    private static final int RANDOM_BYTES = 24;

    private StoreSecret() {}

    /**
     * A case's secret.
     *
     * @param text the password
     * @param age whether the store can know it already
     */
    record Secret(String text, Age age) {
        enum Age {
            KNOWN,
            NEW
        }
    }

    static Secret readOrMake(CaseFolder folder) {
        Path file = folder.secret();
        try {
            if (Files.exists(file)) {
                String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
                if (!text.isEmpty()) {
                    return new Secret(text, Secret.Age.KNOWN);
                }
                Files.delete(file);
            }
            byte[] random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            createForOwner(folder.path(), file);
            Files.writeString(file, text, StandardCharsets.US_ASCII);
            return new Secret(text, Secret.Age.NEW);
        } catch (IOException e) {
            throw FolderTrouble.explain("cannot keep the secret of the case", folder.path(), e);
        }
    }

    /** Creates a folder that only its owner may enter, where the file system knows such a thing. */
    static void createFolderForOwner(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (parent != null && isPosix(parent)) {
                Files.createDirectory(folder, owner("rwx------"));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void createForOwner(Path folder, Path file) throws IOException {
        if (isPosix(folder)) {
            Files.createFile(file, owner("rw-------"));
            return;
        }
        Files.createFile(file);
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    private static FileAttribute<?> owner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static boolean isPosix(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return store.supportsFileAttributeView(PosixFileAttributeView.class);
    }
}
