package org.manumit.app.session;

import java.util.Optional;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.store.neo4j.Samples;

/** Opens a case and commits one sample source to it, saying each step on standard output. */
final class ImportsOneSource {

    private ImportsOneSource() {}

    public static void main(String[] arguments) {
        try (OpenedCase opened = new CaseOpener(address -> Optional.empty())
                .open(CaseRequest.made(arguments[0]), Progress.NONE, Cancellation.NEVER)) {
            System.out.println("step open");
            opened.store()
                    .commit(
                            Samples.addition(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])),
                            (done, total, step) -> System.out.println("step " + step + " " + done),
                            Cancellation.NEVER);
            System.out.println("step committed");
        }
    }
}
