package org.manumit.app.control;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.manumit.styles.StyleClass;

/**
 * How long something has been under way, counted on every second while it is shown: where a step has nothing to tell for
 * a while, the user sees that it goes on. Says nothing of what takes a moment only.
 */
public final class ElapsedTime extends View<Label> {
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final Supplier<Duration> elapsed;
    private final Timeline clock;

    /**
     * A clock.
     *
     * @param elapsed how long it has been by now
     */
    public ElapsedTime(Supplier<Duration> elapsed) {
        super(Texts.line("", StyleClass.MUTED));
        this.elapsed = elapsed;
        root().setMinWidth(Region.USE_PREF_SIZE);
        clock = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), event -> tell()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    protected void attach() {
        tell();
        clock.play();
        onDetach(clock::stop);
    }

    private void tell() {
        root().setText(inWords(elapsed.get()));
    }

    static String inWords(Duration time) {
        if (time.compareTo(MOMENT) < 0) {
            return "";
        }
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
