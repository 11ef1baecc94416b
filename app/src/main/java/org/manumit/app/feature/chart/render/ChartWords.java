package org.manumit.app.feature.chart.render;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.manumit.app.feature.chart.layout.LayoutResult;
import org.manumit.app.feature.chart.model.Certainty;
import org.manumit.app.feature.chart.model.ChartRole;
import org.manumit.app.feature.chart.model.LinkKind;
import org.manumit.app.feature.chart.model.NodeKind;
import org.manumit.app.feature.chart.model.Phase;

/** The words of the chart in the user's language. Immutable. */
public final class ChartWords {

    private final ResourceBundle bundle;
    private final Locale locale;

    /** The words for a locale; English where there are none. */
    public ChartWords(Locale locale) {
        this.locale = locale;
        bundle = ResourceBundle.getBundle("org.manumit.app.feature.chart.chart", locale);
    }

    /** A word or sentence by its key, with {0}, {1}... replaced. */
    public String get(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }

    /** Name of a kind of entity. */
    public String of(NodeKind kind) {
        return bundle.getString("kind." + kind.name());
    }

    /** Name of a role. */
    public String of(ChartRole role) {
        return bundle.getString("role." + role.name());
    }

    /** Name of a kind of link. */
    public String of(LinkKind kind) {
        return bundle.getString("link." + kind.name());
    }

    /** Name of a certainty. */
    public String of(Certainty certainty) {
        return bundle.getString("certainty." + certainty.name());
    }

    /** Name of a phase; heading of its {@link LayoutResult.Column}. */
    public String of(Phase phase) {
        return bundle.getString("phase." + phase.name());
    }
}
