package org.manumit.importers.calls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;

/**
 * Reads the pages in which Google hands users what passed over their Google Voice number: a page for each conversation,
 * call and voicemail. Whose number it is stands beside what they wrote themselves, on the page or on those that lie
 * beside it. Stateless.
 */
public final class VoicePageImporter implements SourceImporter {

    private static final String LAYOUT = "messages or a call of Google Voice, a page of its export";
    private static final String SERVICE = "Google Voice";
    private static final int HEAD = 1 << 14;
    private static final long LARGEST = 50L << 20;
    private static final int MOST_NEIGHBOURS = 500;

    private static final Pattern MARKS =
            Pattern.compile("class=\"(?:hChatLog|haudio|message|contributor)[^\"]*\"", Pattern.CASE_INSENSITIVE);
    /** Whoever wrote it is named in a short form; everybody else by a name. */
    private static final Pattern OWN = Pattern.compile("href=\"tel:(\\+?\\d{5,15})\"[^>]*>\\s*<abbr class=\"fn\"");

    private static final Map<String, String> WAYS = Map.of(
            "placed", "Outgoing",
            "received", "Incoming",
            "missed", "Missed",
            "voicemail", "Voicemail",
            "recorded", "Incoming");

    /** An importer of such pages. */
    public VoicePageImporter() {}

    @Override
    public String kind() {
        return "calls";
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        if (!Files.isRegularFile(file.path())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            boolean page = head.contains("<html") && MARKS.matcher(head).find();
            return page
                            && (head.contains("google.com/voice")
                                    || ends(file.path()).contains("google.com/voice"))
                    ? Optional.of(new Detection(kind(), 0.97, LAYOUT))
                    : Optional.empty();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    private static String ends(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - HEAD));
            try (InputStream in = Channels.newInputStream(channel)) {
                return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            }
        }
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        ExtractionReading reading = new ExtractionReading(file, options, progress, cancellation);
        try {
            if (file.size() > LARGEST) {
                throw new ImportException(file.fileName()
                        + ": the page is larger than any conversation. Ask for it in several, or as another format.");
            }
            Document page;
            try (InputStream in = Files.newInputStream(file.path())) {
                page = Jsoup.parse(in, null, "", Parser.htmlParser().setMaxDepth(200));
            }
            owner(file, reading);
            List<Element> messages = page.select("div.message");
            Set<String> others = others(page);
            reading.device().saysOthers(others);
            for (Element message : messages) {
                reading.take(message(message, others));
            }
            if (messages.isEmpty()) {
                reading.take(call(page, file));
            }
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
        return reading.draft(LAYOUT);
    }

    /** Whose pages these are: the number that stands beside what the owner wrote, here or on a page beside this one. */
    private static void owner(SourceFile file, ExtractionReading reading) throws IOException {
        Optional<String> here = own(file.path());
        if (here.isPresent()) {
            reading.device().say("own number", here.get());
            return;
        }
        Path folder = file.path().toAbsolutePath().getParent();
        Map<String, Path> found = new LinkedHashMap<>();
        if (folder != null) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> pages = files.filter(
                                path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".html"))
                        .sorted()
                        .limit(MOST_NEIGHBOURS)
                        .toList();
                for (Path page : pages) {
                    if (Files.isRegularFile(page) && Files.size(page) < LARGEST) {
                        own(page).ifPresent(number -> found.putIfAbsent(number, page));
                    }
                }
            }
        }
        if (found.size() == 1) {
            Map.Entry<String, Path> only = found.entrySet().iterator().next();
            reading.device().say("own number", only.getKey());
            reading.notice(new ImportIssue(
                    Severity.NOTE,
                    "",
                    0,
                    "",
                    only.getKey(),
                    "",
                    "Whose number it is stands on '" + only.getValue().getFileName()
                            + "' beside it, not on this page."));
        }
    }

    private static Optional<String> own(Path page) throws IOException {
        Matcher own = OWN.matcher(Files.readString(page, StandardCharsets.ISO_8859_1));
        return own.find() ? Optional.of(own.group(1)) : Optional.empty();
    }

    private static boolean isOwn(Element person) {
        return person.selectFirst("abbr.fn") != null;
    }

    private static String number(Element person) {
        Element link = person.selectFirst("a.tel");
        return link == null ? "" : link.attr("href").replaceFirst("^tel:", "").strip();
    }

    private static String name(Element person) {
        Element name = person.selectFirst(".fn");
        return name == null ? "" : name.text();
    }

    private static Set<String> others(Document page) {
        Set<String> others = new LinkedHashSet<>();
        for (Element person : page.select("cite.sender, div.contributor")) {
            if (!isOwn(person)) {
                others.add(number(person));
            }
        }
        others.remove("");
        return others;
    }

    private static ExtractionModel party(Element person, String role) {
        if (isOwn(person)) {
            return HandsetParties.owner(role);
        }
        return party(number(person), name(person), role);
    }

    private static ExtractionModel party(String number, String name, String role) {
        ExtractionModel party = new ExtractionModel("Party", "");
        party.field("Role", role);
        party.field("Identifier", number.isEmpty() ? name : number);
        party.field("Name", name);
        return party;
    }

    private static ExtractionModel message(Element said, Set<String> others) {
        ExtractionModel message = new ExtractionModel("InstantMessage", "");
        message.field("Source", SERVICE);
        Element time = said.selectFirst("abbr.dt");
        message.field("TimeStamp", time == null ? "" : time.attr("title"));
        Element text = said.selectFirst("q");
        message.field("Body", text == null ? "" : text.text());
        Element writer = said.selectFirst("cite.sender");
        if (writer == null) {
            return message;
        }
        message.model("From", party(writer, "From"));
        if (!isOwn(writer)) {
            message.model("To", HandsetParties.owner("To"));
        }
        others.stream()
                .filter(other -> isOwn(writer) || !other.equals(number(writer)))
                .forEach(other -> message.model("To", party(other, "", "To")));
        return message;
    }

    private static ExtractionModel call(Document page, SourceFile file) {
        ExtractionModel call = new ExtractionModel("Call", "");
        call.field("Source", SERVICE);
        String way = way(page, file);
        call.field("Direction", way);
        call.field("Type", way);
        Element time = page.selectFirst("abbr.published");
        call.field("TimeStamp", time == null ? "" : time.attr("title"));
        Element length = page.selectFirst("abbr.duration");
        seconds(length == null ? "" : length.attr("title")).ifPresent(s -> call.field("Duration", Long.toString(s)));
        Element other = page.selectFirst("div.contributor");
        if (other != null) {
            call.model("Parties", party(other, way.equals("Outgoing") ? "To" : "From"));
        }
        return call;
    }

    /** By the label that the page bears, whose address is the same in every language, or else by the file's name. */
    private static String way(Document page, SourceFile file) {
        return page.select("a[rel=tag]").stream()
                .map(label -> label.attr("href").replaceFirst("^.*#", "").toLowerCase(Locale.ROOT))
                .filter(WAYS::containsKey)
                .findFirst()
                .or(() -> WAYS.keySet().stream()
                        .filter(word -> file.fileName().toLowerCase(Locale.ROOT).contains(" - " + word + " - "))
                        .findFirst())
                .map(word -> WAYS.getOrDefault(word, ""))
                .orElse("");
    }

    private static Optional<Long> seconds(String duration) {
        try {
            return duration.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Duration.parse(duration).toSeconds());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        ImportDraft draft = read(file, options, Progress.NONE, Cancellation.NEVER);
        return HandsetPreview.of(
                draft,
                0.97,
                List.of(
                        new Preview.Column("sender", "caller", "who wrote or called"),
                        new Preview.Column("others", "called", "whoever else is on the page"),
                        new Preview.Column("time", "start", "with its offset")),
                rows);
    }
}
