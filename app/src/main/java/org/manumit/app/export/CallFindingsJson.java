package org.manumit.app.export;

import static org.manumit.app.export.JsonFields.reasons;
import static org.manumit.app.export.JsonFields.weighed;
import static org.manumit.app.export.JsonFields.word;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.assessment.CallFindings;
import org.manumit.graph.analysis.calls.CallChain;
import org.manumit.graph.analysis.calls.ContactCoverage;
import org.manumit.graph.analysis.calls.HabitBreak;
import org.manumit.graph.analysis.calls.Meeting;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.calls.UnknownNumber;

/** Writes what call records and handsets show, the same in every file that tells it. */
final class CallFindingsJson {

    private final Function<EntityId, String> label;
    private final JsonGenerator json;

    /**
     * A writer into an object that is open.
     *
     * @param label what numbers and people are called
     */
    CallFindingsJson(Function<EntityId, String> label, JsonGenerator json) {
        this.label = label;
        this.json = json;
    }

    /** Writes all findings as fields of the open object. */
    void write(CallFindings findings) throws IOException {
        successors(findings.successors());
        coverages(findings.coverages());
        leads(findings.leads());
        chains(findings.chains());
        meetings(findings.meetings());
        JsonFields.countries(findings.countries(), json);
    }

    private void successors(List<SuccessorNumber> successors) throws IOException {
        json.writeArrayFieldStart("successors");
        for (SuccessorNumber successor : successors) {
            json.writeStartObject();
            json.writeStringField("from", label.apply(successor.from()));
            json.writeStringField("to", label.apply(successor.to()));
            JsonFields.ids("entities", List.of(successor.from(), successor.to()), json);
            weighed("score", successor.score(), json);
            reasons("for", successor.reasons(), json);
            reasons("against", successor.reasonsAgainst(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void coverages(List<ContactCoverage> coverages) throws IOException {
        json.writeArrayFieldStart("coverage");
        for (ContactCoverage coverage : coverages) {
            json.writeStartObject();
            json.writeStringField("entity", coverage.holder().value());
            json.writeStringField("label", label.apply(coverage.holder()));
            json.writeStringField("standing", word(coverage.standing()));
            json.writeStringField("group", coverage.group());
            json.writeNumberField("held", coverage.held());
            json.writeNumberField("called", coverage.called());
            json.writeNumberField("known", coverage.known());
            weighed("score", coverage.score(), json);
            reasons("for", coverage.reasonsFor(), json);
            reasons("against", coverage.reasonsAgainst(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void leads(List<UnknownNumber> leads) throws IOException {
        json.writeArrayFieldStart("leads");
        for (UnknownNumber lead : leads) {
            json.writeStartObject();
            json.writeStringField("number", label.apply(lead.number()));
            json.writeStringField("entity", lead.number().value());
            json.writeNumberField("people", lead.knownContacts());
            json.writeNumberField("victims", lead.victims());
            json.writeNumberField("others", lead.otherContacts());
            json.writeNumberField("calls", lead.calls());
            weighed("score", lead.score(), json);
            reasons("for", lead.reasons(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void chains(List<CallChain> chains) throws IOException {
        json.writeArrayFieldStart("chains");
        for (CallChain chain : chains) {
            json.writeStartObject();
            numbers(List.of(chain.first(), chain.middle(), chain.last()));
            json.writeNumberField("times", chain.times());
            weighed("expected", chain.expected(), json);
            weighed("surprise", chain.surprise(), json);
            reasons("for", List.of(chain.reason(label)), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void meetings(List<Meeting> meetings) throws IOException {
        json.writeArrayFieldStart("meetings");
        for (Meeting meeting : meetings) {
            json.writeStartObject();
            numbers(List.of(meeting.one(), meeting.other()));
            json.writeStringField("kind", word(meeting.kind()));
            json.writeNumberField("times", meeting.times());
            json.writeNumberField("days", meeting.days());
            json.writeNumberField("places", meeting.places());
            weighed("expected", meeting.expected(), json);
            weighed("score", meeting.score(), json);
            reasons("for", meeting.reasons(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes silences and bursts. */
    void habits(List<HabitBreak> breaks) throws IOException {
        json.writeArrayFieldStart("habits");
        for (HabitBreak found : breaks) {
            json.writeStartObject();
            json.writeStringField("number", label.apply(found.number()));
            json.writeStringField("entity", found.number().value());
            json.writeStringField("kind", word(found.kind()));
            json.writeStringField("from", found.from().toString());
            json.writeStringField("to", found.to().toString());
            json.writeNumberField("records", found.records());
            weighed("expected", found.expected(), json);
            JsonFields.evidence(found.evidence(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void numbers(List<EntityId> numbers) throws IOException {
        JsonFields.strings("numbers", numbers.stream().map(label).toList(), json);
        JsonFields.ids("entities", numbers, json);
    }
}
