package org.manumit.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.manumit.app.brief.CaseOutput;
import org.manumit.app.export.ChartPictures;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.history.CaseEvent;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.whatif.EventEffect;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.catalog.ImporterCatalog;

/** What the commands need of the rest of the program. Nothing is started before it is asked for. */
public interface Workplace {

    /** What an opened case is for. */
    enum OpenFor {
        /** A local case that is not there yet is created. */
        IMPORT,
        /** Nothing may change: a case that is not there stays absent. */
        DRY_RUN,
        /** The case must be there. */
        READING
    }

    /**
     * Opens a case.
     *
     * @param word a folder, or {@code neo4j://USER@HOST:PORT/DATABASE}
     * @throws org.manumit.graph.store.StoreException when it cannot be opened
     */
    OpenedCase open(String word, OpenFor purpose, Progress progress, Cancellation cancellation);

    /** The kinds of file that can be imported. */
    ImporterCatalog importers();

    /** Analyses a snapshot. */
    default CaseAnalysis analyse(CaseGraph graph, Progress progress, Cancellation cancellation) {
        return analyse(graph, Period.UNKNOWN, progress, cancellation);
    }

    /** Analyses what a snapshot knows of a period. */
    CaseAnalysis analyse(CaseGraph graph, Period period, Progress progress, Cancellation cancellation);

    /** What is known of each network of a snapshot, for asking what it could do without some. */
    List<NetworkFacts> networks(CaseGraph graph, Progress progress, Cancellation cancellation);

    /** Writes what leaves a case. */
    CaseOutput output();

    /** Compares the networks of a snapshot before and after something that happened to them. */
    List<EventEffect> around(
            CaseGraph graph, CaseEvent event, Duration about, Progress progress, Cancellation cancellation);

    /** Draws charts with no window. */
    ChartPictures charts();

    /** Writes an empty case workbook. */
    void writeTemplate(Path file);

    /** Why no window can be shown here, in one line with what to do; empty when one can. */
    Optional<String> whyNoWindow();

    /**
     * Opens the workstation and returns when it is closed.
     *
     * @param caseWord the case to open it on; empty for none
     * @throws org.manumit.graph.store.StoreException when no window can be shown here
     */
    void openWindow(Optional<String> caseWord);

    /** Where column mappings are saved. */
    Path profiles();

    /** What time it is. */
    Clock clock();

    /** Who uses the program. */
    String user();

    /** The program's version. */
    String version();
}
