package org.manumit.graph.analysis.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.VictimContacts.VictimContact;
import org.manumit.graph.analysis.money.MoneyCriterion;
import org.manumit.graph.analysis.money.MoneyFinding;
import org.manumit.graph.analysis.roles.RoleIndicator;
import org.manumit.graph.analysis.roles.Sign;
import org.manumit.graph.query.Actors;

/** Signs of roles that call records, handsets and transfers show. */
final class RecordSigns {

    private static final int SHOWN = 20;

    /** On fewer days than this nobody can be said to call daily. */
    private static final int FEWEST_DAYS = 10;

    private static final double NEARLY_ALL = 0.8;

    /** Who calls on so many of all days calls as good as daily. */
    private static final double DAILY = 0.7;

    private RecordSigns() {}

    static List<Sign> ofCoverages(Collection<ContactCoverage> coverages) {
        List<Sign> signs = new ArrayList<>();
        for (ContactCoverage coverage : coverages) {
            // victims who live together call each other; only a handset with nearly all numbers tells of watching over
            boolean friends = coverage.standing() == ContactCoverage.Standing.VICTIM_TOO
                    && (coverage.held() < 2 || coverage.held() < NEARLY_ALL * coverage.known());
            if (friends) {
                continue;
            }
            signs.add(sign(
                    coverage.holder(), RoleIndicator.HOLDS_VICTIMS_NUMBERS, coverage.score(), coverage.reasonsFor()));
        }
        return signs;
    }

    static List<Sign> ofContacts(Collection<VictimContact> contacts, CaseGraph graph) {
        List<Sign> signs = new ArrayList<>();
        for (VictimContact contact : contacts) {
            String name = graph.entity(contact.who()).map(Entity::label).orElse("");
            if (contact.daysCalled() >= FEWEST_DAYS) {
                double daily = Math.min(1, contact.daysCalled() / (DAILY * contact.days()));
                signs.add(new Sign(
                        contact.who(),
                        RoleIndicator.CALLS_VICTIMS_DAILY,
                        daily * (0.3 + 0.7 * contact.shortShare()) * (1 - Math.exp(-contact.victimsCalled() / 1.5)),
                        String.format(
                                Locale.ENGLISH,
                                "%s calls or writes to %s on %d of %d days, %.0f %% of it for a minute at most.",
                                name,
                                victims(contact.victimsCalled()),
                                contact.daysCalled(),
                                contact.days(),
                                contact.shortShare() * 100),
                        Period.UNKNOWN,
                        contact.dailyEvidence()));
            }
            if (contact.knownBefore() > 0) {
                signs.add(new Sign(
                        contact.who(),
                        RoleIndicator.KNEW_VICTIM_BEFORE_DEPARTURE,
                        1 - Math.exp(-contact.knownBefore() / 1.5),
                        name + " was in touch with " + victims(contact.knownBefore()) + " before departure.",
                        Period.UNKNOWN,
                        contact.beforeEvidence()));
            }
        }
        return signs;
    }

    static List<Sign> ofMoney(CaseGraph graph, Actors actors, Collection<MoneyFinding> findings) {
        List<Sign> signs = new ArrayList<>();
        for (MoneyFinding finding : findings) {
            OptionalInt recipient = finding.accounts().isEmpty()
                    ? OptionalInt.empty()
                    : graph.indexOf(finding.accounts().getLast());
            if (recipient.isEmpty()) {
                continue;
            }
            EntityId who = graph.entity(actors.actorOf(recipient.getAsInt())).id();
            switch (finding.kind()) {
                case UPWARD_SHARE ->
                    signs.add(sign(who, RoleIndicator.REGULAR_UPWARD_SHARE, finding.score(), finding.reasons()));
                case FAN_IN -> signs.add(sign(who, RoleIndicator.MANY_SENDERS, finding.score(), finding.reasons()));
                case NOMINEE_SENDER -> {
                    signs.add(
                            sign(who, RoleIndicator.IS_SENT_MONEY_IN_OTHER_NAMES, finding.score(), finding.reasons()));
                    finding.accounts().stream()
                            .limit(finding.accounts().size() - 1)
                            .map(payer -> graph.entity(
                                            actors.actorOf(graph.indexOf(payer).orElseThrow()))
                                    .id())
                            .distinct()
                            .filter(payer -> !payer.equals(who))
                            .forEach(payer -> signs.add(sign(
                                    payer, RoleIndicator.SENDS_IN_OTHER_NAMES, finding.score(), finding.reasons())));
                }
                case WAGE_SKIMMING -> {
                    // what the case file says of earnings is read as an act already
                    List<Reason> transfers = finding.reasons().stream()
                            .filter(r -> !r.criterion().equals(MoneyCriterion.EARNINGS_TAKEN.key()))
                            .toList();
                    if (!transfers.isEmpty()) {
                        signs.add(sign(who, RoleIndicator.TAKES_WAGES, finding.score(), transfers));
                    }
                }
                case CYCLE, FAN_OUT, PASS_THROUGH, STRUCTURING, PAYER_NOT_OCCUPANT, DEBT_GROWTH -> {}
            }
        }
        return signs;
    }

    private static String victims(int count) {
        return count == 1 ? "a victim" : count + " victims";
    }

    private static Sign sign(EntityId who, RoleIndicator indicator, double score, List<Reason> reasons) {
        List<ClaimId> evidence = reasons.stream()
                .flatMap(r -> r.evidence().stream())
                .distinct()
                .limit(SHOWN)
                .toList();
        return new Sign(
                who,
                indicator,
                Math.clamp(score, 0, 1),
                reasons.isEmpty() ? indicator.statement() : reasons.getFirst().text(),
                Period.UNKNOWN,
                evidence);
    }
}
