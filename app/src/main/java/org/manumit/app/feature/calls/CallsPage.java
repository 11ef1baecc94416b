package org.manumit.app.feature.calls;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.manumit.app.enquiry.CallEnquiry;
import org.manumit.app.session.Selection;
import org.manumit.graph.analysis.calls.HourProfile;

/**
 * What the calls say of those who were asked about.
 *
 * @param enquiry the calls that were looked at
 * @param chosen whom was asked about, as indexes into the case; nobody for the whole case
 * @param tables the rows of each topic
 * @param hours when in the week
 */
record CallsPage(CallEnquiry enquiry, List<Integer> chosen, Map<CallTopic, List<CallRow>> tables, HourProfile hours) {

    /**
     * A row.
     *
     * @param cells a text a column
     * @param selects what choosing the row selects in all views; looked up when it is chosen
     */
    record CallRow(List<String> cells, Supplier<Selection> selects) {
        CallRow {
            cells = List.copyOf(cells);
        }
    }

    CallsPage {
        chosen = List.copyOf(chosen);
        tables = new EnumMap<>(tables);
    }

    /** The rows of a topic. */
    List<CallRow> rows(CallTopic topic) {
        return tables.getOrDefault(topic, List.of());
    }

    /** How much there is of a topic. */
    int size(CallTopic topic) {
        return topic == CallTopic.HOURS ? hours.total() : rows(topic).size();
    }
}
