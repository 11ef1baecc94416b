package org.manumit.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * A part of the window. It builds its controls once; it listens to its view model only while it is in a scene, so that
 * nothing is kept alive by a listener. Subclasses subscribe in {@link #attach} through {@link #show} and {@link
 * #showList}; what was subscribed there is released when the view leaves its scene.
 *
 * @param <N> the control at its root
 */
public abstract class View<N extends Parent> {
    private final N root;
    private boolean watching;
    private final List<Runnable> releases = new ArrayList<>();

    /**
     * A view.
     *
     * @param root the control that holds all others
     */
    protected View(N root) {
        this.root = root;
    }

    private void sceneChanged(
            @org.jspecify.annotations.Nullable Scene before, @org.jspecify.annotations.Nullable Scene now) {
        if (before == null && now != null) {
            attach();
        } else if (before != null && now == null) {
            releases.forEach(Runnable::run);
            releases.clear();
            detach();
        }
    }

    /** The control to place in the scene. */
    public final N root() {
        if (!watching) {
            watching = true;
            root.sceneProperty().addListener((observable, before, now) -> sceneChanged(before, now));
        }
        return root;
    }

    /** Called when the view enters a scene: subscribe here. */
    protected abstract void attach();

    /** Called when the view has left its scene and its subscriptions are released. */
    protected void detach() {}

    /** Shows a value now and whenever it changes, for as long as the view is in a scene. */
    protected final <T> void show(ObservableValue<T> value, Consumer<? super T> display) {
        ChangeListener<T> listener = (observable, before, now) -> display.accept(now);
        value.addListener(listener);
        releases.add(() -> value.removeListener(listener));
        display.accept(value.getValue());
    }

    /** Shows a list now and whenever it changes, for as long as the view is in a scene. */
    protected final <T> void showList(ObservableList<T> list, Consumer<? super List<T>> display) {
        ListChangeListener<T> listener = change -> display.accept(List.copyOf(list));
        list.addListener(listener);
        releases.add(() -> list.removeListener(listener));
        display.accept(List.copyOf(list));
    }

    /** Does something when the view leaves its scene. */
    protected final void onDetach(Runnable release) {
        releases.add(release);
    }
}
