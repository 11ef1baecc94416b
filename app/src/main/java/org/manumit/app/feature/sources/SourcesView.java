package org.manumit.app.feature.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.RecordTable;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.sources.SourcesViewModel.IssueRow;
import org.manumit.app.feature.sources.SourcesViewModel.SourceRow;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The page with the files of the case and the rows that were not taken. */
public final class SourcesView extends View<VBox> {
    private final SourcesViewModel model;
    private final Words words;
    private final RecordTable<SourceRow> sources;
    private final RecordTable<IssueRow> issues;
    private final Label summary = Texts.line("", StyleClass.MUTED);
    private final Label details = Texts.wrapped("", StyleClass.CAPTION);
    private final Label saved = Texts.line("", StyleClass.MUTED);
    private final Button all;
    private final Button withdraw;

    /** The page over its view model. */
    public SourcesView(SourcesViewModel model, Words words) {
        super(new VBox(8));
        this.model = model;
        this.words = words;
        sources = new RecordTable<>(List.of(
                column("sources.col.file", 190, row -> row.source().fileName()),
                column("sources.col.kind", 108, SourceRow::kind),
                figures("sources.col.read", 62, row -> row.source().rowsRead()),
                figures("sources.col.accepted", 74, row -> row.source().rowsAccepted()),
                figures("sources.col.rejected", 70, row -> row.source().rowsRejected()),
                figures("sources.col.duplicate", 76, row -> row.source().rowsDuplicate()),
                column("sources.col.grades", 138, SourceRow::grades),
                column("sources.col.imported", 172, SourceRow::imported)));
        sources.setId("sources");
        sources.setPlaceholder(Texts.line(words.text("sources.none"), StyleClass.MUTED));
        issues = new RecordTable<>(List.of(
                issueColumn("sources.col.what", 82, row -> words.of(row.issue().severity())),
                issueColumn("sources.col.file", 160, IssueRow::file),
                issueColumn("sources.col.row", 80, this::row),
                issueColumn("sources.col.column", 90, row -> row.issue().column()),
                issueColumn("sources.col.found", 120, row -> row.issue().found()),
                issueColumn("sources.col.expected", 130, row -> row.issue().expected()),
                issueColumn("sources.col.message", 260, row -> row.issue().message())));
        issues.setId("issues");
        issues.setPlaceholder(
                new EmptyState(Icon.ACCEPTED, words.text("sources.noIssues"), words.text("sources.noIssues.about")));
        all = Buttons.link(words.text("sources.all"), () -> {
            sources.getSelectionModel().clearSelection();
            model.chosenProperty().set(Optional.empty());
        });
        withdraw = Buttons.of(Icon.REMOVE, words.text("sources.withdraw"), () -> model.chosenProperty()
                .get()
                .ifPresent(model::withdraw));
        Button save = Buttons.of(Icon.SAVE, words.text("import.saveRejected"), () -> model.chosenProperty()
                .get()
                .ifPresent(model::saveRejected));
        save.setId("save-rejected");
        Button correct = Buttons.of(Icon.CORRECTED, words.text("sources.correct"), () -> model.chosenProperty()
                .get()
                .ifPresent(model::correct));
        correct.setId("correct-rows");
        sources.getSelectionModel()
                .selectedItemProperty()
                .addListener((observable, before, now) -> model.chosenProperty().set(Optional.ofNullable(now)));
        HBox head = new HBox(
                10, Texts.line(words.text("sources.title"), StyleClass.HEADING), summary, Texts.filler(), withdraw);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox issueHead = new HBox(
                10,
                Texts.line(words.text("sources.rows"), StyleClass.HEADING),
                severities(),
                saved,
                Texts.filler(),
                all,
                Buttons.explained(correct, model.whyNoCorrectingProperty()),
                Buttons.explained(save, model.whyNoSavingProperty()));
        issueHead.setAlignment(Pos.CENTER_LEFT);
        sources.setPrefHeight(280);
        sources.setMinHeight(120);
        VBox.setVgrow(issues, Priority.ALWAYS);
        root().getChildren().addAll(head, sources, details, issueHead, issues);
        root().setPadding(new Insets(12, 16, 12, 16));
        Texts.style(root(), StyleClass.PANEL);
    }

    private RecordTable.Column<SourceRow> column(String key, double width, Function<SourceRow, String> text) {
        return new RecordTable.Column<>(words.text(key), width, text);
    }

    private RecordTable.Column<SourceRow> figures(String key, double width, ToLongFunction<SourceRow> figure) {
        return new RecordTable.Column<>(
                words.text(key),
                width,
                row -> words.text("number", figure.applyAsLong(row)),
                RecordTable.Content.FIGURES);
    }

    private RecordTable.Column<IssueRow> issueColumn(String key, double width, Function<IssueRow, String> text) {
        return new RecordTable.Column<>(words.text(key), width, text);
    }

    private String row(IssueRow row) {
        if (row.issue().line() <= 0) {
            return words.text("sources.wholeFile");
        }
        String line = Long.toString(row.issue().line());
        return row.issue().sheet().isEmpty() ? line : row.issue().sheet() + " " + line;
    }

    private ComboBox<Optional<Severity>> severities() {
        ComboBox<Optional<Severity>> box = new ComboBox<>();
        List<Optional<Severity>> choices = new ArrayList<>();
        Arrays.stream(Severity.values()).map(Optional::of).forEach(choices::add);
        choices.add(Optional.empty());
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Severity> severity) {
                return severity.map(words::of).orElse(words.text("sources.everything"));
            }

            @Override
            public Optional<Severity> fromString(String text) {
                return Optional.empty();
            }
        });
        box.valueProperty().bindBidirectional(model.severityProperty());
        box.setAccessibleText(words.text("sources.severity"));
        return box;
    }

    @Override
    protected void attach() {
        showList(model.sources(), sources::showRows);
        showList(model.issues(), issues::showRows);
        show(model.summaryProperty(), summary::setText);
        show(model.savedProperty(), saved::setText);
        show(model.chosenProperty(), chosen -> {
            details.setText(
                    chosen.map(row -> String.join("  ·  ", row.details())).orElse(words.text("sources.choose")));
            all.setVisible(chosen.isPresent());
            withdraw.setDisable(chosen.isEmpty());
        });
    }
}
