package org.manumit.importers.tabular;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manumit.importers.draft.ImportException;

/**
 * Decides what each column means: its header must say so and its values must allow it. Of several columns that could
 * have a meaning the one whose header says it most plainly gets it. Immutable.
 */
public final class ColumnMapper {

    private static final int LEAST_SCORE = 55;

    private final String kind;
    private final ColumnVocabulary vocabulary;

    /**
     * @param kind kind of table
     * @param vocabulary its meanings
     */
    public ColumnMapper(String kind, ColumnVocabulary vocabulary) {
        this.kind = kind;
        this.vocabulary = vocabulary;
    }

    private record Claim(int column, ColumnVocabulary.Meaning meaning, int score) {}

    /** Maps the columns of a table by its headers; without headers none is mapped. */
    public ColumnMapping map(Table table) {
        TableLayout layout = table.layout();
        ColumnProfile[] profiles = new ColumnProfile[layout.columns()];
        List<Claim> claims = new ArrayList<>();
        for (int column = 0; column < layout.columns(); column++) {
            profiles[column] = table.profile(column);
            if (layout.header().isEmpty() || layout.header().get().isBlank(column)) {
                continue;
            }
            ColumnVocabulary.Header header =
                    vocabulary.header(layout.header().get().value(column));
            for (ColumnVocabulary.Meaning meaning : vocabulary.meanings()) {
                int score = vocabulary.score(header, meaning);
                if (score >= LEAST_SCORE && profiles[column].allows(meaning.shape())) {
                    claims.add(new Claim(column, meaning, score - unlikely(profiles[column], meaning)));
                }
            }
        }
        clocksAreNoDates(layout, profiles, claims);
        claims.sort(Comparator.comparingInt(Claim::score).reversed().thenComparingInt(Claim::column));
        @Nullable String[] chosen = new @Nullable String[layout.columns()];
        Set<String> taken = new HashSet<>();
        for (Claim claim : claims) {
            if (chosen[claim.column] == null && taken.add(claim.meaning.key())) {
                chosen[claim.column] = claim.meaning.key();
            }
        }
        List<ColumnMapping.Column> columns = new ArrayList<>();
        for (int column = 0; column < layout.columns(); column++) {
            String header = layout.headerOf(column);
            String meaning = chosen[column];
            columns.add(new ColumnMapping.Column(
                    column,
                    header,
                    meaning == null ? "" : meaning,
                    "",
                    meaning == null
                            ? "kept as it stands: " + profiles[column].words()
                            : "header '" + header + "' means " + meaning + "; " + profiles[column].words()));
        }
        return new ColumnMapping("", kind, fingerprint(layout), columns);
    }

    /** Between headers that say it equally the column with more in it is meant; and parties rather have numbers. */
    private static int unlikely(ColumnProfile profile, ColumnVocabulary.Meaning meaning) {
        if (profile.filled() == 0) {
            return 8;
        }
        return meaning.shape() == ValueShape.PARTY && !profile.hasDigits() ? 6 : 0;
    }

    /**
     * "Start" over clock times beside a column of dates is the time of day: a header that names both is settled by the
     * values.
     */
    private void clocksAreNoDates(TableLayout layout, ColumnProfile[] profiles, List<Claim> claims) {
        Optional<ColumnVocabulary.Meaning> time = vocabulary.meanings().stream()
                .filter(m -> m.shape() == ValueShape.TIME)
                .findFirst();
        boolean dated =
                claims.stream().anyMatch(c -> c.meaning.shape() == ValueShape.MOMENT && !profiles[c.column].isClock());
        if (time.isEmpty() || !dated) {
            return;
        }
        List<Claim> clocks = claims.stream()
                .filter(c -> c.meaning.shape() == ValueShape.MOMENT && profiles[c.column].isClock())
                .toList();
        claims.removeAll(clocks);
        for (Claim clock : clocks) {
            boolean ends = vocabulary
                    .meaning("end")
                    .filter(end -> vocabulary.score(layout.headerOf(clock.column), end) >= LEAST_SCORE)
                    .isPresent();
            Optional<ColumnVocabulary.Meaning> meaning = ends ? vocabulary.meaning("end time") : time;
            meaning.ifPresent(m -> claims.add(new Claim(clock.column, m, clock.score)));
        }
        for (int column = 0; column < layout.columns(); column++) {
            int at = column;
            boolean free = claims.stream().noneMatch(c -> c.column == at);
            int score = layout.header().isEmpty()
                    ? 0
                    : vocabulary.meanings().stream()
                            .filter(m -> m.shape() == ValueShape.TIME || m.key().equals("start"))
                            .mapToInt(
                                    m -> vocabulary.score(layout.header().get().value(at), m))
                            .max()
                            .orElse(0);
            if (free && score >= LEAST_SCORE && profiles[column].isClock()) {
                claims.add(new Claim(column, time.get(), score));
            }
        }
    }

    /**
     * A mapping with single columns corrected by the user.
     *
     * @param corrections header, or {@code #3} for the third column, to meaning; an empty meaning or {@code ignore}
     *     takes a meaning away; a hint may follow the meaning: {@code start month first}
     * @throws ImportException when there is no such column or meaning
     */
    public ColumnMapping corrected(ColumnMapping mapping, Map<String, String> corrections) {
        List<ColumnMapping.Column> columns = new ArrayList<>(mapping.columns());
        corrections.forEach((which, says) -> {
            int index = find(mapping, which);
            String said = says.strip().replaceAll("\\s+", " ");
            String meaning = said.equals("ignore") ? "" : meaningIn(said);
            String hint = said.equals("ignore")
                    ? ""
                    : said.substring(meaning.length()).strip();
            if (!meaning.isEmpty() && vocabulary.meaning(meaning).isEmpty()) {
                throw new ImportException(
                        "'" + meaning + "' is no meaning of a column of " + kind + "; the meanings are "
                                + String.join(
                                        ", ",
                                        vocabulary.meanings().stream()
                                                .map(ColumnVocabulary.Meaning::key)
                                                .toList()));
            }
            for (int i = 0; i < columns.size(); i++) {
                ColumnMapping.Column column = columns.get(i);
                if (!meaning.isEmpty() && column.meaning().equals(meaning)) {
                    columns.set(
                            i,
                            new ColumnMapping.Column(
                                    column.index(),
                                    column.header(),
                                    "",
                                    "",
                                    "another column was said to be the " + meaning));
                }
            }
            ColumnMapping.Column old = columns.get(index);
            columns.set(index, new ColumnMapping.Column(old.index(), old.header(), meaning, hint, "as the user says"));
        });
        return new ColumnMapping(
                mapping.name(), mapping.kind(), mapping.fingerprint(), mapping.zone(), mapping.country(), columns);
    }

    /** The longest meaning that the words begin with ("value date day first"), or else their first word. */
    private String meaningIn(String said) {
        return vocabulary.meanings().stream()
                .map(ColumnVocabulary.Meaning::key)
                .filter(key -> (said + " ").startsWith(key + " "))
                .max(Comparator.comparingInt(String::length))
                .orElse(said.split(" ", 2)[0]);
    }

    private static int find(ColumnMapping mapping, String which) {
        if (which.matches("#\\d{1,5}")) {
            int index = Integer.parseInt(which.substring(1)) - 1;
            if (index >= 0 && index < mapping.columns().size()) {
                return index;
            }
        }
        String wanted = HeaderText.comparable(which);
        for (ColumnMapping.Column column : mapping.columns()) {
            if (column.header().equals(which)
                    || HeaderText.comparable(column.header()).equals(wanted)) {
                return column.index();
            }
        }
        throw new ImportException("there is no column '" + which + "'; the columns are "
                + String.join(
                        ", ",
                        mapping.columns().stream()
                                .map(ColumnMapping.Column::header)
                                .toList()));
    }

    /** Puts a saved mapping on a table with the same headers, perhaps in another order. */
    public ColumnMapping applied(ColumnMapping saved, TableLayout layout) {
        List<ColumnMapping.Column> columns = new ArrayList<>();
        for (int column = 0; column < layout.columns(); column++) {
            String header = layout.headerOf(column);
            String comparable = HeaderText.comparable(header);
            int at = column;
            ColumnMapping.Column match = saved.columns().stream()
                    .filter(c -> HeaderText.comparable(c.header()).equals(comparable))
                    .min(Comparator.comparingInt(c -> Math.abs(c.index() - at)))
                    .orElse(null);
            columns.add(
                    match == null
                            ? new ColumnMapping.Column(
                                    column, header, "", "", "not in the mapping '" + saved.name() + "'")
                            : new ColumnMapping.Column(
                                    column,
                                    header,
                                    match.meaning(),
                                    match.hint(),
                                    "as in the saved mapping '" + saved.name() + "'"));
        }
        return new ColumnMapping(saved.name(), kind, fingerprint(layout), saved.zone(), saved.country(), columns);
    }

    /** The same for all tables with the same headers, whatever their order; of headerless ones, by their width. */
    public String fingerprint(TableLayout layout) {
        String text;
        if (layout.header().isPresent()) {
            String[] headers = new String[layout.columns()];
            for (int column = 0; column < headers.length; column++) {
                headers[column] = HeaderText.comparable(layout.header().get().value(column));
            }
            Arrays.sort(headers);
            text = String.join("|", headers);
        } else {
            text = "no header, columns " + layout.columns();
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((kind + ":" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
