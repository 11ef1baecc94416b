package org.manumit.app.control;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.event.EventHandler;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

/** Makes lists to choose from that are quick by keyboard: a letter goes to a value, Enter opens and chooses. */
public final class Choices {
    private static final int SHOWN = 14;

    private Choices() {}

    /**
     * A list to choose from.
     *
     * @param id its name among the controls
     * @param width in pixels
     * @param text a value in words
     */
    public static <T> ComboBox<T> of(String id, double width, List<T> values, Function<T, String> text) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setPrefWidth(width);
        box.setMinWidth(width);
        box.setVisibleRowCount(SHOWN);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        // Enter is the key of the sheet's main button, too: on a choice it opens the choice
        box.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !box.isShowing()) {
                box.show();
                event.consume();
            }
        });
        byLetter(box);
        return box;
    }

    /** Tells what was chosen, once: while the list is open its keys and the pointer only look around. */
    public static <T> void whenChosen(ComboBox<T> box, Consumer<T> say) {
        T before = box.getValue();
        Runnable tell = () -> {
            if (!box.isShowing() && !Objects.equals(before, box.getValue())) {
                say.accept(box.getValue());
            }
        };
        box.setOnAction(event -> tell.run());
        box.setOnHidden(event -> tell.run());
    }

    /** A letter goes to the next value that begins with it, as in any list; the library has no such thing. */
    private static <T> void byLetter(ComboBox<T> box) {
        EventHandler<KeyEvent> letters = event -> byLetter(box, event);
        box.addEventFilter(KeyEvent.KEY_TYPED, letters);
        // While the list is open the keys go to it alone
        box.skinProperty().addListener((observable, before, skin) -> {
            if (skin instanceof ComboBoxListViewSkin<?> list) {
                list.getPopupContent().addEventFilter(KeyEvent.KEY_TYPED, letters);
            }
        });
    }

    private static <T> void byLetter(ComboBox<T> box, KeyEvent event) {
        String letter = event.getCharacter();
        if (letter.isBlank()
                || Character.isISOControl(letter.charAt(0))
                || event.isShortcutDown()
                || event.isAltDown()) {
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
    }
}
