package org.manumit.app.cli;

import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.manumit.app.enquiry.CallAnswer;
import org.manumit.app.enquiry.CallEnquiry;
import org.manumit.app.enquiry.EnquiryScope;
import org.manumit.app.export.CallsJson;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.calls.CountryCode;
import org.manumit.graph.analysis.calls.Toll;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code manumit calls}. */
@Command(
        name = "calls",
        mixinStandardHelpOptions = true,
        description = {
            "Says whom somebody is in touch with, when in the week, and in which countries.",
            "A name stands for all numbers its bearer uses. With several names, also whom they have in common.",
            "Without a name, the country codes of all numbers."
        })
final class CallsCommand extends PeriodCommand implements Callable<Integer> {

    private static final int ROWS = 15;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME", description = "Names, numbers or ids of the case.")
    List<String> names = new ArrayList<>();

    CallsCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    @Override
    public Integer call() {
        DateSpan span = span();
        interruption().begin();
        CaseGraph whole;
        try (ProgressBar bar = new ProgressBar(terminal(), "calls")) {
            whole = load(bar);
        }
        EnquiryScope scope = EnquiryScope.of(whole, span.period());
        CaseGraph graph = scope.graph();
        NamedEntities named = new NamedEntities(graph);
        CallEnquiry enquiry = CallEnquiry.of(scope);
        CallAnswer answer = enquiry.contacts(names.stream().map(named::entity).toList());
        if (json == null) {
            print(answer, graph, enquiry.zone(), terminal().out());
            terminal().out().flush();
        } else {
            JsonTarget.write(json, terminal(), out -> new CallsJson(graph).write(answer, out));
        }
        return CommandLineProgram.DONE;
    }

    private static String label(CaseGraph graph, EntityId id) {
        return graph.entity(id).map(Entity::label).orElse(id.value());
    }

    private static void print(CallAnswer answer, CaseGraph graph, ZoneId zone, PrintWriter out) {
        for (CallAnswer.Person person : answer.people()) {
            out.println(person.entity().label() + ": " + person.profile().total() + " records with "
                    + person.tolls().size() + " numbers, "
                    + Math.round(person.profile().nightShare() * 100) + " % of them from 22 to 6 o'clock");
            for (Toll toll : person.tolls().stream().limit(ROWS).toList()) {
                out.printf(
                        Locale.ROOT,
                        "  %-28s %4d made %4d received %4d other %6d min  %s to %s%n",
                        label(graph, toll.with()),
                        toll.made(),
                        toll.received(),
                        toll.messages(),
                        toll.seconds() / 60,
                        toll.first().atZone(zone).toLocalDate(),
                        toll.last().atZone(zone).toLocalDate());
            }
            if (person.tolls().size() > ROWS) {
                out.println("  and " + (person.tolls().size() - ROWS) + " more; --json FILE lists them all");
            }
            out.println("  country codes: "
                    + person.countries().stream()
                            .map(c -> "+" + c.code() + " (" + c.numbers() + " numbers, " + c.records() + " records)")
                            .collect(Collectors.joining(", ")));
            for (DayOfWeek day : DayOfWeek.values()) {
                StringBuilder hours = new StringBuilder();
                for (int hour = 0; hour < 24; hour++) {
                    hours.append(
                            String.format(Locale.ROOT, "%4d", person.profile().count(day, hour)));
                }
                out.println(
                        "  " + day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT) + hours);
            }
        }
        if (answer.people().size() > 1) {
            out.println("In common: "
                    + (answer.common().isEmpty()
                            ? "nobody"
                            : String.join(
                                    ", ",
                                    answer.common().stream()
                                            .map(id -> label(graph, id))
                                            .toList())));
        }
        List<CountryCode> countries = answer.people().isEmpty() ? answer.countries() : List.of();
        countries.forEach(c ->
                out.printf(Locale.ROOT, "  +%-4s %,8d numbers %,10d records%n", c.code(), c.numbers(), c.records()));
    }
}
