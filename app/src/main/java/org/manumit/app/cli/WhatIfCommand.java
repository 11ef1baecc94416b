package org.manumit.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manumit.app.export.WhatIfJson;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.history.CaseEvent;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.whatif.EventComparison;
import org.manumit.graph.analysis.whatif.EventEffect;
import org.manumit.graph.analysis.whatif.Removal;
import org.manumit.graph.analysis.whatif.RemovalResult;
import org.manumit.graph.analysis.whatif.RemovalResult.Fragment;
import org.manumit.graph.analysis.whatif.RemovalResult.Slot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code manumit whatif}. */
@Command(
        name = "whatif",
        mixinStandardHelpOptions = true,
        description = {
            "Says what a network could still do without some of its people and firms.",
            "Which ways from recruitment to exploitation are left, who could step in, which pieces can go on.",
            "With nobody named, finds the fewest whose removal stops the flow. Victims are never among them.",
            "With --event, compares what is dated before and after an arrest, a raid or another event of the case."
        })
final class WhatIfCommand extends CaseCommand implements Callable<Integer> {

    private static final int NAMES = 6;

    @Option(
            names = "--remove",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Who is gone: a name or id of the case. Several may follow.")
    List<String> remove = new ArrayList<>();

    @Option(
            names = "--event",
            paramLabel = "EVENT",
            description = "Compare before and after: a row (Events!3), a date, a kind (arrest) or a name in the event.")
    @Nullable
    String event;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "" + EventComparison.USUAL_DAYS,
            description = "Over how many days before and after the event calls and transfers are compared "
                    + "(${DEFAULT-VALUE}).")
    int days;

    @Option(names = "--network", paramLabel = "NAME", description = "Only the network of this name.")
    @Nullable
    String network;

    WhatIfCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    @Override
    public Integer call() {
        if (event != null) {
            return compare(event);
        }
        List<NetworkFacts> networks;
        interruption().begin();
        try (ProgressBar bar = new ProgressBar(terminal(), "whatif")) {
            CaseGraph graph;
            graph = load(bar);
            networks = workplace().networks(graph, bar, interruption()).stream()
                    .filter(n -> network == null || n.network().name().equalsIgnoreCase(network))
                    .toList();
        }
        if (networks.isEmpty()) {
            throw new CommandFailure(
                    network == null
                            ? "the case holds no network, so nothing can be taken out of one"
                            : "no network is called " + network + "; 'manumit analyse' lists them");
        }
        List<WhatIfJson.Answer> answers = remove.isEmpty()
                ? networks.stream().map(WhatIfCommand::smallest).toList()
                : without(networks);
        if (json == null) {
            answers.forEach(answer -> print(answer, terminal().out()));
            terminal().out().flush();
        } else {
            JsonTarget.write(json, terminal(), out -> WhatIfJson.write(answers, out));
        }
        return CommandLineProgram.DONE;
    }

    private int compare(String wanted) {
        if (!remove.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--event tells what happened and --remove what might: give one of them");
        }
        if (days < 1) {
            throw new ParameterException(spec.commandLine(), "--days " + days + ": at least one day is compared");
        }
        CaseGraph graph;
        List<EventEffect> effects = new ArrayList<>();
        interruption().begin();
        try (ProgressBar bar = new ProgressBar(terminal(), "whatif")) {
            graph = load(bar);
            for (CaseEvent found : EventChoice.of(graph).matching(wanted)) {
                workplace().around(graph, found, Duration.ofDays(days), bar, interruption()).stream()
                        .filter(e -> network == null || e.network().equalsIgnoreCase(network))
                        .forEach(effects::add);
            }
        }
        if (json == null) {
            if (effects.isEmpty()) {
                terminal()
                        .out()
                        .println("It concerned no network of the case" + (network == null ? "." : " of that name."));
            }
            EventSummary summary = new EventSummary(graph);
            effects.forEach(effect -> summary.print(effect, terminal().out()));
            terminal().out().flush();
        } else {
            JsonTarget.write(json, terminal(), out -> WhatIfJson.write(graph, effects, out));
        }
        return CommandLineProgram.DONE;
    }

    private static WhatIfJson.Answer smallest(NetworkFacts facts) {
        Removal removal = Removal.from(facts);
        List<EntityId> stop = removal.smallestStop().orElse(List.of());
        return new WhatIfJson.Answer(facts, WhatIfJson.Asked.SMALLEST_STOP, removal.without(stop));
    }

    /** The networks that hold any of those named, without them. */
    private List<WhatIfJson.Answer> without(List<NetworkFacts> networks) {
        List<WhatIfJson.Answer> answers = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(remove);
        for (NetworkFacts facts : networks) {
            Removal removal = Removal.from(facts);
            List<EntityId> gone = new ArrayList<>();
            for (String word : remove) {
                List<EntityId> named = named(facts, removal, word);
                if (!named.isEmpty()) {
                    unknown.remove(word);
                    gone.addAll(named);
                }
            }
            if (!gone.isEmpty()) {
                answers.add(new WhatIfJson.Answer(facts, WhatIfJson.Asked.NAMED, removal.without(gone)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new CommandFailure("no network has " + String.join(" or ", unknown)
                    + " among those it could lose; victims are never among them, and names are written as in the case");
        }
        return answers;
    }

    private static List<EntityId> named(NetworkFacts facts, Removal removal, String word) {
        String sought = word.strip();
        return removal.candidates().stream()
                .filter(id -> id.value().equals(sought)
                        || id.value().endsWith("/" + sought)
                        || facts.reading().label(id).equalsIgnoreCase(sought))
                .toList();
    }

    private static void print(WhatIfJson.Answer answer, PrintWriter out) {
        NetworkFacts facts = answer.facts();
        RemovalResult result = answer.result();
        out.println();
        out.println(facts.network().name());
        if (answer.asked() == WhatIfJson.Asked.SMALLEST_STOP && result.removed().isEmpty()) {
            out.println(
                    result.before().routes() == 0
                            ? "  Nothing in the file leads from recruitment to exploitation, so there is nothing to stop."
                            : "  No removal without a victim would stop the flow to exploitation.");
            return;
        }
        out.println((answer.asked() == WhatIfJson.Asked.SMALLEST_STOP
                        ? "  The fewest whose removal stops the flow to exploitation: "
                        : "  Without ")
                + names(facts, result.removed()));
        out.printf(
                Locale.ROOT,
                "  Ways from recruitment to exploitation that share nobody: %d before, %d after%n",
                result.before().routes(),
                result.after().routes());
        out.println("  Exploiters who can still be supplied: "
                + (result.after().reached().isEmpty()
                        ? "nobody"
                        : names(facts, result.after().reached()))
                + " (" + result.before().reached().size() + " before)");
        for (Slot slot : result.slots()) {
            String standIns = slot.standIns().isEmpty()
                    ? "nobody in the file could step in"
                    : names(facts, slot.standIns()) + " could step in";
            out.println("  " + words(slot.role()) + ": "
                    + (slot.isEmpty() ? "nobody is left; " + standIns : names(facts, slot.left()) + " left"));
        }
        out.println("  What is left falls into " + result.fragments().size()
                + (result.fragments().size() == 1 ? " piece" : " pieces"));
        for (Fragment fragment : result.fragments()) {
            out.println("    " + names(facts, fragment.actors())
                    + (fragment.countries().isEmpty()
                            ? ""
                            : " (" + String.join(", ", new TreeSet<>(fragment.countries())) + ")")
                    + (fragment.canGoOn() ? ": can go on by itself" : ""));
        }
    }

    private static String names(NetworkFacts facts, Collection<EntityId> ids) {
        List<String> all = ids.stream().map(facts.reading()::label).toList();
        if (all.size() <= NAMES) {
            return String.join(", ", all);
        }
        return Stream.concat(all.stream().limit(NAMES), Stream.of((all.size() - NAMES) + " more"))
                .collect(Collectors.joining(", "));
    }

    private static String words(Enum<?> constant) {
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
