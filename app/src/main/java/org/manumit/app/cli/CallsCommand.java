package org.manumit.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.manumit.app.enquiry.CallAnswer;
import org.manumit.app.enquiry.CallEnquiry;
import org.manumit.app.enquiry.CallPatterns;
import org.manumit.app.enquiry.EnquiryScope;
import org.manumit.app.export.CallsJson;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code manumit calls}. */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = {
            "Says whom somebody is in touch with, when in the week, in which countries, and what stands out: calls passed "
                    + "on, numbers at the same places, silences and bursts, numbers that took over.",
            "A name stands for all numbers its bearer uses. With several names, also whom they have in common.",
            "Without a name, what stands out among all whom the case is about, and the country codes of all numbers."
        })
final class CallsCommand extends PeriodCommand implements Callable<Integer> {

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME", description = "Names, numbers or ids of the case.")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--passed-on",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "How soon after a call another may be taken for passing it on (${DEFAULT-VALUE} minutes).")
    int passedOn;

    CallsCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    @Override
    public Integer call() {
        DateSpan span = span();
        if (passedOn < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--passed-on " + passedOn + ": at least one minute must be allowed");
        }
        interruption().begin();
        CaseGraph graph;
        CallEnquiry enquiry;
        CallAnswer answer;
        CallPatterns patterns;
        try (ProgressBar bar = new ProgressBar(terminal(), "calls")) {
            EnquiryScope scope = EnquiryScope.of(load(bar), span.period());
            graph = scope.graph();
            NamedEntities named = new NamedEntities(graph);
            List<Integer> chosen = names.stream().map(named::entity).toList();
            enquiry = CallEnquiry.of(scope);
            answer = enquiry.contacts(chosen);
            patterns = enquiry.patterns(chosen, Duration.ofMinutes(passedOn), bar, interruption());
        }
        if (json == null) {
            print(graph, enquiry, answer, patterns, terminal().out());
            terminal().out().flush();
        } else {
            JsonTarget.write(json, terminal(), out -> new CallsJson(graph, enquiry).write(answer, patterns, out));
        }
        return CommandLineProgram.DONE;
    }

    private static void print(
            CaseGraph graph, CallEnquiry enquiry, CallAnswer answer, CallPatterns patterns, PrintWriter out) {
        if (enquiry.isEmpty()) {
            out.println("The case holds no dated call record in this period.");
            return;
        }
        Function<EntityId, String> label =
                id -> graph.entity(id).map(Entity::label).orElse(id.value());
        CallsSummary summary = new CallsSummary(
                id -> enquiry.user(id)
                        .map(user -> label.apply(id) + " (" + label.apply(user) + ")")
                        .orElseGet(() -> label.apply(id)),
                out);
        answer.people().forEach(person -> summary.person(person, enquiry.zone()));
        if (answer.people().size() > 1) {
            summary.common(answer.common());
        }
        if (answer.people().isEmpty()) {
            summary.countries(answer.countries());
            out.println("All numbers");
            summary.hours(patterns.hours(), enquiry.zone());
        }
        summary.findings(patterns.findings());
        summary.habits(patterns.habits());
    }
}
