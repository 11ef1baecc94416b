package org.manumit.app.session;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.manumit.graph.SourceId;
import org.manumit.importers.draft.Corrections;

/** Where the user corrects rows; the window lays it over what asked for it. Use it from the window's thread. */
public interface CorrectionDesk {

    /**
     * The rows of a file that is in the open case.
     *
     * @param file the original that the case keeps, or the file it was imported from
     */
    void committed(SourceId source, Path file);

    /**
     * The rows of a file in review.
     *
     * @param taken takes the corrections each time the file was read with them
     */
    void reviewed(Path file, ImportRequest request, Consumer<Corrections> taken);
}
