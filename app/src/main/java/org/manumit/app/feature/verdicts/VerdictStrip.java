package org.manumit.app.feature.verdicts;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.manumit.app.control.Buttons;
import org.manumit.app.control.Icons;
import org.manumit.app.control.Texts;
import org.manumit.app.control.View;
import org.manumit.app.feature.verdicts.Judgement.Opinion;
import org.manumit.styles.Icon;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** One line above the chart: what the network is taken for, and the way to the reasons. */
public final class VerdictStrip extends View<HBox> {
    private final VerdictsViewModel model;
    private final Words words;
    private final Label text = Texts.line("", StyleClass.BODY);
    private final Button why;

    /**
     * The line over its view model.
     *
     * @param toVerdict leads to the reasons
     */
    public VerdictStrip(VerdictsViewModel model, Runnable toVerdict, Words words) {
        super(new HBox(10));
        this.model = model;
        this.words = words;
        why = Buttons.link(words.text("verdict.why"), toVerdict);
        why.setId("why");
        why.setMinWidth(Region.USE_PREF_SIZE);
        root().setAlignment(Pos.CENTER_LEFT);
        root().getChildren().addAll(Icons.of(Icon.VERDICT), text, Texts.filler(), why);
        Texts.style(root(), StyleClass.TOOLBAR);
    }

    @Override
    protected void attach() {
        show(model.judgementProperty(), judgement -> display());
        show(model.analysingProperty(), analysing -> display());
    }

    private void display() {
        Optional<Judgement> judgement = model.judgementProperty().get();
        why.setVisible(judgement.isPresent());
        if (judgement.isPresent()) {
            Judgement shown = judgement.get();
            text.setText(words.text(
                    "verdict.strip",
                    shown.network(),
                    answer(shown.networkClass()),
                    answer(shown.shape()),
                    shown.size()));
        } else {
            text.setText(words.text(model.analysingProperty().get() ? "verdict.analysing" : "verdict.none"));
        }
    }

    private String answer(Opinion opinion) {
        return opinion.supports().stream()
                .filter(support -> support.standing() == Judgement.Standing.GIVEN)
                .findFirst()
                .map(support -> words.text("verdict.answer", opinion.answer(), support.share()))
                .orElse(opinion.answer());
    }
}
