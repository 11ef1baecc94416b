package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.whatif.RemovalResult;
import org.manumit.graph.analysis.whatif.RemovalResult.Fragment;
import org.manumit.graph.analysis.whatif.RemovalResult.Slot;
import org.manumit.graph.analysis.whatif.RemovalResult.Standing;

/** Writes what networks could still do without some of their people, as {@code manumit-whatif/1}. */
public final class WhatIfJson {

    /** The schema's name, first in the file. */
    public static final String SCHEMA = "manumit-whatif/1";

    private WhatIfJson() {}

    /** What was asked. */
    public enum Asked {
        /** Those named by the user. */
        NAMED,
        /** The fewest whose removal stops the flow to exploitation. */
        SMALLEST_STOP
    }

    /** The answer for one network. */
    public record Answer(NetworkFacts facts, Asked asked, RemovalResult result) {}

    /** Writes the answers as UTF-8. */
    public static void write(List<Answer> answers, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonMapper().getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeArrayFieldStart("networks");
            for (Answer answer : answers) {
                network(answer, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void network(Answer answer, JsonGenerator json) throws IOException {
        RemovalResult result = answer.result();
        json.writeStartObject();
        json.writeStringField("name", answer.facts().network().name());
        json.writeStringField("asked", answer.asked().name());
        people("removed", answer.facts(), result.removed(), json);
        json.writeBooleanField("stopsTheFlow", result.stopsTheFlow());
        standing("before", answer.facts(), result.before(), json);
        standing("after", answer.facts(), result.after(), json);
        json.writeArrayFieldStart("roles");
        for (Slot slot : result.slots()) {
            json.writeStartObject();
            json.writeStringField("role", slot.role().name());
            people("left", answer.facts(), slot.left(), json);
            people("standIns", answer.facts(), slot.standIns(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("pieces");
        for (Fragment fragment : result.fragments()) {
            json.writeStartObject();
            people("members", answer.facts(), fragment.actors(), json);
            json.writeArrayFieldStart("countries");
            for (String country : new TreeSet<>(fragment.countries())) {
                json.writeString(country);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("roles");
            for (Role role : new TreeSet<>(fragment.roles())) {
                json.writeString(role.name());
            }
            json.writeEndArray();
            json.writeBooleanField("canGoOn", fragment.canGoOn());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void standing(String name, NetworkFacts facts, Standing standing, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("people", standing.actors());
        json.writeNumberField("routes", standing.routes());
        people("supplied", facts, standing.reached(), json);
        json.writeNumberField("pieces", standing.pieces());
        json.writeEndObject();
    }

    private static void people(String name, NetworkFacts facts, Collection<EntityId> ids, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (EntityId id : ids) {
            json.writeStartObject();
            json.writeStringField("entity", id.value());
            json.writeStringField("label", facts.reading().label(id));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
