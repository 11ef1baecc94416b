package org.manumit.app.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.Password;
import org.manumit.importers.draft.PasswordException;
import org.manumit.importers.draft.SourceFile;

/**
 * Where the passwords of protected files come from: a file, the environment ({@code MANUMIT_FILE_PASSWORD}), or whoever
 * sits at the terminal. They are kept nowhere and never told.
 */
final class FilePasswords {

    static final String VARIABLE = "MANUMIT_FILE_PASSWORD";

    private static final int TRIES = 3;

    private final Terminal terminal;
    private Optional<Password> given = Optional.empty();

    FilePasswords(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Takes the password that was given beforehand, if any.
     *
     * @param file its first line is the password; null for none
     * @throws CommandFailure when that file cannot be read
     */
    void take(@Nullable Path file) {
        try {
            given = file == null
                    ? Optional.ofNullable(System.getenv(VARIABLE))
                            .filter(text -> !text.isEmpty())
                            .map(Password::new)
                    : Files.readString(file, StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .map(Password::new);
        } catch (IOException e) {
            throw new CommandFailure(
                    file + ": the password cannot be read from it; check its name and that it is UTF-8 text", e);
        }
    }

    /** Does something with a file. */
    @FunctionalInterface
    interface Work<T> {
        T with(SourceFile file);
    }

    /**
     * Does something with a file, with its password where it is protected.
     *
     * @throws PasswordException when no password opens it
     */
    <T> T open(SourceFile file, Work<T> work) {
        SourceFile opened = given.map(password -> file.readAs(file.readAs().withPassword(password)))
                .orElse(file);
        for (int tries = 0; ; tries++) {
            try {
                return work.with(opened);
            } catch (PasswordException e) {
                Optional<Password> asked = tries < TRIES ? ask(e) : Optional.empty();
                if (asked.isEmpty()) {
                    throw e;
                }
                given = asked;
                opened = file.readAs(file.readAs().withPassword(asked.get()));
            }
        }
    }

    private Optional<Password> ask(PasswordException why) {
        if (terminal.errKind() != Terminal.ErrKind.SCREEN) {
            return Optional.empty();
        }
        terminal.tell("manumit: " + why.getMessage());
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readPassword("Password: ")))
                .filter(typed -> typed.length > 0)
                .map(typed -> new Password(new String(typed)));
    }
}
