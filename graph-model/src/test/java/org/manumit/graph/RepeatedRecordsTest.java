package org.manumit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CallTable.Equipment;
import org.manumit.graph.CallTable.Kind;

class RepeatedRecordsTest {

    private static final SourceId MAY = new SourceId("a".repeat(64));
    private static final SourceId JUNE = new SourceId("b".repeat(64));
    private static final long NOON = 1_714_564_800L;

    private final List<Entity> entities = new ArrayList<>();
    private final int ana = entity(EntityKind.PHONE, "+40722111222");
    private final int bob = entity(EntityKind.PHONE, "+40733444555");
    private final int tower = entity(EntityKind.CELL_SITE, "226-01-1");
    private final int mast = entity(EntityKind.CELL_SITE, "226-10-9");
    private final CallTable.Builder calls = new CallTable.Builder();
    private final TransferTable.Builder transfers = new TransferTable.Builder();

    private int entity(EntityKind kind, String key) {
        entities.add(new Entity(EntityId.of(kind, key), kind, key, Entity.Standing.DESCRIBED));
        return entities.size() - 1;
    }

    private int call(SourceId source, int row, long start, int duration) {
        return calls.add(ana, bob, duration < 0 ? Kind.MESSAGE : Kind.CALL, start, duration, source, "", row);
    }

    private void transfer(SourceId source, int row, String text) {
        transfers.text(
                transfers.add(
                        ana, bob, new BigDecimal("500.00"), "EUR", NOON, TransferTable.TimeBasis.DATE, source, "", row),
                text);
    }

    private CaseGraph graph() {
        return CaseGraph.of("case", List.of(), entities, List.of(), calls.build(), transfers.build());
    }

    @Test
    void countsARowOfAnOverlappingExportOnceAndKeepsBothPlaces() {
        call(MAY, 2, NOON, 60);
        call(MAY, 3, NOON + 600, 60);
        call(JUNE, 2, NOON + 600, 60);
        call(JUNE, 3, NOON + 900, 60);
        CaseGraph graph = graph();
        assertThat(graph.calls().size()).isEqualTo(3);
        assertThat(graph.callStatements().size()).isEqualTo(4);
        assertThat(graph.statementsOfCall(1)).containsExactly(1, 2);
        assertThat(graph.calls().start(2)).isEqualTo(NOON + 900);
    }

    @Test
    void keepsWhatOneFileItselfRepeats() {
        call(MAY, 2, NOON, -1);
        call(MAY, 3, NOON, -1);
        assertThat(graph().calls().size()).isEqualTo(2);
        call(JUNE, 2, NOON, -1);
        call(JUNE, 3, NOON, -1);
        call(JUNE, 4, NOON, -1);
        assertThat(graph().calls().size()).as("two of the three are known").isEqualTo(3);
    }

    @Test
    void overlooksTheNumberingOfRowsAndNothingElse() {
        calls.extra(call(MAY, 2, NOON, -1), "Nr. crt.=1; text=yes");
        calls.extra(call(JUNE, 2, NOON, -1), "Nr. crt.=7; text=yes");
        assertThat(graph().calls().size()).isEqualTo(1);
        calls.extra(call(JUNE, 3, NOON, -1), "Nr. crt.=8; text=no");
        assertThat(graph().calls().size()).isEqualTo(2);
    }

    @Test
    void joinsTheRecordsOfBothOperatorsWithWhatEachKnows() {
        calls.equipment(call(MAY, 2, NOON, 61), Equipment.FROM_CELL, tower);
        calls.equipment(call(JUNE, 2, NOON + 3, 59), Equipment.TO_CELL, mast);
        CaseGraph graph = graph();
        assertThat(graph.calls().size()).isEqualTo(1);
        assertThat(graph.calls().equipment(0, Equipment.FROM_CELL)).isEqualTo(tower);
        assertThat(graph.calls().equipment(0, Equipment.TO_CELL)).isEqualTo(mast);
        assertThat(graph.calls().start(0)).isEqualTo(NOON);
        assertThat(graph.calls().duration(0)).isEqualTo(61);
    }

    @Test
    void joinsBothEndsWithinOneFileOnlyWhereEachTellsOfItsOwnEnd() {
        calls.equipment(call(MAY, 2, NOON, 61), Equipment.FROM_CELL, tower);
        calls.equipment(call(MAY, 3, NOON + 1, 61), Equipment.TO_CELL, mast);
        calls.equipment(call(MAY, 4, NOON + 100, 0), Equipment.FROM_CELL, tower);
        calls.equipment(call(MAY, 5, NOON + 103, 0), Equipment.FROM_CELL, tower);
        assertThat(graph().calls().size()).isEqualTo(3);
    }

    @Test
    void neverJoinsCallsThatMayBeTwo() {
        call(MAY, 2, NOON, 0);
        call(JUNE, 2, NOON + 4, 0);
        call(MAY, 3, NOON + 100, 60);
        call(JUNE, 3, NOON + 106, 60);
        call(MAY, 4, NOON + 200, 60);
        call(JUNE, 4, NOON + 200, 90);
        calls.equipment(call(MAY, 5, NOON + 300, 60), Equipment.FROM_CELL, tower);
        calls.equipment(call(JUNE, 5, NOON + 301, 60), Equipment.FROM_CELL, mast);
        assertThat(graph().calls().size()).isEqualTo(8);
    }

    @Test
    void joinsRepeatedTransfersOfOverlappingStatementsOnly() {
        transfer(MAY, 2, "purpose=rent");
        transfer(MAY, 3, "purpose=rent");
        transfer(JUNE, 2, "purpose=rent");
        transfer(JUNE, 3, "purpose=loan");
        CaseGraph graph = graph();
        assertThat(graph.transfers().size()).isEqualTo(3);
        assertThat(graph.statementsOfTransfer(0)).containsExactly(0, 2);
    }

    @Test
    void tellsOfEachRowWhatItIsToThoseKnown() {
        calls.equipment(call(MAY, 2, NOON, 61), Equipment.FROM_CELL, tower);
        call(MAY, 3, NOON + 600, 60);
        CallTable known = calls.build();
        CallTable.Builder fresh = new CallTable.Builder();
        fresh.add(0, 1, Kind.CALL, NOON + 600, 60, JUNE, "", 2);
        int other = fresh.add(0, 1, Kind.CALL, NOON + 2, 60, JUNE, "", 3);
        fresh.equipment(other, Equipment.TO_CELL, 2);
        fresh.add(0, 1, Kind.CALL, NOON + 700, 60, JUNE, "", 4);
        List<Entity> freshEntities = List.of(entities.get(ana), entities.get(bob), entities.get(mast));
        assertThat(RepeatedRecords.of(known, entities, fresh.build(), freshEntities, RepeatedRecords.Watch.NONE))
                .containsExactly(
                        new RepeatedRecords.Kin(RepeatedRecords.Kinship.SAME_ROW, 1),
                        new RepeatedRecords.Kin(RepeatedRecords.Kinship.OTHER_END, 0),
                        RepeatedRecords.Kin.NONE);
    }
}
