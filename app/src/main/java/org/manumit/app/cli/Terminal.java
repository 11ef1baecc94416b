package org.manumit.app.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}.
 *
 * @param out for results
 * @param err for messages and progress
 * @param errKind whether somebody watches {@code err}
 */
public record Terminal(PrintWriter out, PrintWriter err, ErrKind errKind) {

    /** What standard error is. */
    public enum ErrKind {
        /** A screen: progress is drawn. */
        SCREEN,
        /** A file or a pipe: progress is not drawn. */
        FILE
    }

    /** The process's own. */
    public static Terminal system() {
        Charset charset = System.out.charset();
        return new Terminal(
                new PrintWriter(System.out, false, charset),
                new PrintWriter(System.err, true, charset),
                errKindOfProcess());
    }

    private static ErrKind errKindOfProcess() {
        Path descriptor = Path.of("/proc/self/fd/2");
        try {
            if (Files.isSymbolicLink(descriptor)) {
                String target = Files.readSymbolicLink(descriptor).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") ? ErrKind.SCREEN : ErrKind.FILE;
            }
        } catch (IOException e) {
            return ErrKind.FILE;
        }
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(c -> ErrKind.SCREEN)
                .orElse(ErrKind.FILE);
    }

    /** A line of a message. */
    public void tell(String line) {
        err.println(line);
        err.flush();
    }

    /** A line of the result. */
    public void print(String line) {
        out.println(line);
    }

    /** Sends what is still held back. */
    public void flush() {
        out.flush();
        err.flush();
    }
}
