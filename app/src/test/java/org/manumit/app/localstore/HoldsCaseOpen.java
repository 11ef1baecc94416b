package org.manumit.app.localstore;

import java.nio.file.Path;
import org.manumit.app.localstore.LocalStore.IfAbsent;

/** Opens a case, says so, and holds it until its input ends. */
final class HoldsCaseOpen {

    private HoldsCaseOpen() {}

    public static void main(String[] arguments) throws Exception {
        try (LocalStore store = LocalStore.open(new CaseFolder(Path.of(arguments[0])), IfAbsent.CREATE)) {
            System.out.println("open " + store.address());
            System.out.flush();
            if (System.in.read() >= 0) {
                System.out.println("asked to end");
            }
        }
        System.out.println("closed");
    }
}
