package org.manumit.app.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the user did to the open case and can take back: moves and hides on the chart, reveals, decisions. Looking (pan,
 * zoom, selection) is not kept, so that one press takes back one act. Confined to the window's thread.
 */
public final class UndoHistory {

    /** How many acts are kept. */
    public static final int LIMIT = 500;

    /**
     * An act that was done and can be taken back.
     *
     * @param name what it was, for the user: "hide 3 people"
     * @param undo takes it back
     * @param redo does it again
     */
    public record Edit(String name, Runnable undo, Runnable redo) {
        public Edit {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(undo, "undo");
            Objects.requireNonNull(redo, "redo");
        }
    }

    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<String>> nextUndo =
            new ReadOnlyObjectWrapper<>(this, "nextUndo", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> nextRedo =
            new ReadOnlyObjectWrapper<>(this, "nextRedo", Optional.empty());

    /** Does something that can be taken back. */
    public void perform(String name, Runnable act, Runnable undo) {
        act.run();
        add(new Edit(name, undo, act));
    }

    /** Keeps an act that has been done. */
    public void add(Edit edit) {
        undone.clear();
        done.push(edit);
        if (done.size() > LIMIT) {
            done.removeLast();
        }
        tell();
    }

    /** Takes the last act back; does nothing when there is none. */
    public void undo() {
        if (!done.isEmpty()) {
            Edit edit = done.pop();
            edit.undo().run();
            undone.push(edit);
            tell();
        }
    }

    /** Does again what was taken back last; does nothing when there is nothing. */
    public void redo() {
        if (!undone.isEmpty()) {
            Edit edit = undone.pop();
            edit.redo().run();
            done.push(edit);
            tell();
        }
    }

    /** Forgets everything, as when another case is opened. */
    public void clear() {
        done.clear();
        undone.clear();
        tell();
    }

    /** Name of the act that {@link #undo} would take back. */
    public ReadOnlyObjectProperty<Optional<String>> nextUndoProperty() {
        return nextUndo.getReadOnlyProperty();
    }

    /** Name of the act that {@link #redo} would do again. */
    public ReadOnlyObjectProperty<Optional<String>> nextRedoProperty() {
        return nextRedo.getReadOnlyProperty();
    }

    private void tell() {
        nextUndo.set(Optional.ofNullable(done.peek()).map(Edit::name));
        nextRedo.set(Optional.ofNullable(undone.peek()).map(Edit::name));
    }
}
