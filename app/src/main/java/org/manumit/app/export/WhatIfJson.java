package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.calls.EventReaction;
import org.manumit.graph.analysis.calls.SuccessorNumber;
import org.manumit.graph.analysis.network.NetworkFacts;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.whatif.EventEffect;
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
        JsonFields.write(SCHEMA, out, json -> {
            json.writeArrayFieldStart("networks");
            for (Answer answer : answers) {
                network(answer, json);
            }
            json.writeEndArray();
        });
    }

    /** Writes how networks stood before and after events, as UTF-8. */
    public static void write(CaseGraph graph, List<EventEffect> effects, OutputStream out) throws IOException {
        Function<EntityId, String> label =
                id -> graph.entity(id).map(Entity::label).orElse(id.value());
        JsonFields.write(SCHEMA, out, json -> {
            json.writeArrayFieldStart("events");
            for (EventEffect effect : effects) {
                event(effect, label, json);
            }
            json.writeEndArray();
        });
    }

    private static void event(EventEffect effect, Function<EntityId, String> label, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("event", effect.event().claim().value());
        json.writeStringField("kind", effect.event().kind());
        json.writeStringField("date", effect.event().date().toString());
        json.writeStringField("network", effect.network());
        JsonFields.entities("befell", label, effect.befell(), json);
        standing("before", label, effect.before(), json);
        standing("after", label, effect.after(), json);
        json.writeArrayFieldStart("roles");
        for (EventEffect.SlotChange slot : effect.slots()) {
            json.writeStartObject();
            json.writeStringField("role", slot.role().name());
            json.writeStringField("course", slot.course().name());
            JsonFields.entities("before", label, slot.heldBefore(), json);
            JsonFields.entities("after", label, slot.heldAfter(), json);
            json.writeArrayFieldStart("steppedIn");
            for (EventEffect.StepIn stepIn : slot.steppedIn()) {
                json.writeStartObject();
                json.writeStringField("entity", stepIn.who().value());
                json.writeStringField("label", label.apply(stepIn.who()));
                json.writeStringField("foresight", stepIn.foresight().name());
                JsonFields.evidence(stepIn.evidence(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("orders");
        for (EventEffect.OrderChange order : effect.orders()) {
            json.writeStartObject();
            JsonFields.entities("between", label, List.of(order.from(), order.to()), json);
            json.writeStringField("course", order.course().name());
            JsonFields.evidence(order.evidence(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("numbers");
        for (EventReaction reaction : effect.numbers()) {
            json.writeStartObject();
            json.writeStringField("number", label.apply(reaction.number()));
            json.writeStringField("kind", reaction.kind().name());
            json.writeNumberField("before", reaction.before());
            json.writeNumberField("after", reaction.after());
            JsonFields.weighed("score", reaction.score(), json);
            json.writeStringField(
                    "text",
                    reaction.reasons().stream().findFirst().map(Reason::text).orElse(""));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("successors");
        for (SuccessorNumber successor : effect.successors()) {
            json.writeStartObject();
            json.writeStringField("from", label.apply(successor.from()));
            json.writeStringField("to", label.apply(successor.to()));
            JsonFields.weighed("score", successor.score(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("money");
        for (EventEffect.MoneyChange change : effect.money()) {
            json.writeStartObject();
            JsonFields.entities("between", label, List.of(change.payer(), change.payee()), json);
            json.writeStringField("currency", change.currency());
            json.writeStringField("course", change.course().name());
            json.writeStringField("before", change.before().toPlainString());
            json.writeStringField("after", change.after().toPlainString());
            json.writeNumberField("paymentsBefore", change.paymentsBefore());
            json.writeNumberField("paymentsAfter", change.paymentsAfter());
            JsonFields.evidence(change.evidence(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("undatedRows", effect.undated());
        json.writeEndObject();
    }

    private static void network(Answer answer, JsonGenerator json) throws IOException {
        RemovalResult result = answer.result();
        Function<EntityId, String> label = answer.facts().reading()::label;
        json.writeStartObject();
        json.writeStringField("name", answer.facts().network().name());
        json.writeStringField("asked", answer.asked().name());
        JsonFields.entities("removed", label, result.removed(), json);
        json.writeBooleanField("stopsTheFlow", result.stopsTheFlow());
        standing("before", label, result.before(), json);
        standing("after", label, result.after(), json);
        json.writeArrayFieldStart("roles");
        for (Slot slot : result.slots()) {
            json.writeStartObject();
            json.writeStringField("role", slot.role().name());
            JsonFields.entities("left", label, slot.left(), json);
            JsonFields.entities("standIns", label, slot.standIns(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("pieces");
        for (Fragment fragment : result.fragments()) {
            json.writeStartObject();
            JsonFields.entities("members", label, fragment.actors(), json);
            JsonFields.strings("countries", List.copyOf(new TreeSet<>(fragment.countries())), json);
            JsonFields.strings(
                    "roles", fragment.roles().stream().sorted().map(Role::name).toList(), json);
            json.writeBooleanField("canGoOn", fragment.canGoOn());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void standing(String name, Function<EntityId, String> label, Standing standing, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("people", standing.actors());
        json.writeNumberField("routes", standing.routes());
        JsonFields.entities("supplied", label, standing.reached(), json);
        json.writeNumberField("pieces", standing.pieces());
        json.writeEndObject();
    }
}
