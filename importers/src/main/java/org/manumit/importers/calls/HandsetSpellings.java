package org.manumit.importers.calls;

import java.util.HashMap;
import java.util.Map;
import org.manumit.importers.tabular.value.EquipmentNumbers;

/**
 * The numbers of handsets in one file, which networks write with and without their check digit. A handset is called what
 * the file first calls it; only where a record calls it otherwise does that stay with the record. Not thread-safe.
 */
final class HandsetSpellings {

    private static final int MOST_KNOWN = 100_000;

    private final Map<String, Handset> known = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    /**
     * A handset as a cell names it.
     *
     * @param key its number in fifteen digits, or as it stands where it is no IMEI; empty where the cell names none
     * @param written what the file calls it
     * @param spelling how that is written
     */
    record Handset(String key, String written, EquipmentNumbers.Spelling spelling) {}

    /** What a cell names. */
    Handset of(String cell) {
        Handset handset = known.get(cell);
        if (handset == null) {
            handset = read(cell);
            if (known.size() < MOST_KNOWN) {
                known.put(cell, handset);
            }
        }
        return handset;
    }

    private static Handset read(String cell) {
        if (Blank.isNoNumber(cell)) {
            return new Handset("", "", EquipmentNumbers.Spelling.EXACT);
        }
        String key = EquipmentNumbers.imei(cell).orElse(cell);
        EquipmentNumbers.Spelling spelling = EquipmentNumbers.spelling(cell);
        return new Handset(key, spelling == EquipmentNumbers.Spelling.EXACT ? key : cell, spelling);
    }

    /** How a record calls a handset, beside the records before it. */
    enum Name {
        /** Nothing has named it before. */
        FIRST,
        AS_AT_FIRST,
        OTHERWISE
    }

    /** How the record that comes next calls a handset. */
    Name name(Handset handset) {
        String first = labels.putIfAbsent(handset.key(), handset.written());
        if (first == null) {
            return Name.FIRST;
        }
        return first.equals(handset.written()) ? Name.AS_AT_FIRST : Name.OTHERWISE;
    }

    /** What the file first called the handset with a key. */
    String label(String key) {
        return labels.getOrDefault(key, key);
    }
}
