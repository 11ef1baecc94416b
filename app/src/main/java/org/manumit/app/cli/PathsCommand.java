package org.manumit.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.manumit.app.enquiry.EnquiryScope;
import org.manumit.app.enquiry.PathAnswer;
import org.manumit.app.enquiry.PathEnquiry;
import org.manumit.app.export.PathsJson;
import org.manumit.graph.Entity;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.SmallestNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code manumit paths}. */
@Command(
        name = "paths",
        mixinStandardHelpOptions = true,
        description = {
            "Says how people, firms and numbers are joined.",
            "Two names: the shortest ways between them. More: the smallest network that joins them all.",
            "With --in-time, the calls by which word from the first can have reached the second first."
        })
final class PathsCommand extends TieCommand implements Callable<Integer> {

    @Parameters(
            index = "1..*",
            arity = "2..*",
            paramLabel = "NAME",
            description = "Names, numbers or ids of the case, at least two.")
    List<String> names = new ArrayList<>();

    @Option(names = "--most", paramLabel = "N", defaultValue = "3", description = "How many ways (${DEFAULT-VALUE}).")
    int most;

    @Option(names = "--strongest", description = "Prefer ties of many calls, transfers and claims to few steps.")
    boolean strongest;

    @Option(names = "--in-time", description = "Follow calls that come one after the other.")
    boolean inTime;

    @Option(
            names = "--gap",
            paramLabel = "HOURS",
            defaultValue = "24",
            description =
                    "With --in-time: how long after one call the next may begin at most (${DEFAULT-VALUE} hours).")
    double gap;

    PathsCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    @Override
    public Integer call() {
        DateSpan span = span();
        if (most < 1) {
            throw new ParameterException(spec.commandLine(), "--most " + most + ": at least one way is sought");
        }
        if (!(gap > 0)) {
            throw new ParameterException(spec.commandLine(), "--gap " + gap + ": more than no time must pass");
        }
        if (inTime && names.size() != 2) {
            throw new ParameterException(spec.commandLine(), "--in-time goes from one name to another: give two");
        }
        interruption().begin();
        PathAnswer answer;
        try (ProgressBar bar = new ProgressBar(terminal(), "paths")) {
            EnquiryScope scope = EnquiryScope.of(load(bar), span.period());
            NamedEntities named = new NamedEntities(scope.graph());
            answer = enquiry(names.stream().map(named::entity).toList()).answer(scope, Progress.NONE, interruption());
        }
        if (json == null) {
            print(answer, terminal().out());
            terminal().out().flush();
        } else {
            JsonTarget.write(json, terminal(), out -> PathsJson.write(answer, out));
        }
        return CommandLineProgram.DONE;
    }

    private PathEnquiry enquiry(List<Integer> ends) {
        return new PathEnquiry(
                ends,
                inTime
                        ? PathEnquiry.Manner.IN_TIME
                        : strongest ? PathEnquiry.Manner.STRONGEST_TIES : PathEnquiry.Manner.FEWEST_STEPS,
                direction(),
                level(),
                most,
                Duration.ofMillis(Math.max(1, (long) (gap * 3_600_000))));
    }

    private void print(PathAnswer answer, PrintWriter out) {
        if (answer.ways().isEmpty()) {
            out.println("Nothing in the case joins " + String.join(" and ", names) + ".");
            return;
        }
        if (answer.kind() == PathAnswer.Kind.NETWORK) {
            out.println("The smallest network that joins them"
                    + (answer.size()
                                    .filter(s -> s == SmallestNetwork.Size.AT_MOST_TWICE)
                                    .isPresent()
                            ? " (estimated: at most twice as many ties as needed)"
                            : ""));
        }
        for (PathAnswer.Way way : answer.ways()) {
            out.println(String.join(
                    answer.kind() == PathAnswer.Kind.NETWORK ? ", " : " - ",
                    way.entities().stream().map(Entity::label).toList()));
            for (PathAnswer.Step step : way.steps()) {
                out.printf(
                        Locale.ROOT,
                        "  %s - %s: %s%n",
                        step.one().label(),
                        step.other().label(),
                        step.when().map(Object::toString).orElseGet(() -> counts(step)));
            }
        }
    }

    private static String counts(PathAnswer.Step step) {
        List<String> parts = new ArrayList<>();
        count(parts, step.claims(), "claim");
        count(parts, step.calls(), "call");
        count(parts, step.transfers(), "transfer");
        return String.join(", ", parts);
    }

    private static void count(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what + (count == 1 ? "" : "s"));
        }
    }
}
