package org.manumit.importers.calls;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.draft.HandsetOwner;
import org.manumit.importers.draft.NamelessList;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.ColumnMapping;
import org.manumit.importers.tabular.ColumnProfile;
import org.manumit.importers.tabular.ColumnVocabulary;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.Table;

/** Whose records a list holds that names no subscriber in its rows. */
final class ListOwner {

    private static final Pattern NUMBER_IN_NAME =
            Pattern.compile("(?<![\\d.:/-])(?:\\+|\\(\\+?)?\\d(?:[ ()/-]{0,2}\\d){7,14}(?![\\d.:/-]*\\d)");
    private static final Pattern DIALLED = Pattern.compile("\\+?\\d{9,13}");
    private static final Pattern DATES =
            Pattern.compile("\\d{1,4}[-./ ]\\d{1,2}[-./ ]\\d{2,4}|\\d{1,2}:\\d{2}(:\\d{2})?");

    private ListOwner() {}

    /** The number from a line above the table, the sheet's name, or else the file's; says which. */
    static String of(
            Table table,
            ColumnMapping mapping,
            ColumnVocabulary vocabulary,
            SourceFile file,
            List<ImportIssue> issues) {
        List<ColumnMapping.Column> same = mapping.columns().stream()
                .filter(column -> !column.isMapped())
                .filter(column -> {
                    ColumnProfile profile = table.profile(column.index());
                    return profile.rows() > 1
                            && profile.filled() == profile.rows()
                            && profile.distinct() == 1
                            && profile.telephones() == 1
                            && profile.values().stream()
                                    .allMatch(value -> DIALLED.matcher(value).matches());
                })
                .toList();
        if (same.size() == 1) {
            int column = same.getFirst().index();
            return from(
                    table,
                    issues,
                    table.sample().getFirst().value(column),
                    "from the column '" + same.getFirst().header() + "', which has the same number in all rows");
        }
        for (List<Row> rows : table.above()) {
            Set<String> above = new LinkedHashSet<>();
            for (Row row : rows) {
                String line = DATES.matcher(String.join(" ", row.texts())).replaceAll(" ");
                Matcher number = NUMBER_IN_NAME.matcher(line);
                if (!number.find()) {
                    continue;
                }
                if (vocabulary.names(line.substring(0, number.start()), CallColumns.SUBSCRIBER)) {
                    return from(table, issues, number.group(), "from " + Table.place(row, table));
                }
                // On another sheet any number may be that of the request, or of whoever answered it.
                if (row.sheet().orElse("").equals(table.sheetName())
                        || number.group().startsWith("+")) {
                    above.add(number.group());
                }
            }
            if (above.size() == 1) {
                return from(table, issues, above.iterator().next(), "as the only number in the lines above the table");
            }
        }
        Matcher onSheet = NUMBER_IN_NAME.matcher(table.sheetName());
        if (onSheet.find()) {
            return from(table, issues, onSheet.group(), "from the sheet's name");
        }
        Matcher number = NUMBER_IN_NAME.matcher(file.stem());
        boolean found = number.find();
        while (found && HandsetOwner.isDay(number.group())) {
            found = number.find();
        }
        String subscriber = found ? number.group() : NamelessList.name(file);
        issues.add(issue(
                found ? Severity.NOTE : Severity.WARNING,
                table,
                "No column names the subscriber whose records these are; '" + subscriber
                        + "' is taken from the file's name."));
        return subscriber;
    }

    private static String from(Table table, List<ImportIssue> issues, String number, String from) {
        issues.add(issue(Severity.NOTE, table, "The subscriber " + number + " is taken " + from + "."));
        return number;
    }

    private static ImportIssue issue(Severity severity, Table table, String message) {
        return new ImportIssue(severity, table.sheetName(), 0, "", "", "", message);
    }
}
