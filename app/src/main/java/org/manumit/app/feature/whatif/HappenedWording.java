package org.manumit.app.feature.whatif;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.manumit.app.feature.whatif.HappenedAnswer.Group;
import org.manumit.app.feature.whatif.HappenedAnswer.Line;
import org.manumit.app.feature.whatif.WhatIfAnswer.Figure;
import org.manumit.app.feature.whatif.WhatIfAnswer.Named;
import org.manumit.app.session.DisplayNames;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.history.CaseEvent;
import org.manumit.graph.analysis.whatif.EventEffect;
import org.manumit.graph.analysis.whatif.EventEffect.StepIn;
import org.manumit.styles.Words;

/** Puts what happened to a network into words. */
final class HappenedWording {

    private final DisplayNames names;
    private final Words words;

    HappenedWording(DisplayNames names, Words words) {
        this.names = names;
        this.words = words;
    }

    /** What an event is called in a list of them. */
    String event(CaseEvent event) {
        String who = String.join(", ", event.people().stream().map(names::name).toList());
        return words.text(
                who.isEmpty() ? "whatif.event.bare" : "whatif.event",
                event.date().toString(),
                event.kind(),
                who);
    }

    HappenedAnswer answer(EventEffect effect) {
        List<Group> groups = new ArrayList<>();
        add(groups, "whatif.happened.roles", effect.slots().stream().map(this::slot));
        add(
                groups,
                "whatif.happened.orders",
                effect.orders().stream()
                        .map(o -> line("whatif.happened.order." + o.course(), List.of(o.from(), o.to()))));
        add(
                groups,
                "whatif.happened.numbers",
                Stream.concat(
                        effect.numbers().stream()
                                .map(r -> new Line(
                                        names.text(r.reasons().stream()
                                                .findFirst()
                                                .map(Reason::text)
                                                .orElse("")),
                                        named(List.of(r.number())))),
                        effect.successors().stream()
                                .map(s -> new Line(
                                        words.text("verdict.successor.who", names.name(s.from()), names.name(s.to())),
                                        named(List.of(s.from(), s.to()))))));
        add(
                groups,
                "whatif.happened.money",
                effect.money().stream()
                        .map(m -> new Line(
                                words.text(
                                        "whatif.happened.paid",
                                        m.before().toPlainString(),
                                        m.after().toPlainString(),
                                        m.currency(),
                                        m.paymentsBefore(),
                                        m.paymentsAfter()),
                                named(List.of(m.payer(), m.payee())))));
        return new HappenedAnswer(
                headline(effect),
                List.of(
                        figure(
                                "whatif.routes",
                                effect.before().routes(),
                                effect.after().routes()),
                        figure(
                                "whatif.reached",
                                effect.before().reached().size(),
                                effect.after().reached().size()),
                        figure(
                                "whatif.people",
                                effect.before().actors(),
                                effect.after().actors())),
                groups,
                effect.undated() == 0 ? "" : words.text("whatif.happened.undated", effect.undated()));
    }

    private String headline(EventEffect effect) {
        String event = event(effect.event());
        if (!effect.event().isBlow()) {
            return event;
        }
        return words.text(
                effect.befell().isEmpty() ? "whatif.happened.nobody" : "whatif.happened",
                event,
                effect.befell().size());
    }

    private Line slot(EventEffect.SlotChange slot) {
        List<EntityId> people =
                switch (slot.course()) {
                    case GOES_ON, BEGAN -> slot.heldAfter();
                    case STOPPED -> slot.heldBefore();
                    case REFILLED -> slot.steppedIn().stream().map(StepIn::who).toList();
                };
        return line("whatif.happened.role." + slot.course(), people, words.of(slot.role()));
    }

    private Line line(String key, List<EntityId> people, Object... more) {
        return new Line(words.text(key, more), named(people));
    }

    private void add(List<Group> groups, String key, Stream<Line> lines) {
        List<Line> all = lines.toList();
        if (!all.isEmpty()) {
            groups.add(new Group(words.text(key), all));
        }
    }

    private List<Named> named(Collection<EntityId> ids) {
        return ids.stream().map(id -> new Named(id, names.name(id))).toList();
    }

    private Figure figure(String key, long before, long after) {
        return new Figure(words.text(key, after), words.text("number", before), words.text("number", after));
    }
}
