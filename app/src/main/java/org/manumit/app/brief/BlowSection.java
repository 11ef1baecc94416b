package org.manumit.app.brief;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manumit.app.brief.BriefDocument.Alignment;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Column;
import org.manumit.app.brief.BriefDocument.Style;
import org.manumit.app.brief.BriefDocument.Table;
import org.manumit.app.brief.BriefDocument.TableLook;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.calls.EventReaction;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.whatif.EventEffect;
import org.manumit.graph.analysis.whatif.EventEffect.Course;
import org.manumit.graph.analysis.whatif.EventEffect.MoneyChange;
import org.manumit.graph.analysis.whatif.EventEffect.OrderChange;
import org.manumit.graph.analysis.whatif.EventEffect.SlotChange;
import org.manumit.graph.analysis.whatif.EventEffect.StepIn;

/** What arrests, raids and other blows changed in a network: who stepped in, what stopped, what began. */
final class BlowSection extends BriefSection {

    /** How many blows to one network are told. */
    static final int BLOWS = 3;

    private static final int NAMES = 6;
    private static final int ROWS = 10;

    private final List<EventEffect> effects;

    BlowSection(Parts parts, List<EventEffect> effects) {
        super(parts);
        this.effects = List.copyOf(effects);
    }

    void write(String network) {
        List<EventEffect> blows =
                effects.stream().filter(e -> e.network().equals(network)).toList();
        if (blows.isEmpty()) {
            return;
        }
        subsection("What blows to it changed");
        blows.forEach(this::blow);
        paragraph(
                Style.NOTE,
                "What is seen before and since a blow says what the file shows, and not that the blow was the cause "
                        + "(Williams, ch. 10, in Friesendorf 2009). Nobody seen since may mean nobody looked."
                        + (blows.size() < BLOWS
                                ? ""
                                : " At most " + BLOWS + " blows are told here: those that befell most of its people, "
                                        + "and the latest of them."));
    }

    private void blow(EventEffect effect) {
        String evidence = exhibits.cite(List.of(effect.event().claim()));
        bullet(
                upperFirst(text(effect.event().kind())) + ", "
                        + unbroken(effect.event().date().toString()) + ". "
                        + (effect.befell().isEmpty()
                                ? "It befell nobody of the network by name."
                                : "It befell " + names(effect.befell()) + ".")
                        + " Ways from recruitment to exploitation that share nobody: "
                        + effect.before().routes() + " before, "
                        + effect.after().routes() + " seen since.",
                evidence);
        List<List<Cell>> rows = new ArrayList<>();
        add(rows, effect.slots().stream().map(this::slot).toList());
        add(rows, effect.orders().stream().map(this::order).toList());
        add(
                rows,
                Stream.concat(
                                effect.numbers().stream().map(this::number),
                                effect.successors().stream().map(this::successor))
                        .toList());
        add(rows, effect.money().stream().map(this::paid).toList());
        if (!rows.isEmpty()) {
            blocks.add(new Table(
                    List.of(
                            new Column("What", 20, Alignment.LEFT),
                            new Column("Before", 24, Alignment.LEFT),
                            new Column("Since", 38, Alignment.LEFT),
                            new Column("Exhibits", 18, Alignment.LEFT)),
                    rows,
                    TableLook.LIST));
        }
        if (!effect.numbers().isEmpty() || !effect.money().isEmpty()) {
            paragraph(
                    Style.NOTE,
                    "Calls and transfers are compared from "
                            + effect.recordsBefore()
                                    .from()
                                    .map(Object::toString)
                                    .orElse("the first") + " to "
                            + effect.recordsAfter().to().map(Object::toString).orElse("the last") + ".");
        }
        if (effect.undated() > 0) {
            paragraph(
                    Style.NOTE,
                    count(effect.undated(), "row says", "rows say")
                            + " who did what but not when; they are taken as told of the time before.");
        }
    }

    private static void add(List<List<Cell>> rows, List<List<Cell>> some) {
        some.stream().limit(ROWS).forEach(rows::add);
        if (some.size() > ROWS) {
            rows.add(List.of(Cell.of("and " + (some.size() - ROWS) + " more"), Cell.of(""), Cell.of(""), Cell.of("")));
        }
    }

    private List<Cell> slot(SlotChange slot) {
        List<ClaimId> evidence = slot.steppedIn().stream()
                .flatMap(s -> s.evidence().stream())
                .distinct()
                .toList();
        return row(
                upperFirst(Words.role(slot.role())),
                slot.heldBefore().isEmpty() ? "Nobody" : names(slot.heldBefore()),
                switch (slot.course()) {
                    case GOES_ON -> names(slot.heldAfter()) + " went on";
                    case STOPPED -> "Nobody seen";
                    case BEGAN -> names(slot.heldAfter());
                    case REFILLED ->
                        slot.steppedIn().stream().map(this::steppedIn).collect(Collectors.joining(", "))
                                + " stepped in";
                },
                evidence);
    }

    private String steppedIn(StepIn stepIn) {
        return name(stepIn.who()) + (stepIn.foresight() == StepIn.Foresight.FORESEEN ? " (as foreseen)" : "");
    }

    private List<Cell> order(OrderChange order) {
        return row(
                "Orders of " + name(order.from()) + " to " + name(order.to()),
                order.course() == Course.BEGAN ? "None seen" : "Given",
                order.course() == Course.STOPPED ? "None seen" : "Given",
                order.evidence());
    }

    private List<Cell> number(EventReaction reaction) {
        return List.of(
                Cell.strong(name(reaction.number())),
                Cell.of(""),
                Cell.of(reaction.reasons().stream()
                        .limit(2)
                        .map(this::reasonText)
                        .collect(Collectors.joining(" "))),
                Cell.of(exhibitsOf(reaction.reasons())));
    }

    private List<Cell> successor(SuccessorNumber successor) {
        return List.of(
                Cell.strong("Number that took over"),
                Cell.of(name(successor.from())),
                Cell.of(name(successor.to()) + " (founded " + figure(successor.score()) + ")"),
                Cell.of(exhibitsOf(successor.reasons())));
    }

    private List<Cell> paid(MoneyChange money) {
        return row(
                name(money.payer()) + " paid " + name(money.payee()),
                sum(money.before(), money.currency(), money.paymentsBefore()),
                sum(money.after(), money.currency(), money.paymentsAfter()),
                money.evidence());
    }

    private static String sum(BigDecimal amount, String currency, int payments) {
        return payments == 0
                ? "Nothing seen"
                : (figure(amount) + " " + currency).strip() + " in " + count(payments, "payment", "payments");
    }

    private static String figure(BigDecimal amount) {
        return String.format(Locale.ROOT, amount.stripTrailingZeros().scale() <= 0 ? "%,.0f" : "%,.2f", amount);
    }

    private List<Cell> row(String what, String before, String since, List<ClaimId> evidence) {
        return List.of(Cell.strong(what), Cell.of(before), Cell.of(since), Cell.of(exhibits.cite(evidence)));
    }

    private String names(List<EntityId> ids) {
        return some(ids.stream().map(this::name).distinct().toList(), NAMES);
    }
}
