package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimId;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.PartialDate;
import org.manumit.graph.analysis.MissingEvidence;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.Verdict;
import org.manumit.graph.analysis.assessment.CaseAnalysis;
import org.manumit.graph.analysis.assessment.NetworkHistory;
import org.manumit.graph.analysis.assessment.NetworkHistory.Stretch;
import org.manumit.graph.analysis.assessment.VerdictStability;
import org.manumit.graph.analysis.calls.CallChain;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.CountryCode;
import org.manumit.graph.analysis.calls.Meeting;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.calls.UnknownNumber;
import org.manumit.graph.analysis.centrality.CentralityScore;
import org.manumit.graph.analysis.criticality.CriticalElement;
import org.manumit.graph.analysis.criticality.CriticalLink;
import org.manumit.graph.analysis.history.NetworkChange;
import org.manumit.graph.analysis.money.MoneyFinding;
import org.manumit.graph.analysis.money.ProfitEstimate;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleFinding;

/** Writes an analysis as {@code manumit-analysis/1}: every verdict with its reasons and the claims they rest on. */
public final class AnalysisJson {

    /** The schema's name, first in the file. */
    public static final String SCHEMA = "manumit-analysis/1";

    private final CaseGraph graph;

    /**
     * A writer of analyses of one snapshot.
     *
     * @param graph the snapshot, for what its sources call things
     */
    public AnalysisJson(CaseGraph graph) {
        this.graph = graph;
    }

    /** Writes the analysis as UTF-8. */
    public void write(CaseAnalysis analysis, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonMapper().getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("case", analysis.caseName());
            json.writeArrayFieldStart("networks");
            for (CaseAnalysis.Network network : analysis.networks()) {
                network(network, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("calls");
            json.writeArrayFieldStart("successors");
            for (SuccessorNumber successor : analysis.successors()) {
                json.writeStartObject();
                json.writeStringField("from", label(successor.from()));
                json.writeStringField("to", label(successor.to()));
                number("score", successor.score(), json);
                reasons("for", successor.reasons(), json);
                reasons("against", successor.reasonsAgainst(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            coverages(analysis, json);
            leads(analysis, json);
            chains(analysis, json);
            meetings(analysis, json);
            json.writeArrayFieldStart("countries");
            for (CountryCode country : analysis.calls().countries()) {
                json.writeStartObject();
                json.writeStringField("code", "+" + country.code());
                json.writeNumberField("numbers", country.numbers());
                json.writeNumberField("records", country.records());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeObjectFieldStart("money");
            json.writeArrayFieldStart("findings");
            for (MoneyFinding finding : analysis.moneyFindings()) {
                json.writeStartObject();
                json.writeStringField("kind", finding.kind().name());
                json.writeArrayFieldStart("accounts");
                for (EntityId account : finding.accounts()) {
                    json.writeString(label(account));
                }
                json.writeEndArray();
                ids("entities", finding.accounts(), json);
                number("score", finding.score(), json);
                reasons("for", finding.reasons(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            profits(analysis, json);
            json.writeEndObject();
            json.writeArrayFieldStart("centrality");
            for (CentralityScore score : analysis.centrality()) {
                json.writeStartObject();
                json.writeStringField("entity", score.entity().value());
                json.writeStringField("label", score.label());
                json.writeNumberField("degree", score.degree());
                number("betweenness", score.betweenness(), json);
                number("betweennessBound", score.betweennessBound(), json);
                number("eigenvector", score.eigenvector(), json);
                number("closeness", score.closeness(), json);
                number("pageRank", score.pageRank(), json);
                json.writeNumberField("core", score.core());
                json.writeStringField("place", word(score.place()));
                json.writeNumberField("community", score.community());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeObjectFieldStart("betweenness");
            json.writeStringField("kind", word(analysis.betweenness().kind()));
            json.writeNumberField("pivots", analysis.betweenness().pivots());
            json.writeNumberField("nodes", analysis.betweenness().nodes());
            json.writeNumberField("confidence", analysis.betweenness().confidence());
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private void network(CaseAnalysis.Network network, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", network.name());
        json.writeNumberField("members", network.members().size());
        ids("memberIds", network.members(), json);
        verdict("class", network.networkClass(), json);
        verdict("shape", network.shape(), json);
        json.writeArrayFieldStart("roles");
        for (RoleFinding role : network.roles()) {
            json.writeStartObject();
            json.writeStringField("entity", role.entity().value());
            json.writeStringField("label", role.label());
            json.writeStringField("role", role.role().name());
            json.writeStringField("basis", word(role.basis()));
            number("score", role.score(), json);
            date("from", role.period().from(), 0, json);
            date("to", role.period().to(), 9, json);
            reasons("for", role.reasonsFor(), json);
            reasons("against", role.reasonsAgainst(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("critical");
        for (CriticalElement critical : network.critical()) {
            json.writeStartObject();
            json.writeStringField("target", critical.target().value());
            json.writeStringField("label", critical.label());
            json.writeStringField("kind", critical.kind().name());
            number("importance", critical.importance(), json);
            number("redundancy", critical.redundancy(), json);
            number("criticality", critical.criticality(), json);
            ids("substitutes", critical.substitutes(), json);
            reasons("for", critical.reasons(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("criticalLinks");
        for (CriticalLink link : network.criticalLinks()) {
            json.writeStartObject();
            ids("targets", List.of(link.one(), link.other()), json);
            json.writeStringField("label", link.label());
            number("importance", link.importance(), json);
            number("redundancy", link.redundancy(), json);
            number("criticality", link.criticality(), json);
            reasons("for", link.reasons(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        ids("smallestStop", network.smallestStop(), json);
        json.writeArrayFieldStart("belonging");
        for (EntityId member : network.members()) {
            Reason reason = network.belonging().get(member);
            if (reason != null) {
                json.writeStartObject();
                json.writeStringField("entity", member.value());
                json.writeStringField("label", label(member));
                reasons("for", List.of(reason), json);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        stability(network.stability(), json);
        history(network.history(), json);
        json.writeEndObject();
    }

    private void history(NetworkHistory history, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("periods");
        for (NetworkHistory.Stretch stretch : history.stretches()) {
            json.writeStartObject();
            date("from", stretch.when().from(), 0, json);
            date("to", stretch.when().to(), 9, json);
            verdict("class", stretch.networkClass(), json);
            verdict("shape", stretch.shape(), json);
            json.writeObjectFieldStart("holders");
            for (Map.Entry<Role, List<EntityId>> held : stretch.holders().entrySet()) {
                ids(held.getKey().name(), held.getValue(), json);
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (int i = 0; i < history.changes().size(); i++) {
            NetworkChange change = history.changes().get(i);
            json.writeStartObject();
            json.writeStringField("at", change.at().toString());
            beforeAndAfter("class", history, i, s -> s.networkClass().answer(), json);
            beforeAndAfter("shape", history, i, s -> s.shape().answer(), json);
            if (change.event().isPresent()) {
                json.writeStringField("event", change.event().get().claim().value());
            } else {
                json.writeNullField("event");
            }
            reasons("for", change.reasons(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void beforeAndAfter(
            String name, NetworkHistory history, int change, Function<Stretch, Enum<?>> answer, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("before", word(answer.apply(history.stretches().get(change))));
        json.writeStringField("after", word(answer.apply(history.stretches().get(change + 1))));
        json.writeEndObject();
    }

    private static void stability(VerdictStability stability, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("stability");
        json.writeNumberField("trials", stability.trials());
        json.writeNumberField("same", stability.same());
        json.writeNumberField("people", stability.people());
        ids("decisive", stability.decisive(), json);
        json.writeEndObject();
    }

    private void coverages(CaseAnalysis analysis, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("coverage");
        for (ContactCoverage coverage : analysis.calls().coverages()) {
            json.writeStartObject();
            json.writeStringField("entity", coverage.holder().value());
            json.writeStringField("label", label(coverage.holder()));
            json.writeStringField("standing", word(coverage.standing()));
            json.writeStringField("group", coverage.group());
            json.writeNumberField("held", coverage.held());
            json.writeNumberField("called", coverage.called());
            json.writeNumberField("known", coverage.known());
            number("score", coverage.score(), json);
            reasons("for", coverage.reasonsFor(), json);
            reasons("against", coverage.reasonsAgainst(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void leads(CaseAnalysis analysis, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("leads");
        for (UnknownNumber lead : analysis.calls().leads()) {
            json.writeStartObject();
            json.writeStringField("number", label(lead.number()));
            json.writeStringField("entity", lead.number().value());
            json.writeNumberField("people", lead.knownContacts());
            json.writeNumberField("victims", lead.victims());
            json.writeNumberField("others", lead.otherContacts());
            json.writeNumberField("calls", lead.calls());
            number("score", lead.score(), json);
            reasons("for", lead.reasons(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void chains(CaseAnalysis analysis, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("chains");
        for (CallChain chain : analysis.calls().chains()) {
            json.writeStartObject();
            json.writeArrayFieldStart("numbers");
            for (EntityId number : List.of(chain.first(), chain.middle(), chain.last())) {
                json.writeString(label(number));
            }
            json.writeEndArray();
            json.writeNumberField("times", chain.times());
            number("expected", chain.expected(), json);
            number("surprise", chain.surprise(), json);
            reasons("for", List.of(chain.reason(this::label)), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void meetings(CaseAnalysis analysis, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("meetings");
        for (Meeting meeting : analysis.calls().meetings()) {
            json.writeStartObject();
            json.writeArrayFieldStart("numbers");
            json.writeString(label(meeting.one()));
            json.writeString(label(meeting.other()));
            json.writeEndArray();
            json.writeStringField("kind", word(meeting.kind()));
            json.writeNumberField("times", meeting.times());
            json.writeNumberField("days", meeting.days());
            json.writeNumberField("places", meeting.places());
            number("expected", meeting.expected(), json);
            number("score", meeting.score(), json);
            reasons("for", meeting.reasons(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void profits(CaseAnalysis analysis, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("profit");
        for (ProfitEstimate profit : analysis.profits()) {
            json.writeStartObject();
            json.writeArrayFieldStart("by");
            for (EntityId who : profit.by()) {
                json.writeString(label(who));
            }
            json.writeEndArray();
            ids("entities", profit.by(), json);
            json.writeStringField("currency", profit.currency());
            json.writeNumberField("least", profit.least());
            if (profit.most().isPresent()) {
                json.writeNumberField("most", profit.most().get());
            } else {
                json.writeNullField("most");
            }
            json.writeArrayFieldStart("assumptions");
            for (String assumption : profit.assumptions()) {
                json.writeString(assumption);
            }
            json.writeEndArray();
            json.writeStringField("source", ProfitEstimate.SOURCE);
            json.writeArrayFieldStart("evidence");
            for (ClaimId claim : profit.evidence()) {
                json.writeString(claim.value());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static <E extends Enum<E>> void verdict(String name, Verdict<E> verdict, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("verdict", word(verdict.answer()));
        json.writeObjectFieldStart("support");
        for (Map.Entry<E, Double> support : new TreeMap<>(verdict.support()).entrySet()) {
            number(word(support.getKey()), support.getValue(), json);
        }
        json.writeEndObject();
        reasons("for", verdict.reasonsFor(), json);
        reasons("against", verdict.reasonsAgainst(), json);
        json.writeArrayFieldStart("missing");
        for (MissingEvidence missing : verdict.missing()) {
            json.writeStartObject();
            json.writeStringField("what", missing.what());
            json.writeStringField("inquiry", missing.inquiry());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void reasons(String name, List<Reason> reasons, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringField("criterion", reason.criterion());
            number("weight", reason.weight(), json);
            json.writeStringField("text", reason.text());
            json.writeStringField("source", reason.source());
            json.writeArrayFieldStart("evidence");
            for (ClaimId claim : reason.evidence()) {
                json.writeString(claim.value());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void ids(String name, List<EntityId> ids, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (EntityId id : ids) {
            json.writeString(id.value());
        }
        json.writeEndArray();
    }

    /** A day, month or year in ISO 8601, no more exact than the file; a decade by its first or last year. */
    private static void date(String name, Optional<PartialDate> date, int yearOfDecade, JsonGenerator json)
            throws IOException {
        if (date.isPresent()) {
            LocalDate day = date.get().start().toLocalDate();
            json.writeStringField(
                    name,
                    switch (date.get().precision()) {
                        case DECADE -> String.format(Locale.ROOT, "%04d", day.getYear() / 10 * 10 + yearOfDecade);
                        case YEAR -> String.format(Locale.ROOT, "%04d", day.getYear());
                        case MONTH -> YearMonth.from(day).toString();
                        case DAY, MINUTE, SECOND -> day.toString();
                    });
        } else {
            json.writeNullField(name);
        }
    }

    private static void number(String name, double value, JsonGenerator json) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    private String label(EntityId id) {
        return graph.entity(id).map(Entity::label).orElse(id.value());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
