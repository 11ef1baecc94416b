package org.manumit.app.feature.chart;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.manumit.app.export.OutputException;
import org.manumit.app.export.OutputFile;

/**
 * Views of a chart kept under names, a small file each in the case's folder ({@code views/NAME.json}). They go by our own
 * stable ids, never by a database's, so that they show the same people after any import. Blocks; safe for use from
 * several threads.
 */
public final class SavedViews {
    private static final String ENDING = ".json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    /**
     * The views of a case.
     *
     * @param caseFolder the case's folder
     */
    public SavedViews(Path caseFolder) {
        folder = caseFolder.resolve("views");
    }

    /** The names, in alphabetical order; empty when nothing was saved or the folder cannot be read. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> URLDecoder.decode(
                            name.substring(0, name.length() - ENDING.length()), StandardCharsets.UTF_8))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Keeps a view; one of the same name is replaced.
     *
     * @throws OutputException when it cannot be written
     */
    public void save(String name, ChartArrangement view) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new OutputException(
                    folder + ": the view cannot be saved (" + e.getMessage() + "); check the folder's permissions", e);
        }
        OutputFile.write(file(name), out -> out.write(JSON.writeValueAsBytes(view)));
    }

    /**
     * A view.
     *
     * @throws OutputException when it is gone or damaged
     */
    public ChartArrangement read(String name) {
        try {
            return JSON.readValue(Files.readAllBytes(file(name)), ChartArrangement.class);
        } catch (JacksonException e) {
            throw new OutputException(file(name) + ": the saved view is damaged; delete it and save it again", e);
        } catch (IOException e) {
            throw new OutputException(file(name) + ": the saved view cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Forgets a view. */
    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new OutputException(file(name) + ": cannot be deleted (" + e.getMessage() + ")", e);
        }
    }

    /** Names may hold what file names may not. */
    private Path file(String name) {
        return folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + ENDING);
    }
}
