package org.manumit.graph.analysis.calls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.manumit.graph.CallTable;
import org.manumit.graph.query.CaseSketch;

class OwnRecordsTest {

    private static final long START = 1_704_067_200L;

    private final CaseSketch sketch = new CaseSketch();

    private int call(String from, String to) {
        return sketch.call(sketch.entity("phone:" + from), sketch.entity("phone:" + to), START, 60);
    }

    private boolean wouldShow(String a, String b) {
        CallIndex index = CallIndex.of(sketch.graph());
        int[][] contacts = new int[index.size()][];
        for (int n = 0; n < contacts.length; n++) {
            contacts[n] = index.contacts(n);
        }
        return OwnRecords.of(index, contacts)
                .wouldShow(index.number(sketch.entity("phone:" + a)), index.number(sketch.entity("phone:" + b)));
    }

    @Test
    void contactsOfWhomAFileWasAskedAboutMayKnowEachOtherUnseen() {
        for (int i = 0; i < 6; i++) {
            call(i % 2 == 0 ? "asked" : "friend" + i, i % 2 == 0 ? "friend" + i : "asked");
        }

        assertThat(wouldShow("asked", "friend1")).isTrue();
        assertThat(wouldShow("friend1", "friend2")).isFalse();
    }

    @Test
    void apparatusTellsWhoseRecordsTheyAre() {
        sketch.equipment(call("a", "b"), CallTable.Equipment.FROM_CELL, "cell_site:1");
        sketch.equipment(call("c", "a"), CallTable.Equipment.TO_CELL, "cell_site:1");

        assertThat(wouldShow("a", "c")).isTrue();
        assertThat(wouldShow("b", "c")).isFalse();
    }

    @Test
    void whereEverybodyIsInTouchWithSeveralAllRecordsAreThere() {
        for (int a = 0; a < 6; a++) {
            for (int b = a + 1; b < 6; b++) {
                call("n" + a, "n" + b);
            }
        }

        assertThat(wouldShow("n0", "n5")).isTrue();
    }
}
