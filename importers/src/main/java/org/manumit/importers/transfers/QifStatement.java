package org.manumit.importers.transfers;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.draft.NamelessList;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.CellKind;
import org.manumit.importers.tabular.value.DecimalLearner;
import org.manumit.importers.tabular.value.DecimalReading;
import org.manumit.importers.tabular.value.Moment;
import org.manumit.importers.tabular.value.MomentLearner;
import org.manumit.importers.tabular.value.MomentReading;
import org.manumit.importers.tabular.value.Parsed;
import org.manumit.importers.transfers.MoneyWords.Direction;

/**
 * Reads the Quicken Interchange Format: a line for each field, its first letter saying which. It names no currency and
 * often no account, and its dates stand in the order of whoever wrote it: that order and the decimal mark are decided
 * from all records, so the file is read twice. Not thread-safe.
 */
final class QifStatement {

    /** The lists of movements; the others are of categories, securities and the like. */
    private static final Set<String> LISTS = Set.of("bank", "cash", "ccard", "oth a", "oth l");

    private static final Pattern BEGINNING =
            Pattern.compile("(?i)^[\\s\\ufeff\\u00ef\\u00bb\\u00bf]*!(type:|account|option:|clear:)");

    private final BankStatements statements;
    private final MomentLearner dates = new MomentLearner();
    private final DecimalLearner amounts = new DecimalLearner();
    private String account;
    private String list = "";
    private boolean inAccount;
    private boolean named;
    private long others;

    /** @param file its name is the account's where nothing else is */
    QifStatement(BankStatements statements, SourceFile file) {
        this.statements = statements;
        this.account = NamelessList.name(file);
    }

    static boolean is(String head) {
        return BEGINNING.matcher(head).find();
    }

    /** Takes in how dates and amounts are written. */
    void learn(GuardedLines lines) throws IOException {
        boolean movements = false;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get().strip();
            if (text.startsWith("!")) {
                movements = LISTS.contains(listOf(text));
            } else if (movements && text.startsWith("D")) {
                dates.add(date(text.substring(1)), CellKind.TEXT);
            } else if (movements && (text.startsWith("T") || text.startsWith("U"))) {
                amounts.add(text.substring(1).strip(), CellKind.TEXT);
            }
        }
    }

    /** Reads the movements. */
    void read(GuardedLines lines) throws IOException {
        MomentReading moments = dates.reading();
        DecimalReading decimals = amounts.reading();
        statements.begin("", 1);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        long number = 0;
        long begun = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            number++;
            String text = line.get().strip();
            if (text.startsWith("!")) {
                header(text);
                fields.clear();
            } else if (text.startsWith("^")) {
                record(fields, begun, moments, decimals);
                fields.clear();
            } else if (!text.isEmpty()) {
                begun = fields.isEmpty() ? number : begun;
                fields.computeIfAbsent(text.substring(0, 1), key -> new ArrayList<>())
                        .add(text.substring(1).strip());
            }
        }
        record(fields, begun, moments, decimals);
        notes(moments, decimals);
    }

    private void notes(MomentReading moments, DecimalReading decimals) {
        boolean assumed = moments.assurance() == MomentReading.Assurance.ASSUMED;
        statements.note(
                assumed ? Severity.WARNING : Severity.NOTE,
                0,
                "Dates are read " + moments.reason() + (assumed ? ". Check them against another document." : "."));
        if (decimals.assurance() == MomentReading.Assurance.ASSUMED) {
            statements.note(Severity.WARNING, 0, "Amounts: " + decimals.reason() + ".");
        }
        statements.note(Severity.NOTE, 0, "The format names no currency; amounts are kept without one.");
        if (!named) {
            statements.note(
                    Severity.WARNING,
                    0,
                    "The file does not name the account; '" + account + "' is taken from the file's name.");
        }
        if (others > 0) {
            statements.note(
                    Severity.NOTE,
                    0,
                    others + " entries of other lists (categories, securities, investments) are no movements and were"
                            + " left out.");
        }
    }

    private static String listOf(String header) {
        return header.regionMatches(true, 0, "!type:", 0, 6)
                ? header.substring(6).strip().toLowerCase(Locale.ROOT)
                : "";
    }

    private void header(String text) {
        if (text.regionMatches(true, 0, "!account", 0, 8)) {
            inAccount = true;
        } else if (text.regionMatches(true, 0, "!type:", 0, 6)) {
            inAccount = false;
            list = listOf(text);
        }
    }

    private static String first(Map<String, List<String>> fields, String key) {
        return fields.getOrDefault(key, List.of()).stream()
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** {@code 8/12'04} and {@code 8/ 2/04} without what Quicken puts in for the look of it. */
    private static String date(String text) {
        return text.replace('\'', '/').replace(" ", "");
    }

    private void record(Map<String, List<String>> fields, long line, MomentReading moments, DecimalReading decimals) {
        if (fields.isEmpty()) {
            return;
        }
        if (inAccount) {
            String name = first(fields, "N");
            if (!name.isEmpty()) {
                account = name;
                named = true;
            }
        } else if (LISTS.contains(list)) {
            movement(fields, line, moments, decimals);
        } else {
            others++;
        }
    }

    private void movement(Map<String, List<String>> fields, long line, MomentReading moments, DecimalReading decimals) {
        String category = first(fields, "L");
        String payee = first(fields, "P");
        boolean toAccount = category.startsWith("[") && category.indexOf(']') > 1;
        String other = toAccount ? category.substring(1, category.indexOf(']')) : "";
        if (payee.equalsIgnoreCase("opening balance") && other.equals(account)) {
            statements.note(
                    Severity.NOTE, line, "An opening balance of " + first(fields, "T") + " is no movement; left out.");
            return;
        }
        String amount = first(fields, "T").isEmpty() ? first(fields, "U") : first(fields, "T");
        if (!(decimals.read(amount, CellKind.TEXT) instanceof Parsed.Value<BigDecimal>(BigDecimal sum))) {
            statements.reject(line, "T", amount, "an amount, such as -12.50");
            return;
        }
        String written = first(fields, "D");
        if (!(moments.read(date(written), CellKind.TEXT) instanceof Parsed.Value<Moment>(Moment when))) {
            statements.reject(line, "D", written, "a date, such as 12/31/2024");
            return;
        }
        Map<String, String> said = new LinkedHashMap<>();
        said.put("purpose", String.join(" ", fields.getOrDefault("M", List.of())));
        said.put("check", first(fields, "N"));
        said.put("category", toAccount ? "" : category);
        said.put("address", String.join(" ", fields.getOrDefault("A", List.of())));
        said.put("parts", parts(fields));
        statements.booked(new BankEntry(
                line,
                Party.account(account),
                new Party(other, payee, "", ""),
                Party.NOBODY,
                sum.signum() < 0 ? Direction.OUT : Direction.IN,
                sum.abs(),
                "",
                when.local().toLocalDate().atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                TransferTable.TimeBasis.DATE,
                "",
                said));
    }

    /** One payment that the account's holder has put down under several heads. */
    private static String parts(Map<String, List<String>> fields) {
        List<String> heads = fields.getOrDefault("S", List.of());
        List<String> sums = fields.getOrDefault("$", List.of());
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            parts.add((heads.get(i) + " " + (i < sums.size() ? sums.get(i) : "")).strip());
        }
        return String.join(", ", parts);
    }
}
