package org.manumit.graph.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

/**
 * A case written down in a test, row by row: {@code claim(PHONE, "SUBJECT phone:+407", "USER anna ?", "from=2024-01")}.
 * A word before the colon is the kind of entity, a person where there is none.
 */
public final class CaseSketch {

    /** The one file everything stands in. */
    public static final SourceId SOURCE = new SourceId("5".repeat(64));

    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final List<Entity> entities = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final CallTable.Builder calls = new CallTable.Builder();
    private final TransferTable.Builder transfers = new TransferTable.Builder();
    private int row = 1;

    /** Index of an entity, described unless it is known otherwise. */
    public int entity(String text) {
        return entity(text, Entity.Standing.DESCRIBED);
    }

    /** Index of an entity of that standing. */
    public int entity(String text, Entity.Standing standing) {
        Integer known = indexes.get(text);
        if (known != null) {
            return known;
        }
        int colon = text.indexOf(':');
        EntityKind kind = colon < 0
                ? EntityKind.PERSON
                : EntityKind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT));
        String key = text.substring(colon + 1);
        String id = standing == Entity.Standing.NAME_ONLY ? "name " + key : key;
        entities.add(new Entity(EntityId.of(kind, id), kind, key, standing));
        indexes.put(text, entities.size() - 1);
        return entities.size() - 1;
    }

    /** A name on a record, who may be anybody of that name. */
    public int nameOnly(String key, String name) {
        int index = entities.size();
        entities.add(
                new Entity(EntityId.of(EntityKind.PERSON, key), EntityKind.PERSON, name, Entity.Standing.NAME_ONLY));
        indexes.put(key, index);
        return index;
    }

    /** The id of an entity. */
    public EntityId id(String text) {
        return entities.get(entity(text)).id();
    }

    /** A claim: parts in capitals, values with an equals sign, {@code from=} and {@code to=} the period. */
    public Claim claim(ClaimType type, String... words) {
        List<Claim.Participant> participants = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        Optional<PartialDate> from = Optional.empty();
        Optional<PartialDate> to = Optional.empty();
        boolean open = false;
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                String key = word.substring(0, equals);
                String value = word.substring(equals + 1);
                switch (key) {
                    case "from" -> from = Optional.of(date(value));
                    case "to" -> {
                        open = value.equals("open");
                        to = open ? Optional.empty() : Optional.of(date(value));
                    }
                    default -> values.put(key, value);
                }
            } else {
                int space = word.indexOf(' ');
                String who = word.substring(space + 1);
                Certainty certainty = Certainty.STATED;
                if (who.endsWith(" ?")) {
                    certainty = Certainty.PRESUMED;
                    who = who.substring(0, who.length() - 2);
                }
                participants.add(new Claim.Participant(Part.valueOf(word.substring(0, space)), id(who), certainty));
            }
        }
        Period period = open ? new Period(from, Optional.empty(), Period.End.OPEN) : Period.between(from, to);
        row++;
        Claim claim = new Claim(
                ClaimId.of(SOURCE, type.name(), row),
                type,
                participants,
                values,
                period,
                List.of(),
                new Provenance(SOURCE, type.name(), row, "", ""),
                Grades.NONE);
        claims.add(claim);
        return claim;
    }

    private static PartialDate date(String text) {
        PartialDate.Precision precision =
                switch (text.length()) {
                    case 4 -> PartialDate.Precision.YEAR;
                    case 7 -> PartialDate.Precision.MONTH;
                    case 10 -> PartialDate.Precision.DAY;
                    default -> PartialDate.Precision.MINUTE;
                };
        String whole = text + "0000-01-01T00:00".substring(text.length());
        return new PartialDate(LocalDateTime.parse(whole), precision, Certainty.STATED);
    }

    /** A call at a moment of UTC ({@code 2024-05-01T10:00:00Z}), or at no known moment ({@code ""}). */
    public int call(String from, String to, String when, int seconds) {
        return call(entity(from), entity(to), seconds(when), seconds);
    }

    /** A call. */
    public int call(int from, int to, long when, int seconds) {
        return calls.add(from, to, CallTable.Kind.CALL, when, seconds, SOURCE, "", calls.size() + 2);
    }

    /** Says which antenna, handset or SIM a call names. */
    public CaseSketch equipment(int call, CallTable.Equipment which, String entity) {
        calls.equipment(call, which, entity(entity));
        return this;
    }

    /** A transfer on a day. */
    public int transfer(String from, String to, String amount, String day) {
        return transfer(entity(from), entity(to), amount, seconds(day + "T00:00:00Z"), TransferTable.TimeBasis.DATE);
    }

    /** A transfer. */
    public int transfer(int from, int to, String amount, long time, TransferTable.TimeBasis basis) {
        return transfers.add(from, to, new BigDecimal(amount), "EUR", time, basis, SOURCE, "", transfers.size() + 2);
    }

    /** Names the sender and recipient that a transfer's record shows; empty for none. */
    public CaseSketch nominal(int transfer, String from, String to) {
        transfers.nominal(transfer, from.isEmpty() ? -1 : entity(from), to.isEmpty() ? -1 : entity(to));
        return this;
    }

    /** Gives a transfer its purpose. */
    public CaseSketch text(int transfer, String text) {
        transfers.text(transfer, text);
        return this;
    }

    private static long seconds(String when) {
        return when.isEmpty() ? CallTable.NO_TIME : Instant.parse(when).getEpochSecond();
    }

    /** The snapshot. */
    public CaseGraph graph() {
        return CaseGraph.of("a case", List.of(), entities, claims, calls.build(), transfers.build());
    }
}
