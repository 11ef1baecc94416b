package org.manumit.app.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.manumit.app.search.TextHit;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Source;
import org.manumit.importers.findings.Finding;

/** Writes findings as {@code manumit-findings/1} and hits of a search as {@code manumit-search/1}. */
final class FindingJson {

    private FindingJson() {}

    static void write(CaseGraph graph, List<Finding> findings, OutputStream out) throws IOException {
        try (JsonGenerator json = begin("manumit-findings/1", graph, out)) {
            json.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                Claim passage = graph.claim(finding.passage()).orElseThrow();
                json.writeStartObject();
                json.writeStringField("id", finding.id());
                json.writeStringField("kind", finding.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringField("written", finding.written());
                json.writeStringField("value", finding.value());
                json.writeStringField("sureness", finding.sureness().name().toLowerCase(Locale.ROOT));
                json.writeStringField("why", finding.why());
                json.writeArrayFieldStart("matches");
                for (EntityId match : finding.matches()) {
                    entity(graph, match, json);
                }
                json.writeEndArray();
                place(graph, passage, json);
                json.writeNumberField("start", finding.start());
                json.writeNumberField("end", finding.end());
                json.writeStringField(
                        "sentence", passage.value("text").substring(finding.sentenceStart(), finding.sentenceEnd()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    static void writeHits(CaseGraph graph, List<TextHit> hits, OutputStream out) throws IOException {
        try (JsonGenerator json = begin("manumit-search/1", graph, out)) {
            json.writeArrayFieldStart("hits");
            for (TextHit hit : hits) {
                json.writeStartObject();
                json.writeStringField("where", hit.where().name().toLowerCase(Locale.ROOT));
                json.writeFieldName("entity");
                if (hit.entity().isPresent()) {
                    entity(graph, hit.entity().get(), json);
                } else {
                    json.writeNull();
                }
                if (hit.claim().isPresent()) {
                    json.writeStringField("claim", hit.claim().get().value());
                    place(graph, graph.claim(hit.claim().get()).orElseThrow(), json);
                }
                json.writeStringField("sentence", hit.sentence());
                json.writeArrayFieldStart("marks");
                for (TextHit.Mark mark : hit.marksInSentence()) {
                    json.writeArray(new int[] {mark.start(), mark.end()}, 0, 2);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static JsonGenerator begin(String schema, CaseGraph graph, OutputStream out) throws IOException {
        JsonGenerator json = new JsonMapper().getFactory().createGenerator(out, JsonEncoding.UTF8);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("schema", schema);
        json.writeStringField("case", graph.name());
        return json;
    }

    private static void entity(CaseGraph graph, EntityId id, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("entity", id.value());
        json.writeStringField("label", graph.entity(id).map(Entity::label).orElse(id.value()));
        json.writeEndObject();
    }

    private static void place(CaseGraph graph, Claim claim, JsonGenerator json) throws IOException {
        json.writeStringField(
                "file",
                graph.source(claim.provenance().source()).map(Source::fileName).orElse(""));
        json.writeStringField("sheet", claim.provenance().sheet());
        json.writeStringField("page", claim.provenance().page());
        json.writeNumberField("row", claim.provenance().row());
    }
}
