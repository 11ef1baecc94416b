package org.manumit.app.export;

import com.ibm.icu.text.Transliterator;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;

/**
 * The type that a PDF file carries in itself, so that names look the same everywhere: Liberation Sans and Mono, with
 * Latin, Greek and Cyrillic. What is written in another script is romanised, in brackets, rather than left blank. One
 * object serves one file; not safe for use from several threads.
 */
public final class PdfType {

    private static final String ROMANISE = "Any-Latin; NFC";
    private static final String PLAIN_LETTERS = "Any-Latin; Latin-ASCII";

    /** A typeface. */
    public enum Face {
        REGULAR("LiberationSans-Regular.ttf"),
        BOLD("LiberationSans-Bold.ttf"),
        ITALIC("LiberationSans-Italic.ttf"),
        MONO("LiberationMono-Regular.ttf");

        private final String file;

        Face(String file) {
            this.file = file;
        }

        private byte[] bytes() throws IOException {
            try (InputStream in =
                    Objects.requireNonNull(PdfType.class.getResourceAsStream("/liberation/" + file), file)) {
                return in.readAllBytes();
            }
        }

        /** The face for Java2D, so that what is measured is what the file will show. */
        public Font forJava2D() {
            try {
                return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the typefaces are part of the program and must be well formed", e);
            }
        }
    }

    private final Map<Face, BaseFont> fonts = new EnumMap<>(Face.class);

    /** The font of a face, to be embedded with the characters that are used. */
    public BaseFont font(Face face) {
        return fonts.computeIfAbsent(face, f -> {
            try {
                return BaseFont.createFont(f.file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, f.bytes(), null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (DocumentException e) {
                throw new IllegalStateException("the typefaces are part of the program and must be well formed", e);
            }
        });
    }

    /** A text with nothing in it that the face cannot show. */
    public String settable(Face face, String text) {
        BaseFont font = font(face);
        if (text.codePoints().allMatch(c -> isSettable(font, c))) {
            return text;
        }
        StringBuilder set = new StringBuilder();
        StringBuilder foreign = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean joins = !foreign.isEmpty() && (c == ' ' || c == '-');
            if (isSettable(font, c) && !joins) {
                romanise(font, foreign, set);
                set.appendCodePoint(c);
            } else {
                foreign.appendCodePoint(c);
            }
        });
        romanise(font, foreign, set);
        return set.toString();
    }

    private static boolean isSettable(BaseFont font, int c) {
        return Character.isWhitespace(c) || font.charExists(c);
    }

    private static void romanise(BaseFont font, StringBuilder foreign, StringBuilder set) {
        if (foreign.isEmpty()) {
            return;
        }
        String written = foreign.toString();
        String body = written.stripTrailing();
        String roman = Transliterator.getInstance(ROMANISE).transliterate(body);
        if (!roman.codePoints().allMatch(c -> isSettable(font, c))) {
            roman = Transliterator.getInstance(PLAIN_LETTERS).transliterate(body);
        }
        StringBuilder shown = new StringBuilder();
        roman.codePoints().forEach(c -> shown.appendCodePoint(isSettable(font, c) ? c : '?'));
        boolean letters = body.codePoints().anyMatch(Character::isLetter);
        set.append(letters ? "[" + shown + "]" : shown).append(written.substring(body.length()));
        foreign.setLength(0);
    }
}
