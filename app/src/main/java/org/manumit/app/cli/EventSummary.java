package org.manumit.app.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.calls.EventReaction;
import org.manumit.graph.analysis.whatif.EventEffect;
import org.manumit.graph.analysis.whatif.EventEffect.Course;
import org.manumit.graph.analysis.whatif.EventEffect.StepIn;

/** What a network was before and after an event, in plain text. */
final class EventSummary {

    private static final int NAMES = 6;
    private static final int ROWS = 10;

    private final CaseGraph graph;

    EventSummary(CaseGraph graph) {
        this.graph = graph;
    }

    void print(EventEffect effect, PrintWriter out) {
        out.println();
        out.println(effect.network() + ", before and after the "
                + effect.event().kind() + " of " + effect.event().date());
        if (effect.event().isBlow()) {
            out.println(
                    "  It befell: " + (effect.befell().isEmpty() ? "nobody of it by name" : names(effect.befell())));
        }
        out.printf(
                Locale.ROOT,
                "  Ways from recruitment to exploitation that share nobody: %d before, %d seen since%n",
                effect.before().routes(),
                effect.after().routes());
        for (EventEffect.SlotChange slot : effect.slots()) {
            out.println("  " + words(slot.role().name()) + ": " + course(slot));
        }
        lines(
                "Orders",
                effect.orders().stream()
                        .map(o -> label(o.from()) + " to " + label(o.to()) + ": " + word(o.course()))
                        .toList(),
                out);
        lines(
                "Numbers, "
                        + effect.recordsBefore().from().map(d -> "from " + d).orElse("") + " to "
                        + effect.recordsAfter().to().map(Object::toString).orElse(""),
                effect.numbers().stream()
                        .map((EventReaction r) -> words(r.kind().name()) + ": "
                                + r.reasons().stream()
                                        .findFirst()
                                        .map(Reason::text)
                                        .orElse(label(r.number())))
                        .toList(),
                out);
        lines(
                "Numbers that took over",
                effect.successors().stream()
                        .map(s -> label(s.from()) + " -> " + label(s.to())
                                + String.format(Locale.ROOT, " (%.2f)", s.score()))
                        .toList(),
                out);
        lines(
                "Money",
                effect.money().stream()
                        .map(m -> label(m.payer()) + " to " + label(m.payee()) + ": "
                                + m.before().toPlainString() + " " + m.currency() + " in " + m.paymentsBefore()
                                + " before, " + m.after().toPlainString() + " in " + m.paymentsAfter() + " since ("
                                + word(m.course()) + ")")
                        .toList(),
                out);
        if (effect.undated() > 0) {
            out.println("  " + effect.undated()
                    + " rows say who did what but not when; they are taken as told of the time before.");
        }
    }

    private String course(EventEffect.SlotChange slot) {
        return switch (slot.course()) {
            case GOES_ON -> names(slot.heldAfter()) + " went on";
            case STOPPED -> names(slot.heldBefore()) + " before, nobody seen since";
            case BEGAN -> "nobody before, " + names(slot.heldAfter()) + " since";
            case REFILLED ->
                names(slot.heldBefore()) + " before, "
                        + slot.steppedIn().stream()
                                .map(s -> label(s.who())
                                        + (s.foresight() == StepIn.Foresight.FORESEEN ? " (as foreseen)" : ""))
                                .collect(Collectors.joining(", "))
                        + " stepped in";
        };
    }

    private static void lines(String title, List<String> lines, PrintWriter out) {
        if (lines.isEmpty()) {
            return;
        }
        out.println("  " + title);
        lines.stream().limit(ROWS).forEach(line -> out.println("    " + line));
        if (lines.size() > ROWS) {
            out.println("    and " + (lines.size() - ROWS) + " more; --json FILE lists them all");
        }
    }

    private static String word(Course course) {
        return course.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String label(EntityId id) {
        return graph.entity(id).map(Entity::label).orElse(id.value());
    }

    private String names(Collection<EntityId> ids) {
        List<String> all = ids.stream().map(this::label).toList();
        return all.size() <= NAMES
                ? String.join(", ", all)
                : Stream.concat(all.stream().limit(NAMES), Stream.of((all.size() - NAMES) + " more"))
                        .collect(Collectors.joining(", "));
    }

    private static String words(String constant) {
        String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
