package org.manumit.importers.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.casefile.RowFates.Fate;
import org.manumit.importers.casefile.WorkbookTable.Heading;
import org.manumit.importers.casefile.WorkbookTable.TableRow;
import org.manumit.importers.draft.ShelterGuard;

/**
 * Refuses every row that gives away a victims' shelter, and every other row that repeats the address of a refused one.
 * Issues name sheet, row and column, never what stood there.
 */
final class ShelterSieve {

    private static final int LONGEST_PLACE = 60;
    private static final int SHORTEST_ADDRESS = 6;
    private static final Set<String> NARRATIVES = Set.of("note", "says", "text", "promised", "page", "title", "value");
    private static final Set<String> HELD_BY_TRAFFICKERS = Set.of("run by", "tenant", "owner", "payer");
    private static final Set<String> ACCUSED = Set.of("suspect", "charged", "convicted");
    private static final Pattern BARE_SAFE_HOUSE = Pattern.compile("(?i)\\s*safe[ -]?house\\s*\\??\\s*");

    private final List<WorkbookTable> tables;
    private final RowFates fates;
    private final List<ImportIssue> issues;
    private final Set<String> accused = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();

    ShelterSieve(List<WorkbookTable> tables, RowFates fates, List<ImportIssue> issues) {
        this.tables = tables;
        this.fates = fates;
        this.issues = issues;
    }

    void run() {
        collectAccused();
        for (WorkbookTable table : tables) {
            boolean sheetAboutShelters = ShelterGuard.isAboutShelters(table.name());
            for (TableRow row : table.rows()) {
                Optional<String> column = sheetAboutShelters ? Optional.of("") : givingAway(table, row);
                column.ifPresent(c -> refuse(table, row, c, ShelterGuard.REMEDY));
            }
        }
        if (!addresses.isEmpty()) {
            for (WorkbookTable table : tables) {
                for (TableRow row : table.rows()) {
                    if (fates.isData(row)) {
                        repeating(table, row)
                                .ifPresent(c -> refuse(
                                        table,
                                        row,
                                        c,
                                        "the row repeats the address of a row that was refused because of a victims'"
                                                + " shelter, so nothing of it was kept; take the address out and import"
                                                + " again"));
                    }
                }
            }
        }
    }

    private void collectAccused() {
        for (WorkbookTable table : tables) {
            if (!table.sheet().equals(Optional.of(CaseSheet.PEOPLE))) {
                continue;
            }
            for (TableRow row : table.rows()) {
                for (String status :
                        table.value(row, "status").toLowerCase(Locale.ROOT).split("[;?]", -1)) {
                    if (ACCUSED.contains(status.strip())) {
                        accused.add(Folding.name(table.value(row, "id")));
                        accused.add(Folding.name(table.value(row, "name")));
                    }
                }
            }
        }
        accused.remove("");
    }

    private void refuse(WorkbookTable table, TableRow row, String column, String message) {
        fates.put(row, Fate.REFUSED);
        for (int i = 0; i < table.headings().size(); i++) {
            String key = table.headings().get(i).key();
            String address = Folding.name(row.cells().get(i));
            if (key.equals("address") && address.length() >= SHORTEST_ADDRESS) {
                addresses.add(address);
            }
        }
        issues.add(new ImportIssue(
                Severity.REJECTED, table.name(), row.number(), column, "", "no victims' shelter", message));
    }

    /** The header of the first column that gives a shelter away. */
    private Optional<String> givingAway(WorkbookTable table, TableRow row) {
        for (int i = 0; i < table.headings().size(); i++) {
            Heading heading = table.headings().get(i);
            String cell = row.cells().get(i);
            if (cell.isEmpty()) {
                continue;
            }
            boolean aboutShelters = heading.column().isEmpty() && ShelterGuard.isAboutShelters(heading.header());
            if (aboutShelters && !ShelterGuard.saysNone(cell)) {
                return Optional.of(heading.header());
            }
            if (ShelterGuard.givesAway(cell, textKind(heading, cell)) && !isTraffickers(table, row, heading, cell)) {
                return Optional.of(heading.header());
            }
        }
        return Optional.empty();
    }

    private static ShelterGuard.Text textKind(Heading heading, String cell) {
        boolean narrative =
                heading.column().isPresent() ? NARRATIVES.contains(heading.key()) : cell.length() > LONGEST_PLACE;
        return narrative ? ShelterGuard.Text.NARRATIVE : ShelterGuard.Text.PLACE;
    }

    /** A "safe house" that somebody accused owns, rents, runs or pays is theirs. */
    private boolean isTraffickers(WorkbookTable table, TableRow row, Heading heading, String cell) {
        if (!heading.key().equals("kind") || !BARE_SAFE_HOUSE.matcher(cell).matches()) {
            return false;
        }
        List<String> holders = new ArrayList<>();
        for (String key : HELD_BY_TRAFFICKERS) {
            for (String holder : table.value(row, key).split(";", -1)) {
                holders.add(Folding.name(holder.replace("?", "")));
            }
        }
        return holders.stream().anyMatch(accused::contains);
    }

    private Optional<String> repeating(WorkbookTable table, TableRow row) {
        for (int i = 0; i < table.headings().size(); i++) {
            String cell = Folding.name(row.cells().get(i));
            if (addresses.stream().anyMatch(cell::contains)) {
                return Optional.of(table.headings().get(i).header());
            }
        }
        return Optional.empty();
    }
}
