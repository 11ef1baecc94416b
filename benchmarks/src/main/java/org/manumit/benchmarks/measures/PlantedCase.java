package org.manumit.benchmarks.measures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

/** A case as it grows, with what is planted in it. */
final class PlantedCase {
    static final long START = 1_704_067_200L;
    static final long DAY = 86_400;

    private static final SourceId SOURCE = new SourceId("7".repeat(64));

    private final Random random;
    private final List<Entity> entities = new ArrayList<>();
    private final Map<EntityId, Integer> indexes = new LinkedHashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final CallTable.Builder calls = new CallTable.Builder();
    private final TransferTable.Builder transfers = new TransferTable.Builder();

    private final double banked;

    PlantedCase(Random random) {
        this(random, 1);
    }

    /** @param banked of which share of the accounts the bank's records are there */
    PlantedCase(Random random, double banked) {
        this.random = random;
        this.banked = banked;
    }

    private boolean isRecorded(int account) {
        return banked >= 1 || new Random(account * 31L).nextInt(1_000) < banked * 1_000;
    }

    int entity(EntityKind kind, String key) {
        return indexes.computeIfAbsent(EntityId.of(kind, key), id -> {
            entities.add(new Entity(id, kind, key, Entity.Standing.DESCRIBED));
            return entities.size() - 1;
        });
    }

    EntityId id(EntityKind kind, String key) {
        return id(entity(kind, key));
    }

    EntityId id(int entity) {
        return entities.get(entity).id();
    }

    void claim(ClaimType type, Map<Part, EntityId> parts, String... values) {
        int row = claims.size() + 2;
        List<Claim.Participant> participants = new ArrayList<>();
        parts.forEach((part, entity) -> participants.add(Claim.Participant.stated(part, entity)));
        claims.add(new Claim(
                ClaimId.of(SOURCE, type.name(), row),
                type,
                participants,
                values.length == 0 ? Map.of() : Map.of(values[0], values[1]),
                Period.UNKNOWN,
                List.of(),
                new Provenance(SOURCE, type.name(), row, "", ""),
                Grades.NONE));
    }

    void call(int from, int to, double day, int seconds, int handset) {
        int row = callAt(from, to, day + random.nextDouble(), seconds);
        if (handset > 0) {
            calls.equipment(
                    row,
                    CallTable.Equipment.FROM_HANDSET,
                    entity(EntityKind.HANDSET, "35" + (1_000_000_000_000L + handset)));
        }
    }

    int callAt(int from, int to, double day, int seconds) {
        return calls.add(
                from, to, CallTable.Kind.CALL, START + (long) (day * DAY), seconds, SOURCE, "", calls.size() + 2);
    }

    void equip(int call, CallTable.Equipment which, int entity) {
        calls.equipment(call, which, entity);
    }

    void pay(int from, int to, double amount, double day) {
        if (from != to && (isRecorded(from) || isRecorded(to))) {
            transfers.add(
                    from,
                    to,
                    BigDecimal.valueOf(Math.max(1, Math.round(amount * 100)), 2),
                    "GBP",
                    START + (long) (day * DAY) + random.nextInt(20_000),
                    TransferTable.TimeBasis.INSTANT,
                    SOURCE,
                    "",
                    transfers.size() + 2);
        }
    }

    CaseGraph graph() {
        return CaseGraph.of("planted", List.of(), entities, claims, calls.build(), transfers.build());
    }
}
