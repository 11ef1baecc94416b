package org.manumit.importers.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.manumit.importers.draft.ImportException;

/**
 * Saved column mappings, a readable text file each, in a folder that the caller chooses:
 *
 * <pre>
 * manumit column mapping 1
 * name        Orange, call lists
 * kind        calls
 * headers     3fa9c1d20b7e4410
 * zone        Europe/Bucharest
 * country     RO
 * column 1    caller = Numar A
 * column 3    start (day first) = Data si ora
 * column 4    - = Observatii
 * </pre>
 */
public final class ColumnMappingFolder {

    private static final String FIRST_LINE = "manumit column mapping 1";
    private static final String ENDING = ".columns.txt";

    private final Path folder;

    /** @param folder where they are; made when the first one is saved */
    public ColumnMappingFolder(Path folder) {
        this.folder = folder;
    }

    /** Saves a mapping under its name, in place of an earlier one of that name. */
    public Path save(ColumnMapping mapping) throws IOException {
        if (mapping.name().isBlank()) {
            throw new IllegalArgumentException("a mapping is saved under a name");
        }
        Files.createDirectories(folder);
        Path file = fileOf(mapping.name());
        Path partial = Files.createTempFile(folder, ".saving", ".tmp");
        Files.writeString(partial, write(mapping), StandardCharsets.UTF_8);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return file;
    }

    /**
     * The mapping of a name.
     *
     * @throws ImportException when there is none or it cannot be read
     */
    public ColumnMapping load(String name) {
        Path file = fileOf(name);
        if (!Files.isRegularFile(file)) {
            throw new ImportException("there is no saved mapping '" + name + "' in " + folder + "; the saved ones are "
                    + String.join(", ", all().stream().map(ColumnMapping::name).toList()));
        }
        return read(file);
    }

    /** The mapping saved for tables with these headers. */
    public Optional<ColumnMapping> byFingerprint(String kind, String fingerprint) {
        return all().stream()
                .filter(m -> m.kind().equals(kind) && m.fingerprint().equals(fingerprint))
                .findFirst();
    }

    /** All saved mappings, in the order of their file names. */
    public List<ColumnMapping> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ENDING))
                    .sorted()
                    .map(ColumnMappingFolder::read)
                    .toList();
        } catch (IOException e) {
            throw ImportException.unreadable(folder, e);
        }
    }

    /**
     * Writes a saved mapping out, to be passed on.
     *
     * @throws ImportException when there is none of that name
     */
    public void export(String name, OutputStream out) throws IOException {
        out.write(write(load(name)).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes a mapping in that somebody passed on, in place of an earlier one of its name.
     *
     * @throws ImportException when the file holds none
     */
    public ColumnMapping take(Path file) throws IOException {
        ColumnMapping mapping = read(file);
        if (mapping.name().isBlank() || mapping.kind().isBlank()) {
            throw new ImportException(
                    file + ": the saved column mapping has no name or no kind. Add lines 'name ...' and 'kind ...'.");
        }
        save(mapping);
        return mapping;
    }

    /** Forgets a saved mapping. */
    public void forget(String name) throws IOException {
        Files.deleteIfExists(fileOf(name));
    }

    /** What to call the file of a mapping. */
    public static String fileName(String name) {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            file.append(Character.isLetterOrDigit(c) || c == '-' || c == ' ' ? c : '_');
        }
        return file + ENDING;
    }

    private Path fileOf(String name) {
        return folder.resolve(fileName(name));
    }

    static String write(ColumnMapping mapping) {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        text.append("name        ").append(oneLine(mapping.name())).append('\n');
        text.append("kind        ").append(mapping.kind()).append('\n');
        text.append("headers     ").append(mapping.fingerprint()).append('\n');
        mapping.zone()
                .ifPresent(
                        zone -> text.append("zone        ").append(zone.getId()).append('\n'));
        mapping.country().ifPresent(c -> text.append("country     ").append(c).append('\n'));
        for (ColumnMapping.Column column : mapping.columns()) {
            text.append(String.format(Locale.ROOT, "%-12s", "column " + (column.index() + 1)))
                    .append(column.isMapped() ? column.meaning() : "-")
                    .append(column.hint().isEmpty() ? "" : " (" + column.hint() + ")")
                    .append(" = ")
                    .append(oneLine(column.header()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private static ColumnMapping read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ImportException.unreadable(file, e);
        }
        return parse(lines, file);
    }

    static ColumnMapping parse(List<String> lines, Path file) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FIRST_LINE)) {
            throw new ImportException(
                    file + ": this is no saved column mapping. Its first line must be '" + FIRST_LINE + "'.");
        }
        String name = "";
        String kind = "";
        String fingerprint = "";
        Optional<ZoneId> zone = Optional.empty();
        Optional<String> country = Optional.empty();
        List<ColumnMapping.Column> columns = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("name ")) {
                name = line.substring(5).strip();
            } else if (line.startsWith("kind ")) {
                kind = line.substring(5).strip();
            } else if (line.startsWith("headers ")) {
                fingerprint = line.substring(8).strip();
            } else if (line.startsWith("zone ")) {
                zone = Optional.of(zone(line.substring(5).strip(), file, i + 1));
            } else if (line.startsWith("country ")) {
                country = Optional.of(line.substring(8).strip().toUpperCase(Locale.ROOT));
            } else if (line.startsWith("column ")) {
                columns.add(column(line.substring(7).strip(), file, i + 1));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw malformed(file, i + 1);
            }
        }
        return new ColumnMapping(name, kind, fingerprint, zone, country, columns);
    }

    private static ZoneId zone(String text, Path file, int line) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new ImportException(
                    file + ": line " + line + ": there is no time zone '" + text + "'. Write it like Europe/Vienna.",
                    e);
        }
    }

    private static ColumnMapping.Column column(String line, Path file, int number) {
        int blank = line.indexOf(' ');
        int equals = line.indexOf(" = ");
        if (blank < 1 || equals < blank || !line.substring(0, blank).matches("[1-9]\\d{0,4}")) {
            throw malformed(file, number);
        }
        String meaning = line.substring(blank, equals).strip();
        String hint = "";
        int open = meaning.indexOf('(');
        if (open > 0 && meaning.endsWith(")")) {
            hint = meaning.substring(open + 1, meaning.length() - 1).strip();
            meaning = meaning.substring(0, open).strip();
        }
        return new ColumnMapping.Column(
                Integer.parseInt(line.substring(0, blank)) - 1,
                line.substring(equals + 3),
                meaning.equals("-") ? "" : meaning,
                hint,
                "as saved");
    }

    private static ImportException malformed(Path file, int line) {
        return new ImportException(
                file + ": line " + line
                        + " is none of a saved column mapping. Write it as 'column 3    start (day first) = Header', or delete it.");
    }
}
