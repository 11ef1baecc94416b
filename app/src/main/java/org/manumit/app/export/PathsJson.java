package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.manumit.graph.ClaimId;
import org.manumit.graph.Entity;
import org.manumit.graph.query.SmallestNetwork;

/** Writes how people, firms and numbers are joined, as {@code manumit-paths/1}. */
public final class PathsJson {

    /** The schema's name, first in the file. */
    public static final String SCHEMA = "manumit-paths/1";

    private PathsJson() {}

    /** What was asked. */
    public enum Kind {
        /** The shortest ways between two. */
        WAYS,
        /** The smallest network that joins several. */
        NETWORK,
        /** Calls that come one after the other. */
        IN_TIME
    }

    /**
     * One tie on the way.
     *
     * @param when when the call began, on a way in time
     */
    public record Step(
            Entity one,
            Entity other,
            int claims,
            int calls,
            int transfers,
            Optional<OffsetDateTime> when,
            List<ClaimId> evidence) {
        public Step {
            evidence = List.copyOf(evidence);
        }
    }

    /** A way, or a network. */
    public record Way(List<Entity> entities, List<Step> steps, double length) {
        public Way {
            entities = List.copyOf(entities);
            steps = List.copyOf(steps);
        }
    }

    /**
     * What was found.
     *
     * @param ways the best first; none when nothing joins them
     * @param size of a network, whether it is the smallest
     */
    public record Answer(Kind kind, List<Way> ways, Optional<SmallestNetwork.Size> size) {
        public Answer {
            ways = List.copyOf(ways);
        }
    }

    /** Writes the answer as UTF-8. */
    public static void write(Answer answer, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonMapper().getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("kind", word(answer.kind()));
            if (answer.size().isPresent()) {
                json.writeStringField("size", word(answer.size().get()));
            }
            json.writeArrayFieldStart("ways");
            for (Way way : answer.ways()) {
                json.writeStartObject();
                json.writeNumberField("length", way.length());
                json.writeArrayFieldStart("entities");
                for (Entity entity : way.entities()) {
                    named(entity, json);
                }
                json.writeEndArray();
                json.writeArrayFieldStart("steps");
                for (Step step : way.steps()) {
                    step(step, json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void step(Step step, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("from", step.one().id().value());
        json.writeStringField("to", step.other().id().value());
        json.writeNumberField("claims", step.claims());
        json.writeNumberField("calls", step.calls());
        json.writeNumberField("transfers", step.transfers());
        if (step.when().isPresent()) {
            json.writeStringField("when", step.when().get().toString());
        }
        json.writeArrayFieldStart("evidence");
        for (ClaimId claim : step.evidence()) {
            json.writeString(claim.value());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void named(Entity entity, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("entity", entity.id().value());
        json.writeStringField("label", entity.label());
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
