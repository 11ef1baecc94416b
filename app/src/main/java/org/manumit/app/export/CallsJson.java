package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.manumit.app.enquiry.CallAnswer;
import org.manumit.app.enquiry.CallEnquiry;
import org.manumit.app.enquiry.CallPatterns;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.assessment.CallFindings;
import org.manumit.graph.analysis.calls.HabitBreak;
import org.manumit.graph.analysis.calls.Toll;
import org.manumit.graph.analysis.calls.UnknownNumber;

/** Writes whom people are in touch with, and what stands out in it, as {@code manumit-calls/1}. */
public final class CallsJson {

    /** The schema's name, first in the file. */
    public static final String SCHEMA = "manumit-calls/1";

    private final CaseGraph graph;
    private final CallEnquiry enquiry;

    /**
     * A writer of what was asked of one snapshot.
     *
     * @param graph the snapshot, for what numbers are called
     * @param enquiry for in whose hours to write, and who uses a number
     */
    public CallsJson(CaseGraph graph, CallEnquiry enquiry) {
        this.graph = graph;
        this.enquiry = enquiry;
    }

    /** Writes the tables and the patterns as UTF-8. */
    public void write(CallAnswer answer, CallPatterns patterns, OutputStream out) throws IOException {
        JsonFields.write(SCHEMA, out, json -> {
            json.writeStringField("zone", enquiry.zone().getId());
            json.writeArrayFieldStart("people");
            for (CallAnswer.Person person : answer.people()) {
                person(person, json);
            }
            json.writeEndArray();
            labels(
                    "common",
                    answer.common().stream().map(CallAnswer.Shared::with).toList(),
                    json);
            json.writeArrayFieldStart("shared");
            for (CallAnswer.Shared shared : answer.common()) {
                shared(shared, json);
            }
            json.writeEndArray();
            JsonFields.countries(answer.countries(), json);
            json.writeObjectFieldStart("patterns");
            CallFindingsJson findings = new CallFindingsJson(this::label, json);
            findings.write(patterns.findings());
            findings.habits(patterns.habits());
            JsonFields.hours(patterns.hours(), json);
            json.writeEndObject();
            users(answer, patterns, json);
        });
    }

    private void person(CallAnswer.Person person, JsonGenerator json) throws IOException {
        ZoneId zone = enquiry.zone();
        json.writeStartObject();
        json.writeStringField("entity", person.entity().id().value());
        json.writeStringField("label", person.entity().label());
        labels("numbers", person.numbers(), json);
        json.writeArrayFieldStart("tolls");
        for (Toll toll : person.tolls()) {
            json.writeStartObject();
            json.writeStringField("with", label(toll.with()));
            json.writeStringField("entity", toll.with().value());
            json.writeNumberField("made", toll.made());
            json.writeNumberField("received", toll.received());
            json.writeNumberField("other", toll.messages());
            json.writeNumberField("seconds", toll.seconds());
            json.writeStringField("first", local(toll.first(), zone));
            json.writeStringField("last", local(toll.last(), zone));
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonFields.hours(person.profile(), json);
        JsonFields.countries(person.countries(), json);
        json.writeEndObject();
    }

    private static String local(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime().toString();
    }

    private void shared(CallAnswer.Shared shared, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("with", label(shared.with()));
        json.writeStringField("entity", shared.with().value());
        JsonFields.entities(
                "by", this::label, shared.by().stream().map(Entity::id).toList(), json);
        json.writeNumberField("records", shared.records());
        json.writeEndObject();
    }

    /** Who stands behind the numbers told of, where that is known. */
    private void users(CallAnswer answer, CallPatterns patterns, JsonGenerator json) throws IOException {
        Map<EntityId, EntityId> users = new TreeMap<>();
        told(answer, patterns).forEach(number -> enquiry.user(number).ifPresent(user -> users.put(number, user)));
        json.writeArrayFieldStart("users");
        for (Map.Entry<EntityId, EntityId> used : users.entrySet()) {
            json.writeStartObject();
            json.writeStringField("number", label(used.getKey()));
            json.writeStringField("entity", used.getKey().value());
            json.writeStringField("user", label(used.getValue()));
            json.writeStringField("userEntity", used.getValue().value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Stream<EntityId> told(CallAnswer answer, CallPatterns patterns) {
        CallFindings findings = patterns.findings();
        return Stream.of(
                        answer.people().stream().flatMap(p -> p.numbers().stream()),
                        answer.people().stream().flatMap(p -> p.tolls().stream().map(Toll::with)),
                        findings.successors().stream().flatMap(s -> Stream.of(s.from(), s.to())),
                        findings.leads().stream().map(UnknownNumber::number),
                        findings.chains().stream().flatMap(c -> Stream.of(c.first(), c.middle(), c.last())),
                        findings.meetings().stream().flatMap(m -> Stream.of(m.one(), m.other())),
                        patterns.habits().stream().map(HabitBreak::number))
                .flatMap(Function.identity());
    }

    private void labels(String name, Collection<EntityId> ids, JsonGenerator json) throws IOException {
        JsonFields.strings(name, ids.stream().map(this::label).toList(), json);
    }

    private String label(EntityId id) {
        return graph.entity(id).map(Entity::label).orElse(id.value());
    }
}
