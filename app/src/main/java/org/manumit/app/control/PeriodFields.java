package org.manumit.app.control;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.manumit.app.session.AskedPeriod;
import org.manumit.styles.StyleClass;
import org.manumit.styles.Words;

/** The two dates that bound what a page asks, and what is wrong with them. */
public final class PeriodFields extends View<HBox> {
    private static final double WIDTH = 104;

    private final AskedPeriod period;
    private final Label fault = Texts.line("", StyleClass.DANGER);

    /** The fields over the period. */
    public PeriodFields(AskedPeriod period, Words words) {
        super(new HBox(6));
        this.period = period;
        root().setAlignment(Pos.CENTER_LEFT);
        root().getChildren()
                .addAll(
                        Texts.line(words.text("period.from"), StyleClass.MUTED),
                        field("period-from", words.text("period.from.about"), period.fromProperty(), words),
                        Texts.line(words.text("period.to"), StyleClass.MUTED),
                        field("period-to", words.text("period.to.about"), period.toProperty(), words),
                        fault);
        fault.setId("period-fault");
    }

    private static TextField field(String id, String about, StringProperty text, Words words) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(words.text("period.form"));
        field.setAccessibleText(about);
        field.setTooltip(new Tooltip(about));
        field.setPrefWidth(WIDTH);
        field.setMinWidth(WIDTH);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    @Override
    protected void attach() {
        show(period.faultProperty(), text -> {
            fault.setText(text);
            fault.setManaged(!text.isEmpty());
        });
    }
}
