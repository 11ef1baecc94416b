package org.manumit.importers.casefile;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.manumit.importers.casefile.WorkbookTable.TableRow;

/**
 * The template's example rows, all invented. A row is skipped as an example only while it stands exactly as the
 * template has it: whoever overwrites a cell has entered data.
 */
final class CaseExamples {

    static final String NOTE = "Example row: overwrite or delete it. Left as it is, it is not imported.";

    private static final Map<CaseSheet, Map<String, String>> ROWS = rows();

    private CaseExamples() {}

    /** The example of a sheet, by column name. */
    static Map<String, String> of(CaseSheet sheet) {
        return ROWS.getOrDefault(sheet, Map.of());
    }

    static boolean isExample(CaseSheet sheet, WorkbookTable table, TableRow row) {
        Map<String, String> example = of(sheet);
        boolean any = false;
        for (int i = 0; i < table.headings().size(); i++) {
            String key = table.headings().get(i).key();
            String expected = example.getOrDefault(key, "");
            if (!Folding.name(row.cells().get(i)).equals(Folding.name(expected))) {
                return false;
            }
            any |= !expected.isEmpty();
        }
        return any;
    }

    private static Map<CaseSheet, Map<String, String>> rows() {
        Map<CaseSheet, Map<String, String>> rows = new EnumMap<>(CaseSheet.class);
        put(rows, CaseSheet.CASE, "key", "name", "value", "Operation Example");
        put(
                rows,
                CaseSheet.SOURCES,
                "id",
                "example-S1",
                "title",
                "Statement of witness 4",
                "kind",
                "statement",
                "date",
                "2024-05-14",
                "originator",
                "Border Police, Unit 3",
                "use",
                "evidence",
                "admissible in",
                "RO; DE?",
                "file",
                "statement-4.docx",
                "source grade",
                "B",
                "information grade",
                "2",
                "handling",
                "4");
        put(
                rows,
                CaseSheet.PEOPLE,
                "id",
                "example-P1",
                "name",
                "Ilka Example",
                "aliases",
                "Ika; The Cousin",
                "born",
                "~1988",
                "age",
                "36",
                "origin",
                "Eastern Europe",
                "country",
                "DE",
                "status",
                "suspect; witness?",
                "occupation",
                "bar manager",
                "count",
                "1");
        put(
                rows,
                CaseSheet.ORGANISATIONS,
                "id",
                "example-O1",
                "name",
                "Example Travel Ltd",
                "aliases",
                "Example Tours",
                "kind",
                "agency",
                "sector",
                "travel agency",
                "country",
                "RO",
                "legal",
                "front");
        put(
                rows,
                CaseSheet.MEMBERS,
                "who",
                "example-P1",
                "organisation",
                "example-O1",
                "as",
                "owner?",
                "from",
                "2022",
                "to",
                "open");
        put(
                rows,
                CaseSheet.ROLES,
                "who",
                "example-P1",
                "role",
                "RECRUITER",
                "victims",
                "example-P2",
                "phase",
                "recruitment",
                "country",
                "RO",
                "from",
                "2023-11",
                "to",
                "2024-02",
                "knowledge",
                "aware");
        put(
                rows,
                CaseSheet.RECRUITMENT,
                "victim",
                "example-P2",
                "by",
                "example-P1",
                "how",
                "job offer; debt?",
                "promised",
                "waitress, 1,500 EUR a month",
                "place",
                "Example Town",
                "country",
                "RO",
                "from",
                "2024-01",
                "count",
                "1");
        put(
                rows,
                CaseSheet.TIES,
                "who",
                "example-O1",
                "whom",
                "example-P1",
                "kind",
                "tasks",
                "nature",
                "criminal",
                "from",
                "2023",
                "to",
                "open",
                "every",
                "week",
                "times",
                "several");
        put(
                rows,
                CaseSheet.PHONES,
                "id",
                "example-T1",
                "number",
                "+40 700 000 000",
                "user",
                "example-P1?",
                "from",
                "2024-01-09",
                "to",
                "2024-03-30",
                "prepaid",
                "yes",
                "contacts",
                "+40 700 000 001; +40 700 000 002");
        put(
                rows,
                CaseSheet.ACCOUNTS,
                "id",
                "example-A1",
                "account",
                "RO00 EXMP 0000 0000 0000 0000",
                "holder",
                "example-P2",
                "bank",
                "Example Bank",
                "country",
                "RO",
                "currency",
                "RON",
                "beneficiary",
                "example-P1");
        put(
                rows,
                CaseSheet.PREMISES,
                "id",
                "example-F1",
                "address",
                "1 Example Street",
                "city",
                "Example City",
                "country",
                "DE",
                "kind",
                "flat",
                "tenant",
                "example-P1",
                "payer",
                "example-O1",
                "occupants",
                "example-P2; 3 others",
                "from",
                "2024-02",
                "to",
                "open");
        put(
                rows,
                CaseSheet.VEHICLES,
                "id",
                "example-V1",
                "plate",
                "EX 00 MPL",
                "country",
                "RO",
                "kind",
                "van",
                "owner",
                "example-O1",
                "user",
                "example-P1");
        put(
                rows,
                CaseSheet.PAPERS,
                "id",
                "example-D1",
                "number",
                "EX000000",
                "kind",
                "passport",
                "country",
                "RO",
                "name on it",
                "Example, Mira",
                "for",
                "example-P2",
                "held by",
                "example-P1",
                "quality",
                "genuine",
                "date",
                "2024-02-11");
        put(
                rows,
                CaseSheet.ADVERTS,
                "id",
                "example-X1",
                "where",
                "example.org, jobs",
                "text",
                "Waitresses wanted, travel paid",
                "number",
                "example-T1",
                "placed by",
                "example-O1",
                "aim",
                "recruitment",
                "date",
                "2023-12");
        put(
                rows,
                CaseSheet.JOURNEYS,
                "who",
                "example-P2",
                "moved by",
                "example-P1",
                "received by",
                "example-O1",
                "from place",
                "Example Town",
                "from country",
                "RO",
                "to place",
                "Example City",
                "to country",
                "DE",
                "departure",
                "2024-02-09",
                "arrival",
                "2024-02-11",
                "means",
                "coach",
                "paid by",
                "example-O1",
                "entry",
                "legal",
                "group",
                "coach of 9 February",
                "every",
                "once");
        put(
                rows,
                CaseSheet.EXPLOITATION,
                "victim",
                "example-P2",
                "by",
                "example-P1",
                "form",
                "labour",
                "premises",
                "example-F1",
                "country",
                "DE",
                "from",
                "2024-02-12",
                "to",
                "2024-04",
                "control",
                "debt; papers",
                "earned",
                ">=80",
                "kept by victim",
                "5-10",
                "currency",
                "EUR",
                "per",
                "day");
        put(
                rows,
                CaseSheet.PAYMENTS,
                "payer",
                "example-P1",
                "payee",
                "example-O1",
                "in the name of",
                "example-P2",
                "amount",
                "~600",
                "currency",
                "EUR",
                "date",
                "2024-03-01",
                "every",
                "month",
                "times",
                "3",
                "share",
                "10",
                "purpose",
                "profit share",
                "channel",
                "transfer agent");
        put(
                rows,
                CaseSheet.DEBTS,
                "debtor",
                "example-P2",
                "creditor",
                "example-P1",
                "amount",
                "4000",
                "currency",
                "EUR",
                "per",
                "person",
                "for",
                "journey and papers",
                "date",
                "2024-02-11",
                "paid so far",
                "~900",
                "true cost",
                "350");
        put(
                rows,
                CaseSheet.EVENTS,
                "date",
                "2024-04-22",
                "kind",
                "raid",
                "place",
                "Example City",
                "country",
                "DE",
                "who",
                "example-P1",
                "about",
                "example-F1; Exploitation!2");
        put(
                rows,
                CaseSheet.STATEMENTS,
                "who",
                "example-P2",
                "date",
                "2024-05-14",
                "version",
                "1",
                "says",
                "He kept my passport from the first day.",
                "about",
                "example-P1; Papers!2",
                "before benefits",
                "yes",
                "supports",
                "Papers!2; Exploitation!2");
        return rows;
    }

    private static void put(Map<CaseSheet, Map<String, String>> rows, CaseSheet sheet, String... pairs) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            row.put(pairs[i], pairs[i + 1]);
        }
        if (sheet != CaseSheet.CASE && sheet != CaseSheet.SOURCES) {
            row.put("source", "example-S1");
            row.put("page", "3");
        }
        row.put("note", NOTE);
        rows.put(sheet, Map.copyOf(row));
    }
}
