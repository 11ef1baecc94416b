package org.manumit.app.feature.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.Choices;
import org.manumit.app.control.Icons;
import org.manumit.app.control.RecordTable;
import org.manumit.app.control.Texts;
import org.manumit.app.feature.importing.ReviewedFile.Counted;
import org.manumit.app.feature.importing.ReviewedFile.Found;
import org.manumit.app.feature.importing.ReviewedFile.Said;
import org.manumit.app.feature.importing.ReviewedFile.State;
import org.manumit.app.feature.importing.ReviewedFile.TextForm;
import org.manumit.graph.ImportIssue;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter.Meaning;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** What one file was taken for, and what can be said about it. Made anew whenever something about the file changes. */
final class ReviewPane {
    private static final double CHOICE = 200;
    private static final double MEANING = 170;
    private static final double HINT = 120;
    private static final double HEADER = 190;
    private static final double LETTER = 7.4;
    private static final int SHOWN_ROWS = 8;
    /** The kind of files that are read as running text. */
    private static final String DOCUMENT = "document";

    private static final double LEAST_BECOMES = 240;
    private static final double MOST_BECOMES = 560;

    /** What Europe writes text files in, besides what is found out. */
    private static final List<String> ENCODINGS = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1257",
            "ISO-8859-1",
            "ISO-8859-2",
            "ISO-8859-7",
            "ISO-8859-9",
            "ISO-8859-15",
            "IBM850",
            "IBM852",
            "KOI8-R",
            "x-MacRoman",
            "x-MacCentralEurope");

    private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|', ' ');

    private final ImportingViewModel model;
    private final Words words;
    private final ReviewedFile file;
    private final VBox into;

    ReviewPane(ImportingViewModel model, Words words, ReviewedFile file, VBox into) {
        this.model = model;
        this.words = words;
        this.file = file;
        this.into = into;
    }

    /** Fills the pane. */
    void fill() {
        Label name = Texts.line(file.name(), StyleClass.HEADING);
        HBox head = new HBox(12, name);
        head.setAlignment(Pos.BASELINE_LEFT);
        into.getChildren().add(head);
        switch (file.state()) {
            case EXAMINING -> {
                head.getChildren().add(Texts.line(words.text("import.examining"), StyleClass.MUTED));
                if (file.found().isPresent() && !file.message().isEmpty()) {
                    into.getChildren().add(notice(Icon.WARNING, file.message()));
                }
            }
            case LOCKED -> {
                Button open = Buttons.of(Icon.REVEAL, words.text("import.unlock"), () -> model.unlock(file.path()));
                open.setId("import-unlock");
                into.getChildren().addAll(notice(Icon.WARNING, file.message()), acts(open, leaveOut()));
            }
            case UNMAPPED -> {
                HBox acts = acts(leaveOut());
                if (file.found()
                        .filter(found -> found.kinds().contains(DOCUMENT))
                        .isPresent()) {
                    Button words = Buttons.link(
                            this.words.text("import.asDocument"), () -> model.sayKind(file.path(), DOCUMENT));
                    words.setId("import-as-document");
                    acts.getChildren().addFirst(words);
                }
                into.getChildren().addAll(notice(Icon.WARNING, file.message()), acts);
            }
            case UNREADABLE ->
                into.getChildren()
                        .addAll(
                                notice(Icon.REJECTED, file.message(), StyleClass.NOTICE_ERROR),
                                acts(
                                        Buttons.link(
                                                words.text("import.lookAgain"), () -> model.lookAgain(file.path())),
                                        leaveOut()));
            case IMPORTING -> head.getChildren().add(Texts.line(words.text("import.importing"), StyleClass.MUTED));
            case READY, STOPPING, DONE, TAKEN_BACK, CANCELLED -> {}
        }
        file.found().ifPresent(this::found);
    }

    private static HBox acts(Node... acts) {
        HBox row = new HBox(10, acts);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button leaveOut() {
        return Buttons.link(words.text("import.leaveOut"), () -> model.remove(file.path()));
    }

    private HBox notice(Icon icon, String text, StyleClass... more) {
        HBox box = new HBox(Icons.of(icon), Texts.wrapped(text, StyleClass.BODY));
        Texts.style(box, StyleClass.NOTICE);
        return Texts.style(box, more);
    }

    private void found(Found found) {
        into.getChildren().add(questions(found));
        counts();
        assumptions(found.preview().issues());
        if (!found.preview().columns().isEmpty()) {
            into.getChildren().addAll(columnsHead(found), columns(found));
        }
        if (!found.preview().rows().isEmpty()) {
            into.getChildren()
                    .addAll(
                            Texts.line(
                                    words.text(
                                            "import.rows",
                                            found.preview().rows().size()),
                                    StyleClass.SECTION),
                            rows(found.preview()));
        }
    }

    private GridPane questions(Found found) {
        Said said = file.said();
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(8);
        ColumnConstraints text = new ColumnConstraints();
        text.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints choice = new ColumnConstraints();
        choice.setMinWidth(CHOICE);
        grid.getColumnConstraints().addAll(text, choice, text, choice);
        List<Node[]> cells = new ArrayList<>();
        cells.add(question("import.kind", kinds(found)));
        if (!found.preview().detection().kind().equals("case")) {
            cells.add(question(
                    "import.zone",
                    choice(
                            "import-zone",
                            zones(),
                            said.zone(),
                            found.place()
                                    .zone()
                                    .map(zone -> words.text("import.ofProfile", zone.getId()))
                                    .orElseGet(() -> words.text("import.asInFile")),
                            ZoneId::getId,
                            zone -> model.sayZone(file.path(), zone))));
            found.form().ifPresent(form -> cells.add(question("import.delimiter", delimiters(form))));
            cells.add(question(
                    "import.country",
                    choice(
                            "import-country",
                            Stream.of(Locale.getISOCountries())
                                    .sorted(java.util.Comparator.comparing(this::country))
                                    .toList(),
                            said.country(),
                            found.place()
                                    .country()
                                    .map(code -> words.text("import.ofProfile", country(code)))
                                    .orElseGet(() -> words.text("import.asInFile")),
                            this::country,
                            country -> model.sayCountry(file.path(), country))));
            found.form().ifPresent(form -> cells.add(question("import.encoding", encodings(form))));
        }
        for (int i = 0; i < cells.size(); i++) {
            for (int part = 0; part < 2; part++) {
                grid.add(cells.get(i)[part], i % 2 * 2 + part, i / 2);
            }
        }
        return grid;
    }

    private Node[] question(String key, ComboBox<?> answer) {
        Label label = Texts.line(words.text(key), StyleClass.FACT_NAME);
        label.setLabelFor(answer);
        if (words.has(key + ".about")) {
            answer.setTooltip(new javafx.scene.control.Tooltip(words.text(key + ".about")));
        }
        answer.setAccessibleText(words.text(key));
        return new Node[] {label, answer};
    }

    private ComboBox<String> kinds(Found found) {
        ComboBox<String> box = Choices.of("import-kind", CHOICE, found.kinds(), kind -> inWords(words, kind));
        box.setValue(found.preview().detection().kind());
        Choices.whenChosen(box, kind -> model.sayKind(file.path(), kind));
        return box;
    }

    static String inWords(Words words, String kind) {
        String key = "kind." + kind;
        return words.has(key) ? words.text(key) : kind;
    }

    private static List<ZoneId> zones() {
        return Stream.concat(
                        Stream.of("UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id -> id.contains("/") && !id.startsWith("Etc") && !id.startsWith("SystemV"))
                                .sorted())
                .map(ZoneId::of)
                .toList();
    }

    private String country(String code) {
        return words.text("import.countryName", Locale.of("", code).getDisplayCountry(words.locale()), code);
    }

    private ComboBox<Optional<Charset>> encodings(TextForm form) {
        return choice(
                "import-encoding",
                ENCODINGS.stream()
                        .filter(Charset::isSupported)
                        .map(Charset::forName)
                        .toList(),
                file.said().readAs().encoding(),
                words.text("import.found", encoding(form.encoding())),
                ReviewPane::encoding,
                encoding -> model.sayEncoding(file.path(), encoding));
    }

    private static String encoding(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : charset.name().replaceFirst("^x-", "");
    }

    private ComboBox<Optional<Character>> delimiters(TextForm form) {
        return choice(
                "import-delimiter",
                DELIMITERS,
                file.said().readAs().delimiter(),
                words.text("import.found", delimiter(form.delimiter())),
                this::delimiter,
                delimiter -> model.sayDelimiter(file.path(), delimiter));
    }

    private String delimiter(char delimiter) {
        String key = "import.delimiter." + (int) delimiter;
        return words.has(key) ? words.text(key) : String.valueOf(delimiter);
    }

    /** A choice among values, or to go by the file. */
    private <T> ComboBox<Optional<T>> choice(
            String id,
            List<T> values,
            Optional<T> said,
            String byItself,
            Function<T, String> text,
            Consumer<Optional<T>> say) {
        List<Optional<T>> offered = Stream.concat(
                        Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                .toList();
        ComboBox<Optional<T>> box =
                Choices.of(id, CHOICE, offered, value -> value.map(text).orElse(byItself));
        box.setValue(said);
        Choices.whenChosen(box, say);
        return box;
    }

    private void counts() {
        HBox row = new HBox(10);
        row.setAlignment(Pos.CENTER_LEFT);
        if (file.counted().isPresent()) {
            Counted counted = file.counted().get();
            long corrected = file.said().readAs().corrections().cells().size();
            row.getChildren()
                    .addAll(
                            Icons.of(counted.rejected() == 0 ? Icon.ACCEPTED : Icon.REJECTED),
                            Texts.wrapped(
                                    words.text(
                                                    "import.counted",
                                                    counted.read(),
                                                    counted.accepted(),
                                                    counted.rejected(),
                                                    counted.duplicate())
                                            + (corrected == 0 ? "" : " " + words.text("import.corrected", corrected)),
                                    StyleClass.BODY));
            if (counted.rejected() + counted.doubtful() + corrected > 0
                    && !file.preview().map(Preview::columns).orElse(List.of()).isEmpty()) {
                Button correct = Buttons.of(
                        Icon.CORRECTED,
                        words.text("import.correct", counted.rejected()),
                        () -> model.correct(file.path()));
                correct.setId("import-correct");
                correct.setMinWidth(Region.USE_PREF_SIZE);
                row.getChildren().add(correct);
            }
        } else if (file.state() == State.READY) {
            Button count = Buttons.link(words.text("import.count"), () -> model.countRows(file.path()));
            count.setId("import-count");
            row.getChildren().add(count);
        }
        if (!row.getChildren().isEmpty()) {
            into.getChildren().add(row);
        }
    }

    private void assumptions(List<ImportIssue> issues) {
        if (issues.isEmpty()) {
            return;
        }
        into.getChildren().add(Texts.line(words.text("import.assumptions"), StyleClass.SECTION));
        for (ImportIssue issue : issues) {
            Icon icon =
                    switch (issue.severity()) {
                        case REJECTED -> Icon.REJECTED;
                        case WARNING -> Icon.WARNING;
                        case NOTE -> Icon.NOTE;
                        case CORRECTED -> Icon.CORRECTED;
                    };
            String where = issue.line() > 0
                    ? words.text(
                            "import.issueAt",
                            issue.sheet().isEmpty() ? Long.toString(issue.line()) : issue.sheet() + " " + issue.line(),
                            issue.message())
                    : issue.message();
            HBox row = new HBox(8, Icons.of(icon), Texts.wrapped(where, StyleClass.FACT_VALUE));
            row.setAlignment(Pos.TOP_LEFT);
            into.getChildren().add(row);
        }
    }

    /** What the columns are, by which saved columns, and what can be done with those. */
    private Node columnsHead(Found found) {
        HBox head = new HBox(10, Texts.line(words.text("import.columns"), StyleClass.SECTION), Texts.filler());
        head.setAlignment(Pos.CENTER_LEFT);
        if (found.meanings().isEmpty()) {
            return head;
        }
        Label label = Texts.line(words.text("import.profile"), StyleClass.FACT_NAME);
        List<String> names = new ArrayList<>(found.profiles());
        ComboBox<Optional<String>> box = choice(
                "import-profile",
                names,
                found.profile(),
                words.text("import.profile.none"),
                name -> name,
                name -> model.sayProfile(file.path(), name));
        label.setLabelFor(box);
        box.setAccessibleText(words.text("import.profile"));
        MenuButton more = new MenuButton(words.text("import.profile.more"), Icons.of(Icon.SAVE));
        more.setMnemonicParsing(true);
        more.setId("import-profile-more");
        more.getItems()
                .setAll(
                        item("import.profile.save", () -> model.saveProfile(file.path())),
                        item("import.profile.import", () -> model.importProfile(file.path())));
        if (found.profile().isPresent()) {
            more.getItems()
                    .addAll(
                            item("import.profile.export", () -> model.exportProfile(file.path())),
                            item("import.profile.forget", () -> model.forgetProfile(file.path())));
        }
        more.setMinWidth(Region.USE_PREF_SIZE);
        head.getChildren().addAll(label, box, more);
        return head;
    }

    private MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(words.text(key));
        item.setMnemonicParsing(true);
        item.setOnAction(event -> act.run());
        return item;
    }

    /** What each column was taken for and why; the user may say otherwise. */
    private Node columns(Found found) {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(4);
        List<Preview.Column> columns = found.preview().columns();
        for (int i = 0; i < columns.size(); i++) {
            Preview.Column column = asSaid(columns.get(i), i);
            Label header = Texts.line(column.header(), StyleClass.FACT_VALUE);
            // Long reasons must not squeeze the headers away
            header.setMinWidth(Math.min(HEADER, column.header().length() * LETTER));
            header.setMaxWidth(HEADER);
            header.setTooltip(new javafx.scene.control.Tooltip(column.header()));
            Label reason = Texts.wrapped(column.reason(), StyleClass.CAPTION);
            GridPane.setHgrow(reason, Priority.ALWAYS);
            grid.add(header, 0, i);
            if (found.meanings().isEmpty()) {
                grid.add(Texts.line(column.meaning(), StyleClass.FACT_VALUE), 1, i);
            } else {
                meaning(grid, i, column, found.meanings());
            }
            grid.add(reason, 3, i);
        }
        return grid;
    }

    /** While a file is looked at again, the choice just made stays in view. */
    private Preview.Column asSaid(Preview.Column column, int at) {
        String said = file.said().columns().get("#" + (at + 1));
        if (file.state() != State.EXAMINING || said == null) {
            return column;
        }
        boolean hinted = !column.meaning().isEmpty() && said.startsWith(column.meaning() + " ");
        return new Preview.Column(
                column.header(),
                said.equals(ImportingViewModel.KEPT_AS_NOTE) ? "" : hinted ? column.meaning() : said,
                hinted ? said.substring(column.meaning().length() + 1) : "",
                column.reason());
    }

    private void meaning(GridPane grid, int at, Preview.Column column, List<Meaning> meanings) {
        ComboBox<Optional<String>> box = choice(
                "import-column-" + (at + 1),
                meanings.stream().map(Meaning::key).sorted().toList(),
                Optional.of(column.meaning()).filter(meaning -> !meaning.isEmpty()),
                words.text("import.keptAsNote"),
                meaning -> meaning,
                meaning -> model.sayColumn(file.path(), at, meaning.orElse("")));
        box.setPrefWidth(MEANING);
        box.setMinWidth(MEANING);
        box.setAccessibleText(words.text("import.meaning", column.header()));
        grid.add(box, 1, at);
        List<String> hints = meanings.stream()
                .filter(meaning -> meaning.key().equals(column.meaning()))
                .flatMap(meaning -> meaning.hints().stream())
                .toList();
        if (!hints.isEmpty()) {
            ComboBox<Optional<String>> hint = choice(
                    "import-hint-" + (at + 1),
                    hints,
                    Optional.of(column.hint()).filter(hints::contains),
                    words.text("import.hint.none"),
                    text -> text,
                    text -> model.sayColumn(
                            file.path(),
                            at,
                            text.map(how -> column.meaning() + " " + how).orElse(column.meaning())));
            hint.setPrefWidth(HINT);
            hint.setMinWidth(HINT);
            hint.setAccessibleText(words.text("import.hint", column.header()));
            grid.add(hint, 2, at);
        }
    }

    private Node rows(Preview preview) {
        List<RecordTable.Column<Integer>> columns = new ArrayList<>();
        columns.add(new RecordTable.Column<>(
                words.text("import.becomes"),
                Math.clamp(
                        preview.becomes().stream()
                                        .mapToInt(String::length)
                                        .max()
                                        .orElse(0)
                                * LETTER,
                        LEAST_BECOMES,
                        MOST_BECOMES),
                row -> row < preview.becomes().size() ? preview.becomes().get(row) : ""));
        int width = preview.rows().stream().mapToInt(List::size).max().orElse(0);
        IntStream.range(0, width)
                .forEach(i -> columns.add(new RecordTable.Column<>(
                        i < preview.columns().size() ? preview.columns().get(i).header() : "",
                        130,
                        row -> i < preview.rows().get(row).size()
                                ? preview.rows().get(row).get(i)
                                : "")));
        RecordTable<Integer> table = new RecordTable<>(columns);
        table.showRows(IntStream.range(0, preview.rows().size()).boxed().toList());
        table.fitRows(SHOWN_ROWS);
        table.setId("import-preview");
        return table;
    }
}
