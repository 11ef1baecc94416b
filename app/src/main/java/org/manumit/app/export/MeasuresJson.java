package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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
        JsonFields.write(SCHEMA, out, json -> {
            JsonFields.exactness(answer.betweenness(), json);
            json.writeArrayFieldStart("measures");
            for (int i = 0; i < answer.scores().size(); i++) {
                json.writeStartObject();
                AnalysisJson.measures(answer.scores().get(i), json);
                json.writeNumberField("component", answer.components().get(i));
                json.writeEndObject();
            }
            json.writeEndArray();
            bridges("bridges", answer.bridges(), json);
            if (answer.directed().isPresent()) {
                json.writeArrayFieldStart("directed");
                for (MeasureAnswer.Directed row : answer.directed().get().nodes()) {
                    json.writeStartObject();
                    json.writeStringField("entity", row.entity().id().value());
                    json.writeStringField("label", row.entity().label());
                    json.writeNumberField("in", row.in());
                    json.writeNumberField("out", row.out());
                    JsonFields.weighed("weightIn", row.weightIn(), json);
                    JsonFields.weighed("weightOut", row.weightOut(), json);
                    JsonFields.measured("betweenness", row.betweenness(), json);
                    JsonFields.measured("reaching", row.reaching(), json);
                    JsonFields.measured("reached", row.reached(), json);
                    JsonFields.measured("eigenvector", row.eigenvector(), json);
                    JsonFields.measured("pageRank", row.pageRank(), json);
                    JsonFields.weighed("coreIn", row.coreIn(), json);
                    JsonFields.weighed("coreOut", row.coreOut(), json);
                    json.writeBooleanField("cutPoint", row.place() == CentralityScore.Place.CUT_POINT);
                    json.writeNumberField("community", row.community());
                    json.writeNumberField("strongPart", row.strongPart());
                    json.writeEndObject();
                }
                json.writeEndArray();
                bridges("strongBridges", answer.directed().get().bridges(), json);
            }
        });
    }

    private static void bridges(String name, List<List<Entity>> bridges, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (List<Entity> bridge : bridges) {
            json.writeStartArray();
            for (Entity end : bridge) {
                json.writeString(end.id().value());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
