package org.manumit.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {
    private final UndoHistory history = new UndoHistory();
    private final List<String> state = new ArrayList<>();

    private void add(String word) {
        history.perform("add " + word, () -> state.add(word), () -> state.removeLast());
    }

    @Test
    void takesActsBackInReverseAndDoesThemAgain() {
        add("one");
        add("two");

        history.undo();
        assertThat(state).containsExactly("one");
        assertThat(history.nextUndoProperty().get()).contains("add one");
        assertThat(history.nextRedoProperty().get()).contains("add two");

        history.redo();
        assertThat(state).containsExactly("one", "two");
    }

    @Test
    void forgetsWhatWasTakenBackOnceSomethingNewIsDone() {
        add("one");
        history.undo();
        add("other");

        history.redo();

        assertThat(state).containsExactly("other");
    }

    @Test
    void keepsNoMoreThanItsLimit() {
        for (int i = 0; i < UndoHistory.LIMIT + 10; i++) {
            add("act");
        }
        for (int i = 0; i < UndoHistory.LIMIT + 10; i++) {
            history.undo();
        }
        assertThat(state).hasSize(10);
    }
}
