package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import org.manumit.app.enquiry.CallAnswer;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.calls.CountryCode;
import org.manumit.graph.analysis.calls.Toll;
import org.manumit.graph.query.CaseZone;

/** Writes whom people are in touch with, as {@code manumit-calls/1}. */
public final class CallsJson {

    /** The schema's name, first in the file. */
    public static final String SCHEMA = "manumit-calls/1";

    private final CaseGraph graph;

    /**
     * A writer of tables of one snapshot.
     *
     * @param graph the snapshot, for what numbers are called and in whose hours to write
     */
    public CallsJson(CaseGraph graph) {
        this.graph = graph;
    }

    /** Writes the tables as UTF-8. */
    public void write(CallAnswer answer, OutputStream out) throws IOException {
        ZoneId zone = CaseZone.of(graph);
        try (JsonGenerator json = new JsonMapper().getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("zone", zone.getId());
            json.writeArrayFieldStart("people");
            for (CallAnswer.Person person : answer.people()) {
                person(person, zone, json);
            }
            json.writeEndArray();
            labels("common", answer.common(), json);
            countries(answer.countries(), json);
            json.writeEndObject();
        }
    }

    private void person(CallAnswer.Person person, ZoneId zone, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("entity", person.entity().id().value());
        json.writeStringField("label", person.entity().label());
        labels("numbers", person.numbers(), json);
        json.writeArrayFieldStart("tolls");
        for (Toll toll : person.tolls()) {
            json.writeStartObject();
            json.writeStringField("with", label(toll.with()));
            json.writeNumberField("made", toll.made());
            json.writeNumberField("received", toll.received());
            json.writeNumberField("other", toll.messages());
            json.writeNumberField("seconds", toll.seconds());
            json.writeStringField(
                    "first", toll.first().atZone(zone).toOffsetDateTime().toString());
            json.writeStringField(
                    "last", toll.last().atZone(zone).toOffsetDateTime().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("hours");
        for (DayOfWeek day : DayOfWeek.values()) {
            json.writeArrayFieldStart(day.name());
            for (int hour = 0; hour < 24; hour++) {
                json.writeNumber(person.profile().count(day, hour));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeNumberField("nightShare", person.profile().nightShare());
        countries(person.countries(), json);
        json.writeEndObject();
    }

    private void labels(String name, List<EntityId> ids, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (EntityId id : ids) {
            json.writeString(label(id));
        }
        json.writeEndArray();
    }

    private static void countries(List<CountryCode> countries, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("countries");
        for (CountryCode country : countries) {
            json.writeStartObject();
            json.writeStringField("code", "+" + country.code());
            json.writeNumberField("numbers", country.numbers());
            json.writeNumberField("records", country.records());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String label(EntityId id) {
        return graph.entity(id).map(Entity::label).orElse(id.value());
    }
}
