package org.manumit.graph.analysis.money;

import java.util.List;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Victims;

/**
 * Finds patterns of money in transfers and in the payments of a case file. Every party is judged against its own past,
 * every round and passage against what chance gives, so that wages, rent and shops keep quiet. Time matters: money is
 * only followed forwards. Recorded transfers are a sample, since most such payments are cash (003, l. 7971-7979): that
 * something is not found proves nothing. Victims and their accounts are never listed.
 */
public final class MoneyAnalysis {

    private MoneyAnalysis() {}

    /**
     * Finds them, the best founded first.
     *
     * @param actors who stands behind accounts in {@code graph}
     * @param victims whom not to list
     * @throws org.manumit.graph.job.CancelledException when cancelled
     */
    public static List<MoneyFinding> analyse(
            CaseGraph graph,
            Actors actors,
            Victims victims,
            MoneyParameters parameters,
            Progress progress,
            Cancellation cancellation) {
        Reporter reporter = new Reporter(graph, victims, parameters);
        CaseFilePatterns caseFile = new CaseFilePatterns(graph, actors, victims, reporter);
        caseFile.statedShares();
        caseFile.nomineeSenders();
        caseFile.payersWhoDoNotLiveThere();
        BondagePatterns bondage = new BondagePatterns(graph, actors, victims, reporter);
        bondage.debts();
        bondage.wages();
        for (Ledger ledger : Ledger.of(graph, actors)) {
            Habits habits = new Habits(ledger);
            WagePatterns wages = new WagePatterns(ledger, habits, reporter);
            wages.find(cancellation);
            new LentNames(ledger, habits, parameters, reporter).find(cancellation);
            FanPatterns fans = new FanPatterns(ledger, habits, parameters, reporter);
            AmountPatterns amounts = new AmountPatterns(ledger, habits, parameters, reporter, wages);
            SharesOfReceipts shares = new SharesOfReceipts(ledger, habits, parameters, reporter, wages);
            PassagePatterns passages = new PassagePatterns(ledger, habits, parameters, reporter);
            for (int party = 0; party < ledger.partyCount; party++) {
                if ((party & 0xff) == 0) {
                    cancellation.check();
                    progress.report(party, ledger.partyCount, "Looking for patterns of money");
                }
                if (reporter.mayTell(ledger, party)) {
                    fans.fanIn(party);
                    fans.fanOut(party);
                    amounts.upwardShares(party);
                    shares.find(party);
                    amounts.structuring(party);
                    passages.passThrough(party);
                }
            }
            new CyclePatterns(ledger, habits, parameters, reporter, cancellation).cycles();
        }
        return reporter.findings();
    }
}
