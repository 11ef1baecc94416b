package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.manumit.app.enquiry.MeasureAnswer;
import org.manumit.graph.Entity;
import org.manumit.graph.analysis.centrality.CentralityScore;

/** Writes who stands where among those tied to each other, as {@code manumit-measures/1}. */
public final class MeasuresJson {

    /** The schema's name, first in the file. */
    public static final String SCHEMA = "manumit-measures/1";

    private MeasuresJson() {}

    /** Writes the figures as UTF-8. */
    public static void write(MeasureAnswer answer, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonMapper().getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeObjectFieldStart("betweenness");
            json.writeStringField("kind", answer.betweenness().kind().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("pivots", answer.betweenness().pivots());
            json.writeNumberField("nodes", answer.betweenness().nodes());
            json.writeNumberField("confidence", answer.betweenness().confidence());
            json.writeEndObject();
            json.writeArrayFieldStart("measures");
            for (int i = 0; i < answer.scores().size(); i++) {
                CentralityScore score = answer.scores().get(i);
                json.writeStartObject();
                json.writeStringField("entity", score.entity().value());
                json.writeStringField("label", score.label());
                json.writeNumberField("degree", score.degree());
                json.writeNumberField("betweenness", score.betweenness());
                json.writeNumberField("betweennessBound", score.betweennessBound());
                json.writeNumberField("eigenvector", score.eigenvector());
                json.writeNumberField("closeness", score.closeness());
                json.writeNumberField("pageRank", score.pageRank());
                json.writeNumberField("core", score.core());
                json.writeStringField("place", score.place().name().toLowerCase(Locale.ROOT));
                json.writeNumberField("community", score.community());
                json.writeNumberField("component", answer.components().get(i));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("bridges");
            for (List<Entity> bridge : answer.bridges()) {
                json.writeStartArray();
                for (Entity end : bridge) {
                    json.writeString(end.id().value());
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            if (answer.directed().isPresent()) {
                json.writeArrayFieldStart("directed");
                for (MeasureAnswer.Directed row : answer.directed().get()) {
                    json.writeStartObject();
                    json.writeStringField("entity", row.entity().id().value());
                    json.writeStringField("label", row.entity().label());
                    json.writeNumberField("in", row.in());
                    json.writeNumberField("out", row.out());
                    json.writeNumberField("weightIn", row.weightIn());
                    json.writeNumberField("weightOut", row.weightOut());
                    json.writeNumberField("betweenness", row.betweenness());
                    json.writeNumberField("reaching", row.reaching());
                    json.writeNumberField("reached", row.reached());
                    json.writeNumberField("eigenvector", row.eigenvector());
                    json.writeNumberField("pageRank", row.pageRank());
                    json.writeNumberField("strongPart", row.strongPart());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
    }
}
