package org.manumit.app.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.manumit.app.enquiry.WrittenDate;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.styles.Words;

/** The period about which a page asks, as the user types it. Confined to the window's thread. */
public final class AskedPeriod {
    private final Words words;
    private final StringProperty from = new SimpleStringProperty(this, "from", "");
    private final StringProperty to = new SimpleStringProperty(this, "to", "");
    private final ReadOnlyObjectWrapper<Period> period = new ReadOnlyObjectWrapper<>(this, "period", Period.UNKNOWN);
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper(this, "fault", "");

    /** All time. */
    public AskedPeriod(Words words) {
        this.words = words;
        from.addListener((observable, before, now) -> read());
        to.addListener((observable, before, now) -> read());
    }

    private void read() {
        Optional<PartialDate> begin = WrittenDate.read(from.get().strip());
        Optional<PartialDate> end = WrittenDate.read(to.get().strip());
        if (isFault(from, begin)) {
            fault.set(words.text("period.fault", from.get().strip()));
        } else if (isFault(to, end)) {
            fault.set(words.text("period.fault", to.get().strip()));
        } else if (begin.isPresent() && end.isPresent() && WrittenDate.isLater(begin.get(), end.get())) {
            fault.set(words.text("period.later", begin.get(), end.get()));
        } else {
            fault.set("");
            period.set(begin.isEmpty() && end.isEmpty() ? Period.UNKNOWN : Period.between(begin, end));
        }
    }

    private static boolean isFault(StringProperty text, Optional<PartialDate> date) {
        return date.isEmpty() && !text.get().isBlank();
    }

    /** The first day, as typed; may be empty. */
    public StringProperty fromProperty() {
        return from;
    }

    /** The last day, as typed; may be empty. */
    public StringProperty toProperty() {
        return to;
    }

    /** The last period that was typed without a fault. */
    public ReadOnlyObjectProperty<Period> periodProperty() {
        return period.getReadOnlyProperty();
    }

    /** Why what is typed now is no period; empty when it is one. */
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }
}
