package org.manumit.app.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The log of what was decided about a case, one line a decision. Each line carries the hash of the line before it and
 * its own, so that a line changed, taken out or put in shows; the number and hash of the last line are kept beside the
 * log, so that a cut end shows too. Whoever can write both files can forge both: what the log proves is that nobody
 * altered it in passing. Safe for use from several threads of one process.
 */
public final class AuditLog {

    /** What was decided. */
    public enum Decision {
        CREATE,
        IMPORT,
        IMPORT_FAILED,
        /** Cells of a file were read otherwise than they stand, or as they stand again. */
        CORRECT,
        WITHDRAW,
        ANALYSE,
        CONFIRM,
        OVERRULE,
        /** Findings in documents were taken into the case. */
        ACCEPT,
        /** Findings in documents were put aside. */
        DISMISS,
        MERGE,
        /** A victim's name was shown. */
        REVEAL,
        BRIEF,
        EXPORT,
        REPAIR
    }

    /**
     * One line.
     *
     * @param number counted from 1
     * @param at when, ISO 8601 in UTC
     * @param who the user's name on this machine
     * @param decision what was decided
     * @param details the particulars
     */
    public record Entry(long number, String at, String who, Decision decision, Map<String, String> details) {
        public Entry {
            details = Map.copyOf(details);
        }
    }

    private static final String HASH_FIELD = ",\"hash\":\"";
    private static final String BEFORE_FIRST = "0".repeat(64);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Path head;
    private final Clock clock;
    private final String user;

    /**
     * The log of a case.
     *
     * @param folder the case's folder; the log is {@code audit.log} in it
     * @param clock what time it is
     * @param user who decides
     */
    public AuditLog(Path folder, Clock clock, String user) {
        this.file = folder.resolve("audit.log");
        this.head = folder.resolve("audit.head");
        this.clock = clock;
        this.user = user;
    }

    /**
     * Adds a line and makes sure it is on the disk.
     *
     * @throws CustodyException when it cannot be written; nothing must then be done that needs the line
     */
    public synchronized void record(Decision decision, Map<String, String> details) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long whole = lengthOfWholeLines();
            Optional<Line> last = lastLine(whole);
            long cut = channel.size() - whole;
            StringBuilder text = new StringBuilder();
            if (cut > 0) {
                // A process that died while writing leaves part of a line; what it was about to do was not done.
                Line repair = line(last, Decision.REPAIR, Map.of("removedBytes", Long.toString(cut)));
                text.append(repair.text()).append('\n');
                last = Optional.of(repair);
            }
            Line line = line(last, decision, details);
            text.append(line.text()).append('\n');
            channel.truncate(whole);
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            channel.position(whole);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            writeHead(line);
        } catch (IOException e) {
            throw new CustodyException(
                    file + ": the audit log cannot be written (" + e.getMessage()
                            + "); nothing was done; free space or check the folder's permissions",
                    e);
        }
    }

    /** The lines as they stand, checked or not. */
    public synchronized List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String text : lines()) {
            parse(text).ifPresent(line -> entries.add(line.entry()));
        }
        return entries;
    }

    /** Whether there is a log. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** Whether a line was ever written, even if the log is gone. */
    boolean wasBegun() {
        return Files.exists(head);
    }

    /** What is wrong with the log, a line each; empty when every line is as it was written. */
    public synchronized List<String> verify() {
        List<String> wrong = new ArrayList<>();
        if (!exists()) {
            wrong.add("audit.log is missing: what was done to this case can no longer be shown");
            return wrong;
        }
        String previous = BEFORE_FIRST;
        long number = 0;
        boolean headSeen = false;
        Optional<String> headText = readHead();
        for (String text : lines()) {
            number++;
            Optional<Line> line = parse(text);
            if (line.isEmpty()) {
                wrong.add(
                        "audit.log, line " + number + ": not a line of the log, or changed so that it no longer reads");
                return wrong;
            }
            Line l = line.get();
            if (!l.hash().equals(hash(l.body()))) {
                wrong.add("audit.log, line " + number + ": changed after it was written");
            }
            if (l.entry().number() != number || !l.previous().equals(previous)) {
                wrong.add("audit.log, line " + number + ": does not follow the line before it; a line was taken out, "
                        + "put in or moved");
                return wrong;
            }
            previous = l.hash();
            headSeen |= headText.isPresent() && headText.get().equals(head(l));
        }
        if (!headSeen) {
            wrong.add(
                    headText.isEmpty()
                            ? "audit.head is missing: whether the end of audit.log was cut off cannot be shown"
                            : "audit.log: its last line is not the last one written; the end was cut off");
        }
        return wrong;
    }

    private record Line(Entry entry, String previous, String body, String hash) {
        String text() {
            return body + HASH_FIELD + hash + "\"}";
        }
    }

    private Line line(Optional<Line> last, Decision decision, Map<String, String> details) {
        Entry entry = new Entry(
                last.map(l -> l.entry().number() + 1).orElse(1L),
                clock.instant().toString(),
                user,
                decision,
                details);
        String previous = last.map(Line::hash).orElse(BEFORE_FIRST);
        ObjectNode node = JSON.createObjectNode();
        node.put("n", entry.number());
        node.put("at", entry.at());
        node.put("who", entry.who());
        node.put("decision", decision.name());
        ObjectNode particulars = node.putObject("details");
        details.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(d -> particulars.put(d.getKey(), d.getValue()));
        node.put("previous", previous);
        String whole = node.toString();
        String body = whole.substring(0, whole.length() - 1);
        return new Line(entry, previous, body, hash(body));
    }

    private static Optional<Line> parse(String text) {
        int at = text.lastIndexOf(HASH_FIELD);
        if (at < 0) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(text);
            Map<String, String> details = new TreeMap<>();
            node.path("details")
                    .properties()
                    .forEach(p -> details.put(p.getKey(), p.getValue().asText()));
            Entry entry = new Entry(
                    node.path("n").asLong(),
                    node.path("at").asText(),
                    node.path("who").asText(),
                    Decision.valueOf(node.path("decision").asText()),
                    details);
            return Optional.of(new Line(
                    entry,
                    node.path("previous").asText(),
                    text.substring(0, at),
                    node.path("hash").asText()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<String> lines() {
        if (!exists()) {
            return List.of();
        }
        try {
            return Files.readString(file).lines().toList();
        } catch (IOException e) {
            throw new CustodyException(file + ": the audit log cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private long lengthOfWholeLines() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long at = in.length();
            while (at > 0) {
                in.seek(at - 1);
                if (in.read() == '\n') {
                    return at;
                }
                at--;
            }
            return 0;
        }
    }

    private Optional<Line> lastLine(long whole) throws IOException {
        if (whole == 0) {
            return Optional.empty();
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long start = whole - 1;
            while (start > 0) {
                in.seek(start - 1);
                if (in.read() == '\n') {
                    break;
                }
                start--;
            }
            byte[] bytes = new byte[(int) (whole - 1 - start)];
            in.seek(start);
            in.readFully(bytes);
            Optional<Line> line = parse(new String(bytes, StandardCharsets.UTF_8));
            if (line.isEmpty()) {
                throw new IOException("its last line no longer reads; 'manumit check' says more");
            }
            return line;
        }
    }

    private void writeHead(Line line) throws IOException {
        Path fresh = head.resolveSibling("audit.head.new");
        Files.writeString(fresh, head(line) + "\n");
        Files.move(fresh, head, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<String> readHead() {
        try {
            return Files.exists(head) ? Optional.of(Files.readString(head).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String head(Line line) {
        return line.entry().number() + " " + line.hash();
    }

    private static String hash(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
