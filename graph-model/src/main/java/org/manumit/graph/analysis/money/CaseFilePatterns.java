package org.manumit.graph.analysis.money;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.TransferTable;
import org.manumit.graph.analysis.Weighing;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

/** Patterns that a case file's rows and the names on records show: stated shares, names lent, rent paid for others. */
final class CaseFilePatterns {
    private static final double PRIOR = -3;

    private final CaseGraph graph;
    private final Actors actors;
    private final Victims victims;
    private final Reporter reporter;

    CaseFilePatterns(CaseGraph graph, Actors actors, Victims victims, Reporter reporter) {
        this.graph = graph;
        this.actors = actors;
        this.victims = victims;
        this.reporter = reporter;
    }

    private int actor(EntityId id) {
        return actors.actorOf(graph.indexOf(id).orElseThrow());
    }

    private String label(int entity) {
        return graph.entity(entity).label();
    }

    private List<EntityId> ids(Stream<Integer> entities) {
        return entities.filter(e -> !victims.isProtected(e))
                .map(e -> graph.entity(e).id())
                .toList();
    }

    /** Shares that the case file states. */
    void statedShares() {
        Map<List<Integer>, List<Claim>> byPair = new TreeMap<>((a, b) -> {
            int byPayer = Integer.compare(a.getFirst(), b.getFirst());
            return byPayer != 0 ? byPayer : Integer.compare(a.getLast(), b.getLast());
        });
        for (Claim claim : graph.claims(ClaimType.PAYMENT)) {
            boolean share = !claim.value("share").isBlank()
                    || claim.value("purpose").strip().toLowerCase(Locale.ROOT).startsWith("profit share");
            if (share) {
                claim.holders(Part.PAYER)
                        .forEach(payer -> claim.holders(Part.PAYEE).forEach(payee -> {
                            if (actor(payer) != actor(payee)) {
                                byPair.computeIfAbsent(List.of(actor(payer), actor(payee)), k -> new ArrayList<>())
                                        .add(claim);
                            }
                        }));
            }
        }
        byPair.forEach((pair, claims) -> {
            if (victims.isVictim(pair.getFirst())) {
                return; // what is taken from a victim is no share of proceeds
            }
            String shares = String.join(
                    ", ",
                    new TreeSet<>(claims.stream()
                            .map(c -> c.value("share").strip())
                            .filter(s -> !s.isEmpty())
                            .map(s -> s.endsWith("%") ? s : s + " %")
                            .toList()));
            reporter.report(
                    MoneyFinding.Kind.UPWARD_SHARE,
                    ids(pair.stream()),
                    new Weighing(PRIOR)
                            .add(
                                    MoneyCriterion.STATED_SHARE,
                                    1,
                                    label(pair.getFirst()) + " pays " + label(pair.getLast())
                                            + " a share of the proceeds"
                                            + (shares.isEmpty() ? "." : " (" + shares + ")."),
                                    evidence(claims.stream().map(Claim::id))));
        });
    }

    private List<ClaimId> evidence(Stream<ClaimId> claims) {
        List<ClaimId> evidence = new ArrayList<>();
        claims.forEach(c -> reporter.add(evidence, c));
        return evidence;
    }

    private static final class Lent {
        final Set<Integer> names = new TreeSet<>();
        final Set<Integer> payers = new TreeSet<>();
        final Set<Integer> fromVictims = new TreeSet<>();
        final List<ClaimId> named = new ArrayList<>();
        final List<ClaimId> victims = new ArrayList<>();
    }

    /** Who receives money that was sent in other people's names, victims' above all. */
    void nomineeSenders() {
        Map<Integer, Lent> byRecipient = new TreeMap<>();
        TransferTable transfers = graph.transfers();
        for (int i = 0; i < transfers.size(); i++) {
            if (transfers.to(i) == TransferTable.NONE) {
                continue;
            }
            int recipient = actors.actorOf(transfers.to(i));
            int payer = transfers.from(i) == TransferTable.NONE ? -1 : actors.actorOf(transfers.from(i));
            int name = transfers.nominalFrom(i) == TransferTable.NONE ? -1 : actors.actorOf(transfers.nominalFrom(i));
            sent(byRecipient, recipient, payer, name, transfers.claim(i));
        }
        for (Claim claim : graph.claims(ClaimType.PAYMENT)) {
            claim.holders(Part.PAYEE).forEach(payee -> {
                int payer = claim.first(Part.PAYER).map(this::actor).orElse(-1);
                if (claim.first(Part.NOMINAL_PAYER).isEmpty()) {
                    sent(byRecipient, actor(payee), payer, -1, claim.id());
                }
                claim.holders(Part.NOMINAL_PAYER)
                        .forEach(name -> sent(byRecipient, actor(payee), payer, actor(name), claim.id()));
            });
        }
        byRecipient.forEach((recipient, lent) -> {
            if (victims.isProtected(recipient)) {
                return;
            }
            Weighing weighing = new Weighing(PRIOR);
            long victimNames = lent.names.stream().filter(victims::isVictim).count();
            if (!lent.names.isEmpty()) {
                weighing.add(
                        MoneyCriterion.OTHER_NAMES,
                        1 - Math.exp(-(lent.names.size() + victimNames) / 1.2),
                        "Money to " + label(recipient) + " is sent in the names of " + lent.names.size()
                                + (lent.names.size() == 1 ? " other" : " others")
                                + (victimNames == 0 ? "" : ", " + victimNames + " of them victims")
                                + (lent.payers.isEmpty()
                                        ? ""
                                        : "; it really comes from "
                                                + String.join(
                                                        ", ",
                                                        lent.payers.stream()
                                                                .limit(3)
                                                                .map(this::label)
                                                                .toList()))
                                + ".",
                        lent.named);
            }
            if (lent.fromVictims.size() > 1) {
                weighing.add(
                        MoneyCriterion.VICTIMS_NAMES,
                        1 - Math.exp(-(lent.fromVictims.size() - 1) / 1.2),
                        label(recipient) + " receives money sent in the names or from the accounts of "
                                + lent.fromVictims.size() + " victims.",
                        lent.victims);
            }
            reporter.report(
                    MoneyFinding.Kind.NOMINEE_SENDER,
                    ids(Stream.concat(lent.payers.stream(), Stream.of(recipient))
                            .distinct()),
                    weighing);
        });
    }

    private void sent(Map<Integer, Lent> byRecipient, int recipient, int payer, int name, ClaimId claim) {
        boolean lent = name >= 0 && name != payer && name != recipient;
        int sender = name >= 0 ? name : payer;
        boolean fromVictim = sender >= 0 && sender != recipient && victims.isVictim(sender);
        if (!lent && !fromVictim) {
            return;
        }
        Lent all = byRecipient.computeIfAbsent(recipient, r -> new Lent());
        if (lent) {
            all.names.add(name);
            reporter.add(all.named, claim);
            if (payer >= 0 && !victims.isVictim(payer) && payer != recipient) {
                all.payers.add(payer);
            }
        }
        if (fromVictim) {
            all.fromVictims.add(sender);
            reporter.add(all.victims, claim);
        }
    }

    private static final class Rent {
        final Set<Integer> payers = new TreeSet<>();
        final Set<Integer> residents = new TreeSet<>();
        final Set<Integer> owners = new TreeSet<>();
        final List<ClaimId> evidence = new ArrayList<>();
    }

    /** Who pays for premises in which others live. */
    void payersWhoDoNotLiveThere() {
        Map<Integer, Rent> byPremises = new TreeMap<>();
        for (Claim claim : graph.claims(ClaimType.PREMISES)) {
            claim.holders(Part.SUBJECT).forEach(subject -> {
                Rent rent = byPremises.computeIfAbsent(graph.indexOf(subject).orElseThrow(), p -> new Rent());
                claim.holders(Part.PAYER).forEach(p -> rent.payers.add(actor(p)));
                claim.holders(Part.OCCUPANT).forEach(o -> rent.residents.add(actor(o)));
                claim.holders(Part.OWNER).forEach(o -> rent.owners.add(actor(o)));
                reporter.add(rent.evidence, claim.id());
            });
        }
        for (Claim claim : graph.claims(ClaimType.EXPLOITATION)) {
            // where victims are exploited some of them live; that alone makes nobody an occupant
            claim.holders(Part.PREMISES).forEach(premises -> {
                Rent rent = byPremises.get(graph.indexOf(premises).orElseThrow());
                if (rent != null && !rent.residents.isEmpty()) {
                    reporter.add(rent.evidence, claim.id());
                }
            });
        }
        for (Claim claim : graph.claims(ClaimType.PAYMENT)) {
            if (claim.value("purpose").strip().toLowerCase(Locale.ROOT).startsWith("rent")) {
                claim.holders(Part.PAYEE).forEach(payee -> byPremises.values().stream()
                        .filter(rent -> rent.owners.contains(actor(payee)))
                        .forEach(rent -> {
                            claim.holders(Part.PAYER).forEach(p -> rent.payers.add(actor(p)));
                            reporter.add(rent.evidence, claim.id());
                        }));
            }
        }
        byPremises.forEach((premises, rent) -> {
            Set<Integer> others = new HashSet<>(rent.residents);
            for (int payer : rent.payers) {
                others.remove(payer);
                if (rent.residents.isEmpty()
                        || rent.residents.contains(payer)
                        || others.isEmpty()
                        || victims.isVictim(payer)) {
                    continue;
                }
                long victimCount = others.stream().filter(victims::isVictim).count();
                Weighing weighing = new Weighing(PRIOR)
                        .add(
                                MoneyCriterion.PAYS_FOR_OTHERS,
                                1,
                                label(payer) + " pays for " + label(premises) + ", where "
                                        + (others.size() == 1 ? "another lives." : others.size() + " others live."),
                                rent.evidence)
                        .add(
                                MoneyCriterion.OCCUPANT_IS_VICTIM,
                                victimCount == 0 ? 0 : 1 - Math.exp(-victimCount / 0.8),
                                victimCount == 1
                                        ? "One who lives there is a victim."
                                        : victimCount + " who live there are victims.",
                                rent.evidence);
                reporter.report(MoneyFinding.Kind.PAYER_NOT_OCCUPANT, ids(Stream.of(payer, premises)), weighing);
            }
        });
    }
}
