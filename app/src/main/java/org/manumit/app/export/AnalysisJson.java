package org.manumit.app.export;

import static org.manumit.app.export.JsonFields.ids;
import static org.manumit.app.export.JsonFields.measured;
import static org.manumit.app.export.JsonFields.reasons;
import static org.manumit.app.export.JsonFields.weighed;
import static org.manumit.app.export.JsonFields.word;

import com.fasterxml.jackson.core.JsonGenerator;
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
        JsonFields.write(SCHEMA, out, json -> {
            json.writeStringField("case", analysis.caseName());
            json.writeArrayFieldStart("networks");
            for (CaseAnalysis.Network network : analysis.networks()) {
                network(network, json);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("calls");
            new CallFindingsJson(this::label, json).write(analysis.calls());
            json.writeEndObject();
            json.writeObjectFieldStart("money");
            money(analysis.moneyFindings(), json);
            profits(analysis, json);
            json.writeEndObject();
            centrality(analysis.centrality(), json);
            JsonFields.exactness(analysis.betweenness(), json);
        });
    }

    private void money(List<MoneyFinding> findings, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("findings");
        for (MoneyFinding finding : findings) {
            json.writeStartObject();
            json.writeStringField("kind", finding.kind().name());
            JsonFields.strings(
                    "accounts", finding.accounts().stream().map(this::label).toList(), json);
            ids("entities", finding.accounts(), json);
            weighed("score", finding.score(), json);
            reasons("for", finding.reasons(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void centrality(List<CentralityScore> scores, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("centrality");
        for (CentralityScore score : scores) {
            json.writeStartObject();
            measures(score, json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The measures of one node, as fields of the open object. */
    static void measures(CentralityScore score, JsonGenerator json) throws IOException {
        json.writeStringField("entity", score.entity().value());
        json.writeStringField("label", score.label());
        json.writeNumberField("degree", score.degree());
        measured("betweenness", score.betweenness(), json);
        measured("betweennessBound", score.betweennessBound(), json);
        measured("eigenvector", score.eigenvector(), json);
        measured("closeness", score.closeness(), json);
        measured("pageRank", score.pageRank(), json);
        json.writeNumberField("core", score.core());
        json.writeStringField("place", word(score.place()));
        json.writeNumberField("community", score.community());
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
            weighed("score", role.score(), json);
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
            weighed("importance", critical.importance(), json);
            weighed("redundancy", critical.redundancy(), json);
            weighed("criticality", critical.criticality(), json);
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
            weighed("importance", link.importance(), json);
            weighed("redundancy", link.redundancy(), json);
            weighed("criticality", link.criticality(), json);
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

    private void profits(CaseAnalysis analysis, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("profit");
        for (ProfitEstimate profit : analysis.profits()) {
            json.writeStartObject();
            JsonFields.strings("by", profit.by().stream().map(this::label).toList(), json);
            ids("entities", profit.by(), json);
            json.writeStringField("currency", profit.currency());
            json.writeNumberField("least", profit.least());
            if (profit.most().isPresent()) {
                json.writeNumberField("most", profit.most().get());
            } else {
                json.writeNullField("most");
            }
            JsonFields.strings("assumptions", profit.assumptions(), json);
            json.writeStringField("source", ProfitEstimate.SOURCE);
            JsonFields.evidence(profit.evidence(), json);
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
            weighed(word(support.getKey()), support.getValue(), json);
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

    private String label(EntityId id) {
        return graph.entity(id).map(Entity::label).orElse(id.value());
    }
}
