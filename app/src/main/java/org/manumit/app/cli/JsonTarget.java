package org.manumit.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.manumit.app.export.OutputFile;

/** Where a command writes its JSON: a file, or standard output when the file's name is {@code -}. */
final class JsonTarget {

    private static final int LAST_ASCII = 0x7E;

    private JsonTarget() {}

    static boolean isStandardOutput(Path target) {
        return target.toString().equals("-");
    }

    /**
     * Writes JSON.
     *
     * @throws org.manumit.app.export.OutputException when the file cannot be written
     */
    static void write(Path target, Terminal terminal, OutputFile.Content json) {
        if (!isStandardOutput(target)) {
            OutputFile.write(target, json);
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            json.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        terminal.print(escaped(bytes.toString(StandardCharsets.UTF_8)));
    }

    /** In ASCII, because what a terminal's encoding lacks would be lost. */
    private static String escaped(String json) {
        if (json.chars().allMatch(c -> c <= LAST_ASCII)) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 1000);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c <= LAST_ASCII) {
                escaped.append(c);
            } else {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }
}
