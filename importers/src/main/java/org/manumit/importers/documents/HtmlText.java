package org.manumit.importers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.manumit.importers.draft.ImportException;

/** The paragraphs of a web page, or of mail written as one. Nothing that it points to is fetched, no script is run. */
final class HtmlText {

    private static final long LARGEST = 64L << 20;
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "br",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "blockquote",
            "pre",
            "hr",
            "title",
            "caption",
            "figcaption",
            "form",
            "fieldset",
            "legend",
            "option",
            "nav",
            "address",
            "details",
            "summary");
    private static final Set<String> UNREAD = Set.of("script", "style", "noscript", "template", "svg", "object");

    private HtmlText() {}

    /** Whether a text begins as web pages do, after declarations and remarks. */
    static boolean is(String head) {
        String text = head.replace("\0", "")
                .replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .toLowerCase(Locale.ROOT);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at);
                if (end < 0) {
                    return false;
                }
                at = end + 3;
            } else if (text.startsWith("<?xml", at) && text.indexOf('>', at) > 0) {
                at = text.indexOf('>', at) + 1;
            } else {
                String rest = text.substring(at);
                return rest.matches("(?s)<(?:!doctype\\s+html|html|head|body|title|meta|div|p|h1|center|font)\\b.*")
                        || (rest.startsWith("<!doctype") && rest.contains("<html"));
            }
        }
        return false;
    }

    static void read(Path file, PassageCollector passages) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new ImportException(
                    file.getFileName()
                            + ": the web page is larger than any that people write. Save the part that matters and import that.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            passages(Jsoup.parse(in, null, "", parser()), "", passages);
        }
    }

    static void read(String html, String page, PassageCollector passages) {
        passages(Jsoup.parse(html, "", parser()), page, passages);
    }

    /** Nobody nests hundreds of elements but to bring a reader down. */
    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(200);
    }

    private static void passages(Document document, String page, PassageCollector passages) {
        NodeTraversor.traverse(new Walk(page, passages), document);
    }

    private static final class Walk implements NodeVisitor {
        private final String page;
        private final PassageCollector passages;
        private final StringBuilder text = new StringBuilder();
        private int unread;

        Walk(String page, PassageCollector passages) {
            this.page = page;
            this.passages = passages;
        }

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case TextNode words -> {
                    if (unread == 0) {
                        text.append(words.getWholeText().replaceAll("[\\s\u00a0]+", " "));
                    }
                }
                case Element element -> {
                    unread += UNREAD.contains(element.normalName()) ? 1 : 0;
                    if (BLOCKS.contains(element.normalName())) {
                        flush();
                    }
                }
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                unread -= UNREAD.contains(name) ? 1 : 0;
                if (name.equals("td") || name.equals("th")) {
                    text.append('\t');
                } else if (BLOCKS.contains(name)) {
                    flush();
                }
            }
            if (depth == 0) {
                flush();
            }
        }

        private void flush() {
            passages.add(page, text.toString());
            text.setLength(0);
        }
    }
}
