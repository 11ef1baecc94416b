package org.manumit.app.session;

import org.manumit.graph.CaseGraph;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** How a case is analysed. Blocks; safe for use from several threads. */
@FunctionalInterface
public interface CaseAssessing {

    /** Says what follows from a snapshot. */
    CaseAnalysis analyse(CaseGraph graph, Progress progress, Cancellation cancellation);
}
