package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.manumit.app.enquiry.PathAnswer;
import org.manumit.graph.Entity;

/** Writes how people, firms and numbers are joined, as {@code manumit-paths/1}. */
public final class PathsJson {

    /** The schema's name, first in the file. */
    public static final String SCHEMA = "manumit-paths/1";

    private PathsJson() {}

    /** Writes the answer as UTF-8. */
    public static void write(PathAnswer answer, OutputStream out) throws IOException {
        JsonFields.write(SCHEMA, out, json -> {
            json.writeStringField("kind", JsonFields.word(answer.kind()));
            if (answer.size().isPresent()) {
                json.writeStringField("size", JsonFields.word(answer.size().get()));
            }
            json.writeArrayFieldStart("ways");
            for (PathAnswer.Way way : answer.ways()) {
                json.writeStartObject();
                JsonFields.weighed("length", way.length(), json);
                json.writeArrayFieldStart("entities");
                for (Entity entity : way.entities()) {
                    named(entity, json);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("steps");
                for (PathAnswer.Step step : way.steps()) {
                    step(step, json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void step(PathAnswer.Step step, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", step.one().id().value());
        json.writeStringField("to", step.other().id().value());
        json.writeNumberField("claims", step.claims());
        json.writeNumberField("calls", step.calls());
        json.writeNumberField("transfers", step.transfers());
        if (step.when().isPresent()) {
            json.writeStringField("when", step.when().get().toString());
        }
        JsonFields.evidence(step.evidence(), json);
        json.writeEndObject();
    }

    private static void named(Entity entity, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("entity", entity.id().value());
        json.writeStringField("label", entity.label());
        json.writeEndObject();
    }
}
