package org.manumit.app.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.manumit.graph.ClaimId;
import org.manumit.graph.EntityId;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.calls.CountryCode;
import org.manumit.graph.analysis.calls.HourProfile;
import org.manumit.graph.analysis.centrality.Exactness;

/** How every JSON file of the program begins, and how it writes what all of them have: figures, claims, reasons. */
final class JsonFields {

    /**
     * Digits of a figure that was added up from weights. The last three or four of a double's sixteen are dust of binary
     * sums (1.5999999999999999 for 1.6); twelve are without it, and still let sums and products of such figures be checked
     * to a thousand-millionth.
     */
    private static final MathContext WEIGHED = new MathContext(12, RoundingMode.HALF_EVEN);

    /** What a file holds. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonFields() {}

    /** Writes an object of a schema as UTF-8. */
    static void write(String schema, OutputStream out, Content content) throws IOException {
        try (JsonGenerator json = new JsonMapper().getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", schema);
            content.writeTo(json);
            json.writeEndObject();
        }
    }

    /** A figure added up from weights: a score, a share, a weight, what chance lets expect. */
    static void weighed(String name, double value, JsonGenerator json) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, new BigDecimal(value).round(WEIGHED).doubleValue());
        } else {
            json.writeNullField(name);
        }
    }

    /** A measure of a graph, as it was reckoned: others reckon it too, and compare it to the last digit. */
    static void measured(String name, double value, JsonGenerator json) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    /** A constant as a word. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static void reasons(String name, List<Reason> reasons, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Reason reason : reasons) {
            json.writeStartObject();
            json.writeStringField("criterion", reason.criterion());
            weighed("weight", reason.weight(), json);
            json.writeStringField("text", reason.text());
            json.writeStringField("source", reason.source());
            evidence(reason.evidence(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void evidence(List<ClaimId> claims, JsonGenerator json) throws IOException {
        strings("evidence", claims.stream().map(ClaimId::value).toList(), json);
    }

    static void ids(String name, Collection<EntityId> ids, JsonGenerator json) throws IOException {
        strings(name, ids.stream().map(EntityId::value).toList(), json);
    }

    static void strings(String name, List<String> all, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String one : all) {
            json.writeString(one);
        }
        json.writeEndArray();
    }

    /** Entities with what they are called. */
    static void entities(String name, Function<EntityId, String> label, Collection<EntityId> ids, JsonGenerator json)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (EntityId id : ids) {
            json.writeStartObject();
            json.writeStringField("entity", id.value());
            json.writeStringField("label", label.apply(id));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** How betweenness was reckoned. */
    static void exactness(Exactness how, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("betweenness");
        json.writeStringField("kind", word(how.kind()));
        json.writeNumberField("pivots", how.pivots());
        json.writeNumberField("nodes", how.nodes());
        json.writeNumberField("confidence", how.confidence());
        json.writeEndObject();
    }

    static void countries(List<CountryCode> countries, JsonGenerator json) throws IOException {
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

    /** Records by hour and weekday, and the share of them at night. */
    static void hours(HourProfile profile, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("hours");
        for (DayOfWeek day : DayOfWeek.values()) {
            json.writeArrayFieldStart(day.name());
            for (int hour = 0; hour < 24; hour++) {
                json.writeNumber(profile.count(day, hour));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        weighed("nightShare", profile.nightShare(), json);
    }
}
