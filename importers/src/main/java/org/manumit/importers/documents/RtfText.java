package org.manumit.importers.documents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The paragraphs of a text in Rich Text Format, as word processors save it and Outlook keeps mail. Pictures, styles and
 * what else is no text is left out; of a web page kept within, the text. Characters are those of their font's alphabet.
 * Not thread-safe.
 */
final class RtfText {

    private static final int DEEPEST = 500;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Groups that hold no text of the document. */
    private static final Set<String> UNREAD = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "themedata",
            "colorschememapping",
            "latentstyles",
            "datastore",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "generator",
            "filetbl",
            "revtbl",
            "xmlnstbl",
            "fldinst",
            "bkmkstart",
            "bkmkend",
            "nonshppict",
            "sp",
            "sn",
            "sv",
            "ftnsep",
            "aftnsep",
            "ftnsepc",
            "aftnsepc",
            "mmathpr",
            "wgrffmtfilter",
            "pntext",
            "listtext",
            "title",
            "author");

    /** What an alphabet's number in the table of fonts stands for. */
    private static final Map<Integer, String> ALPHABETS = Map.ofEntries(
            Map.entry(77, "x-MacRoman"),
            Map.entry(128, "windows-31j"),
            Map.entry(129, "x-windows-949"),
            Map.entry(134, "GBK"),
            Map.entry(136, "Big5"),
            Map.entry(161, "windows-1253"),
            Map.entry(162, "windows-1254"),
            Map.entry(163, "windows-1258"),
            Map.entry(177, "windows-1255"),
            Map.entry(178, "windows-1256"),
            Map.entry(186, "windows-1257"),
            Map.entry(204, "windows-1251"),
            Map.entry(222, "x-windows-874"),
            Map.entry(238, "windows-1250"));

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("emdash", "\u2014"),
            Map.entry("endash", "\u2013"),
            Map.entry("lquote", "\u2018"),
            Map.entry("rquote", "\u2019"),
            Map.entry("ldblquote", "\u201c"),
            Map.entry("rdblquote", "\u201d"),
            Map.entry("bullet", "\u2022"),
            Map.entry("emspace", " "),
            Map.entry("enspace", " "),
            Map.entry("qmspace", " "),
            Map.entry("tab", "\t"),
            Map.entry("line", "\n"),
            Map.entry("cell", "\t"),
            Map.entry("nestcell", "\t"));

    /** What holds until the group ends. */
    private record State(
            boolean unread, boolean fonts, boolean withoutMarkup, int fallbacks, Charset charset, int font) {}

    private final byte[] rtf;
    private final String page;
    private final PassageCollector passages;
    private final Deque<State> groups = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Charset usual = WINDOWS;
    private boolean isFromPage;
    private boolean inTable;
    private State state = new State(false, false, false, 1, WINDOWS, -1);
    private int at;
    private int skip;

    private RtfText(byte[] rtf, String page, PassageCollector passages) {
        this.rtf = rtf;
        this.page = page;
        this.passages = passages;
    }

    /** Whether a file begins as such texts do. */
    static boolean is(String head) {
        return head.stripLeading().startsWith("{\\rtf");
    }

    /** Adds the paragraphs of a text. */
    static void read(byte[] rtf, String page, PassageCollector passages) {
        new RtfText(rtf, page, passages).read();
    }

    private void read() {
        while (at < rtf.length) {
            char c = (char) (rtf[at++] & 0xFF);
            switch (c) {
                case '{' -> {
                    flushBytes();
                    if (groups.size() > DEEPEST) {
                        passages.remark("groups stand in one another without end; the text was not read further");
                        at = rtf.length;
                    } else {
                        groups.push(state);
                        skip = 0;
                    }
                }
                case '}' -> {
                    flushBytes();
                    if (!groups.isEmpty()) {
                        state = groups.pop();
                    }
                    skip = 0;
                }
                case '\\' -> control();
                case '\r', '\n', '\0' -> {}
                default -> character(c);
            }
        }
        flushBytes();
        paragraph();
    }

    private void character(int c) {
        if (skip > 0) {
            skip--;
        } else if (isShown()) {
            bytes.write(c);
        }
    }

    private boolean isShown() {
        return !state.unread && !state.withoutMarkup;
    }

    private void control() {
        if (at >= rtf.length) {
            return;
        }
        char c = (char) (rtf[at] & 0xFF);
        if (!isLetter(c)) {
            at++;
            symbol(c);
            return;
        }
        int start = at;
        while (at < rtf.length && isLetter((char) (rtf[at] & 0xFF)) && at - start < 32) {
            at++;
        }
        String word = new String(rtf, start, at - start, StandardCharsets.US_ASCII);
        int sign = at < rtf.length && rtf[at] == '-' ? 1 : 0;
        int digits = at + sign;
        int end = digits;
        while (end < rtf.length && rtf[end] >= '0' && rtf[end] <= '9' && end - digits < 9) {
            end++;
        }
        int value = end > digits ? Integer.parseInt(new String(rtf, at, end - at, StandardCharsets.US_ASCII)) : -1;
        boolean hasValue = end > digits;
        at = hasValue ? end : at;
        if (at < rtf.length && rtf[at] == ' ') {
            at++;
        }
        word(word, value, hasValue);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void symbol(char c) {
        switch (c) {
            case '\'' -> {
                if (at + 2 <= rtf.length) {
                    int high = Character.digit((char) rtf[at], 16);
                    int low = Character.digit((char) rtf[at + 1], 16);
                    at += 2;
                    if (high >= 0 && low >= 0) {
                        character(high * 16 + low);
                    }
                }
            }
            case '*' -> state = unread(state, true);
            case '~' -> add(" ");
            case '_' -> add("-");
            case '-' -> {} // where a word may be broken
            case '\r', '\n' -> word("par", 0, false);
            case '\\', '{', '}' -> character(c);
            default -> {}
        }
    }

    private static State unread(State state, boolean unread) {
        return new State(unread, state.fonts, state.withoutMarkup, state.fallbacks, state.charset, state.font);
    }

    private void word(String word, int value, boolean hasValue) {
        if (skip > 0) {
            skip--; // a control word is one of the characters that stand for one of another alphabet
            return;
        }
        if (!word.equals("u")) {
            flushBytes();
        }
        if (SIGNS.containsKey(word)) {
            add(SIGNS.get(word));
            return;
        }
        switch (word) {
            case "fonttbl" -> state = new State(true, true, state.withoutMarkup, state.fallbacks, state.charset, -1);
            case "par", "sect", "page", "column" -> end();
            case "row", "nestrow" -> {
                inTable = false;
                end();
            }
            case "intbl" -> inTable = true;
            case "pard" -> inTable = false;
            case "ansicpg" -> {
                usual = charset("windows-" + value, charset("Cp" + value, WINDOWS));
                state = with(state, usual);
            }
            case "mac" -> state = with(state, charset("x-MacRoman", WINDOWS));
            case "pc", "pca" -> state = with(state, charset(word.equals("pc") ? "IBM437" : "IBM850", WINDOWS));
            case "fromhtml" -> isFromPage = true;
            case "htmlrtf" ->
                state = new State(
                        state.unread,
                        state.fonts,
                        isFromPage && !(hasValue && value == 0),
                        state.fallbacks,
                        state.charset,
                        state.font);
            case "uc" ->
                state = new State(
                        state.unread, state.fonts, state.withoutMarkup, Math.max(0, value), state.charset, state.font);
            case "u" -> {
                flushBytes();
                add(String.valueOf((char) (value & 0xFFFF)));
                skip = state.fallbacks;
            }
            case "f" ->
                state = new State(
                        state.unread,
                        state.fonts,
                        state.withoutMarkup,
                        state.fallbacks,
                        state.fonts ? state.charset : fonts.getOrDefault(value, usual),
                        value);
            case "plain" -> state = with(state, usual);
            case "fcharset" -> {
                if (state.fonts && ALPHABETS.containsKey(value)) {
                    fonts.put(state.font, charset(ALPHABETS.get(value), usual));
                }
            }
            default -> {
                if (UNREAD.contains(word.toLowerCase(Locale.ROOT))) {
                    state = unread(state, true);
                }
            }
        }
    }

    private static State with(State state, Charset charset) {
        return new State(state.unread, state.fonts, state.withoutMarkup, state.fallbacks, charset, state.font);
    }

    private static Charset charset(String name, Charset otherwise) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return otherwise;
        }
    }

    private void add(String sign) {
        if (isShown()) {
            flushBytes();
            text.append(sign);
        }
    }

    private void flushBytes() {
        if (bytes.size() > 0) {
            text.append(bytes.toString(state.charset));
            bytes.reset();
        }
    }

    private void end() {
        flushBytes();
        if (!isShown()) {
            return;
        }
        if (inTable) {
            text.append(' ');
        } else {
            paragraph();
        }
    }

    private void paragraph() {
        passages.add(page, text.toString());
        text.setLength(0);
    }
}
