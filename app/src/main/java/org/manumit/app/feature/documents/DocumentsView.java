package org.manumit.app.feature.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.EmptyState;
import org.manumit.app.control.RecordTable;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.documents.DocumentsViewModel.DocumentRow;
import org.manumit.app.feature.documents.Offer.Named;
import org.manumit.app.feature.documents.Paragraph.Part;
import org.manumit.graph.EntityId;
import org.manumit.importers.findings.FindingKind;
import org.manumit.importers.findings.Sureness;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/**
 * The page with the documents: which there are, the text of one with what was found in it marked, and the list of what is
 * offered. By keyboard: arrows move in the list, Space ticks, Enter accepts, Delete dismisses.
 */
public final class DocumentsView extends View<VBox> {

    private final DocumentsViewModel model;
    private final Words words;
    private final RecordTable<DocumentRow> documents;
    private final ListView<Paragraph> text = new ListView<>();
    private final ListView<Offer> offers = new ListView<>();
    private final Label summary = Texts.line("", StyleClass.MUTED);
    private final Label sentence = Texts.wrapped("", StyleClass.BODY);
    private final Label why = Texts.wrapped("", StyleClass.CAPTION);
    private final ComboBox<Optional<Named>> means = new ComboBox<>();
    private final ComboBox<Optional<Named>> whose = new ComboBox<>();
    private final HBox meaning;
    private final HBox belonging;
    private final SplitPane split;
    private final EmptyState none;
    private Showing showing = Showing.USER;

    /** Whether the boxes are being filled by the program, which says nothing of what the user means. */
    private enum Showing {
        USER,
        PROGRAM
    }

    /** The page over its view model. */
    public DocumentsView(DocumentsViewModel model, Words words) {
        super(new VBox(8));
        this.model = model;
        this.words = words;
        documents = new RecordTable<>(List.of(
                new RecordTable.Column<>(words.text("documents.col.file"), 340, DocumentRow::name),
                new RecordTable.Column<>(
                        words.text("documents.col.passages"),
                        90,
                        row -> words.text("number", row.passages()),
                        RecordTable.Content.FIGURES),
                new RecordTable.Column<>(
                        words.text("documents.col.offers"),
                        110,
                        row -> words.text("number", row.offers()),
                        RecordTable.Content.FIGURES)));
        documents.setId("documents");
        documents.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && showing == Showing.USER) {
                model.chosenProperty().set(Optional.of(now.entity()));
            }
        });
        text.setId("document-text");
        text.setCellFactory(view -> new ParagraphCell());
        text.setFocusTraversable(true);
        offers.setId("offers");
        offers.setCellFactory(view -> new OfferCell());
        offers.setPlaceholder(Texts.wrapped(words.text("documents.noOffers"), StyleClass.MUTED));
        offers.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        // A click on a box must bring the keys here too: Enter accepts.
        offers.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> offers.requestFocus());
        offers.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null && showing == Showing.USER) {
                model.look(now);
            }
        });
        meaning = labelled("documents.means", means, "means");
        belonging = labelled("documents.whose", whose, "whose");
        means.setConverter(named("documents.means.none"));
        whose.setConverter(named("documents.whose.none"));
        // never without a value, which the boxes would have to show
        means.setValue(Optional.empty());
        whose.setValue(Optional.empty());
        means.setOnAction(event -> chosen(means.getValue(), model::means));
        whose.setOnAction(event -> chosen(whose.getValue(), model::belongsTo));
        split = new SplitPane(text, side());
        split.setDividerPositions(0.56);
        VBox.setVgrow(split, Priority.ALWAYS);
        none = new EmptyState(Icon.DOCUMENT, words.text("documents.none"), words.text("documents.none.about"));
        VBox.setVgrow(none, Priority.ALWAYS);
        root().setPadding(new Insets(12, 16, 12, 16));
        root().setId("documents-page");
        Texts.style(root(), StyleClass.PANEL);
    }

    private HBox labelled(String key, ComboBox<Optional<Named>> box, String id) {
        box.setId("offer-" + id);
        box.setAccessibleText(words.text(key));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        Label label = Texts.line(words.text(key), StyleClass.CAPTION);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, label, box);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private StringConverter<Optional<Named>> named(String nobody) {
        return new StringConverter<>() {
            @Override
            public String toString(Optional<Named> value) {
                return value.map(Named::name).orElse(words.text(nobody));
            }

            @Override
            public Optional<Named> fromString(String text) {
                return Optional.empty();
            }
        };
    }

    /** Takes what the user chose in a box. */
    @FunctionalInterface
    private interface Choice {
        void take(Offer offer, Optional<EntityId> entity);
    }

    private void chosen(Optional<Named> now, Choice choice) {
        if (showing == Showing.USER) {
            model.lookedProperty().get().ifPresent(offer -> choice.take(offer, now.map(Named::entity)));
        }
    }

    private VBox side() {
        ComboBox<Optional<FindingKind>> kinds = new ComboBox<>();
        List<Optional<FindingKind>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        Arrays.stream(FindingKind.values()).map(Optional::of).forEach(choices::add);
        kinds.getItems().setAll(choices);
        kinds.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<FindingKind> kind) {
                return kind.map(words::of).orElse(words.text("documents.everything"));
            }

            @Override
            public Optional<FindingKind> fromString(String text) {
                return Optional.empty();
            }
        });
        kinds.valueProperty().bindBidirectional(model.kindProperty());
        kinds.setId("offer-kinds");
        kinds.setAccessibleText(words.text("documents.kind"));
        ComboBox<Sureness> sureness = new ComboBox<>();
        sureness.getItems().setAll(Sureness.values());
        sureness.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Sureness level) {
                return level == null ? "" : words.text("documents.atLeast." + level.name());
            }

            @Override
            public Sureness fromString(String text) {
                return Sureness.WEAK;
            }
        });
        sureness.valueProperty().bindBidirectional(model.surenessProperty());
        sureness.setId("offer-sureness");
        sureness.setAccessibleText(words.text("documents.sureness"));
        HBox filters = new HBox(8, kinds, sureness);
        filters.setAlignment(Pos.CENTER_LEFT);
        Button accept = Buttons.of(Icon.CONFIRM, words.text("documents.accept"), model::accept);
        accept.setId("offer-accept");
        accept.getStyleClass().add(atlantafx.base.theme.Styles.ACCENT);
        Button dismiss = Buttons.of(Icon.CLOSE, words.text("documents.dismiss"), model::dismiss);
        dismiss.setId("offer-dismiss");
        Button kind = Buttons.of(Icon.ACCEPTED, words.text("documents.acceptKind"), model::acceptKind);
        kind.setId("offer-accept-kind");
        Buttons.describe(kind, words.text("documents.acceptKind.about"));
        Button same = Buttons.link(
                words.text("documents.same"), () -> model.lookedProperty().get().ifPresent(model::checkSame));
        same.setId("offer-same");
        HBox acts = new HBox(8, accept, dismiss, kind);
        acts.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(offers, Priority.ALWAYS);
        sentence.setId("offer-sentence");
        VBox detail = new VBox(4, sentence, why, meaning, belonging, same);
        detail.setPadding(new Insets(6, 2, 2, 2));
        VBox side = new VBox(8, filters, offers, detail, acts);
        side.setMinWidth(300);
        side.setPadding(new Insets(0, 0, 0, 8));
        return side;
    }

    private void steer(KeyEvent event) {
        Offer at = offers.getSelectionModel().getSelectedItem();
        if (at == null) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            model.toggle(at);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.accept();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.dismiss();
            event.consume();
        }
    }

    @Override
    protected void attach() {
        HBox head = new HBox(10, Texts.line(words.text("documents.title"), StyleClass.HEADING), summary);
        head.setAlignment(Pos.CENTER_LEFT);
        showList(model.documents(), rows -> {
            byProgram(() -> {
                documents.showRows(rows);
                documents.fitRows(4);
                select(model.chosenProperty().get());
            });
            root().getChildren().setAll(rows.isEmpty() ? List.<Node>of(none) : List.<Node>of(head, documents, split));
        });
        show(model.chosenProperty(), chosen -> byProgram(() -> select(chosen)));
        showList(model.text(), paragraphs -> {
            text.getItems().setAll(paragraphs);
            reveal();
        });
        showList(
                model.offers(),
                list -> byProgram(() -> {
                    int at = offers.getSelectionModel().getSelectedIndex();
                    offers.getItems().setAll(list);
                    if (!list.isEmpty()) {
                        offers.getSelectionModel().select(Math.clamp(at, 0, list.size() - 1));
                        Offer now = offers.getSelectionModel().getSelectedItem();
                        model.lookedProperty().set(Optional.of(now));
                    }
                }));
        show(model.lookedProperty(), this::tell);
        show(model.saidProperty(), summary::setText);
        show(model.soughtProperty(), passage -> reveal());
        SetChangeListener<String> ticks = change -> offers.refresh();
        model.checked().addListener(ticks);
        onDetach(() -> model.checked().removeListener(ticks));
        onDetach(model::hidden);
        model.shown();
    }

    private void byProgram(Runnable act) {
        Showing before = showing;
        showing = Showing.PROGRAM;
        try {
            act.run();
        } finally {
            showing = before;
        }
    }

    private void select(Optional<EntityId> document) {
        for (DocumentRow row : documents.getItems()) {
            if (document.equals(Optional.of(row.entity()))) {
                documents.getSelectionModel().select(row);
            }
        }
    }

    /** Brings the passage that was asked for into view. */
    private void reveal() {
        model.soughtProperty().get().ifPresent(passage -> {
            for (int i = 0; i < text.getItems().size(); i++) {
                if (text.getItems().get(i).passage().equals(passage)) {
                    text.getSelectionModel().select(i);
                    text.scrollTo(i);
                    return;
                }
            }
        });
    }

    private void tell(Optional<Offer> looked) {
        byProgram(() -> {
            sentence.setText(looked.map(Offer::sentence).orElse(words.text("documents.look")));
            why.setText(looked.map(offer -> words.text(
                            "documents.why",
                            words.of(offer.finding().sureness()),
                            offer.finding().why(),
                            offer.place()))
                    .orElse(""));
            fill(
                    meaning,
                    means,
                    looked.filter(offer -> offer.candidates().size() > 1).map(Offer::candidates));
            fill(
                    belonging,
                    whose,
                    looked.filter(offer -> !offer.owners().isEmpty()).map(Offer::owners));
            looked.ifPresent(offer -> {
                means.setValue(named(offer.candidates(), model.meant(offer)));
                whose.setValue(named(offer.owners(), model.owner(offer)));
                if (!offer.equals(offers.getSelectionModel().getSelectedItem())) {
                    offers.getSelectionModel().select(offer);
                    offers.scrollTo(offer);
                }
                for (int i = 0; i < text.getItems().size(); i++) {
                    if (holds(text.getItems().get(i), offer)) {
                        text.scrollTo(Math.max(0, i - 1));
                        break;
                    }
                }
            });
        });
        text.refresh();
    }

    private static boolean holds(Paragraph paragraph, Offer offer) {
        return paragraph.parts().stream().anyMatch(part -> part.offer()
                .map(each -> each.finding().id().equals(offer.finding().id()))
                .orElse(false));
    }

    private static Optional<Named> named(List<Named> among, Optional<EntityId> which) {
        return which.flatMap(
                id -> among.stream().filter(one -> one.entity().equals(id)).findFirst());
    }

    private static void fill(HBox row, ComboBox<Optional<Named>> box, Optional<List<Named>> choices) {
        row.setVisible(choices.isPresent());
        row.setManaged(choices.isPresent());
        List<Optional<Named>> items = new ArrayList<>();
        items.add(Optional.empty());
        choices.orElse(List.of()).forEach(one -> items.add(Optional.of(one)));
        box.setValue(Optional.empty());
        box.getItems().setAll(items);
    }

    private boolean isLookedAt(Offer offer) {
        return model.lookedProperty()
                .get()
                .map(each -> each.finding().id().equals(offer.finding().id()))
                .orElse(false);
    }

    private static StyleClass style(Sureness sureness) {
        return switch (sureness) {
            case SURE -> StyleClass.FINDING_SURE;
            case LIKELY -> StyleClass.FINDING_LIKELY;
            case WEAK -> StyleClass.FINDING_WEAK;
        };
    }

    /** A paragraph with its place in the margin. */
    private final class ParagraphCell extends ListCell<Paragraph> {
        private static final double BELOW = 8;
        private final Label place = Texts.line("", StyleClass.CAPTION);
        private final TextFlow flow = new TextFlow();
        private final VBox box = new VBox(2, place, flow);

        ParagraphCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            ObservableValue<Number> width = text.widthProperty().map(now -> Math.max(120, now.doubleValue() - 44));
            width.addListener((observable, before, now) -> fit(now.doubleValue()));
            fit(width.getValue().doubleValue());
        }

        private void fit(double width) {
            flow.setPrefWidth(width);
            flow.setMaxWidth(width);
            box.setPrefWidth(width);
        }

        /** A text without a width would count as one line, so that long paragraphs would stand closer than short ones. */
        @Override
        protected double computePrefHeight(double width) {
            double edges = snappedTopInset() + snappedBottomInset();
            return getGraphic() == null
                    ? super.computePrefHeight(width)
                    : Math.ceil(box.prefHeight(box.getPrefWidth()) + edges + BELOW);
        }

        @Override
        protected void updateItem(@Nullable Paragraph paragraph, boolean empty) {
            super.updateItem(paragraph, empty);
            if (empty || paragraph == null) {
                setGraphic(null);
                return;
            }
            place.setText(paragraph.place());
            flow.getChildren().setAll(paragraph.parts().stream().map(this::node).toList());
            setGraphic(box);
        }

        private Node node(Part part) {
            if (part.offer().isEmpty()) {
                return Texts.style(new Text(part.text()), StyleClass.DOCUMENT_TEXT);
            }
            Offer offer = part.offer().get();
            Label label = new Label(part.text().replace('\n', ' '));
            Texts.style(label, StyleClass.FINDING, style(offer.finding().sureness()));
            if (isLookedAt(offer)) {
                Texts.style(label, StyleClass.FINDING_LOOKED);
            }
            label.setOnMouseClicked(event -> model.look(offer));
            return label;
        }
    }

    /** A finding with its tick. */
    private final class OfferCell extends ListCell<Offer> {
        private final CheckBox tick = new CheckBox();
        private final Label kind = Texts.line("", StyleClass.CAPTION);
        private final Label value = Texts.line("", StyleClass.BODY);
        private final Label match = Texts.line("", StyleClass.CHIP);
        private final Label sure = Texts.line("", StyleClass.CHIP);
        private final HBox head = new HBox(6, value, Texts.filler(), match, sure);
        private final HBox row = new HBox(8, tick, new VBox(0, head, kind));

        OfferCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            row.setAlignment(Pos.CENTER_LEFT);
            head.setAlignment(Pos.CENTER_LEFT);
            head.setMinWidth(0);
            value.setMinWidth(0);
            match.setMinWidth(Region.USE_PREF_SIZE);
            sure.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(row.getChildren().getLast(), Priority.ALWAYS);
            row.maxWidthProperty().bind(offers.widthProperty().subtract(34));
            tick.setFocusTraversable(false);
            tick.setOnAction(event -> {
                Offer offer = getItem();
                if (offer != null) {
                    model.toggle(offer);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            if (empty || offer == null) {
                setGraphic(null);
                return;
            }
            tick.setSelected(model.checked().contains(offer.finding().id()));
            tick.setAccessibleText(offer.value());
            value.setText(offer.value());
            kind.setText(words.of(offer.finding().kind()) + "  \u00b7  " + offer.place());
            match.setText(offer.match());
            match.setVisible(!offer.match().isEmpty());
            match.setManaged(!offer.match().isEmpty());
            sure.setText(words.of(offer.finding().sureness()));
            setGraphic(row);
        }
    }
}
