package org.manumit.app.feature.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.manumit.app.control.Buttons;
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
        Label name = Texts.wrapped(file.name(), StyleClass.HEADING);
        into.getChildren().add(name);
        switch (file.state()) {
            case EXAMINING -> {
                if (file.found().isEmpty()) {
                    into.getChildren().add(Texts.line(words.text("import.examining"), StyleClass.MUTED));
                }
                file.found().ifPresent(this::found);
            }
            case LOCKED -> {
                into.getChildren().add(notice(Icon.WARNING, file.message()));
                Button open = Buttons.of(Icon.REVEAL, words.text("import.unlock"), () -> model.unlock(file.path()));
                open.setId("import-unlock");
                HBox acts = new HBox(10, open, leaveOut());
                acts.setAlignment(Pos.CENTER_LEFT);
                into.getChildren().add(acts);
            }
            case UNREADABLE -> {
                into.getChildren()
                        .addAll(
                                file.found().isPresent()
                                        ? notice(Icon.WARNING, file.message())
                                        : notice(Icon.REJECTED, file.message(), StyleClass.NOTICE_ERROR),
                                leaveOut());
                file.found().ifPresent(this::found);
            }
            case READY, IMPORTING, DONE, CANCELLED -> {
                if (file.state() == State.IMPORTING) {
                    into.getChildren().add(Texts.line(words.text("import.importing"), StyleClass.MUTED));
                }
                file.found().ifPresent(this::found);
            }
        }
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
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(found.kinds());
        box.setValue(found.preview().detection().kind());
        box.setConverter(shown(kind -> inWords(words, kind)));
        return finished(box, "import-kind", () -> model.sayKind(file.path(), box.getValue()));
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

    private <T> ComboBox<Optional<T>> choice(
            String id, List<T> values, Optional<T> said, Function<T, String> text, Consumer<Optional<T>> say) {
        return choice(id, values, said, words.text("import.asInFile"), text, say);
    }

    /** A choice among values, or to go by the file. */
    private <T> ComboBox<Optional<T>> choice(
            String id,
            List<T> values,
            Optional<T> said,
            String byItself,
            Function<T, String> text,
            Consumer<Optional<T>> say) {
        ComboBox<Optional<T>> box = new ComboBox<>();
        box.getItems().add(Optional.empty());
        values.forEach(value -> box.getItems().add(Optional.of(value)));
        box.setConverter(shown(value -> value.map(text).orElse(byItself)));
        box.setValue(said);
        return finished(box, id, () -> say.accept(box.getValue()));
    }

    private static <T> StringConverter<T> shown(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }

    private <T> ComboBox<T> finished(ComboBox<T> box, String id, Runnable say) {
        box.setId(id);
        box.setPrefWidth(CHOICE);
        box.setMinWidth(CHOICE);
        box.setVisibleRowCount(14);
        byLetter(box);
        T before = box.getValue();
        Runnable tell = () -> {
            // While the list is open its keys and the pointer only look around
            if (!box.isShowing() && !Objects.equals(before, box.getValue())) {
                say.run();
            }
        };
        box.setOnAction(event -> tell.run());
        box.setOnHidden(event -> tell.run());
        return box;
    }

    /** A letter goes to the next value that begins with it, as in any list; the library has no such thing. */
    private static <T> void byLetter(ComboBox<T> box) {
        box.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            String letter = event.getCharacter();
            if (letter.isBlank() || event.isShortcutDown() || event.isAltDown()) {
                return;
            }
            int size = box.getItems().size();
            int from = box.getSelectionModel().getSelectedIndex() + 1;
            IntStream.range(0, size)
                    .map(i -> (from + i) % size)
                    .filter(i -> box.getConverter()
                            .toString(box.getItems().get(i))
                            .toLowerCase(Locale.ROOT)
                            .startsWith(letter.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(i -> {
                        box.show();
                        box.getSelectionModel().select(i);
                    });
            event.consume();
        });
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
            more.getItems().add(item("import.profile.export", () -> model.exportProfile(file.path())));
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
            Preview.Column column = columns.get(i);
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
                330,
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
