package org.manumit.app.feature.calls;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.manumit.app.enquiry.CallEnquiry;
import org.manumit.app.enquiry.EnquiryScope;
import org.manumit.app.feature.calls.CallsPage.CallRow;
import org.manumit.app.job.JobRunner;
import org.manumit.app.job.LatestJob;
import org.manumit.app.session.AskedPeriod;
import org.manumit.app.session.CaseSnapshot;
import org.manumit.app.session.ChosenThings;
import org.manumit.app.session.DisplayNames;
import org.manumit.app.session.Selection;
import org.manumit.app.session.Session;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Period;
import org.manumit.graph.analysis.calls.HourProfile;
import org.manumit.styles.Words;

/**
 * Whom people call, when, where and how that changes, for those who are chosen and a period; what stands out is told for
 * the whole case where nobody is chosen. Looked up in the background, since a case may hold a million calls. Confined to
 * the window's thread.
 */
public final class CallsViewModel {
    /** How soon after a call another may be taken for passing it on. */
    static final List<Duration> PASSED_ON = List.of(
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            CallEnquiry.PASSED_ON,
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private enum Watching {
        NOT,
        SHOWN
    }

    private final Session session;
    private final Words words;
    private final Runnable goToChart;
    private final ChosenThings chosen;
    private final AskedPeriod period;
    private final LatestJob work;
    private final ObjectProperty<CallTopic> topic = new SimpleObjectProperty<>(this, "topic", CallTopic.TOLLS);
    private final ObjectProperty<Duration> passedOn =
            new SimpleObjectProperty<>(this, "passedOn", CallEnquiry.PASSED_ON);
    private final ReadOnlyObjectWrapper<Optional<CallsPage>> page =
            new ReadOnlyObjectWrapper<>(this, "page", Optional.empty());
    private Watching watching = Watching.NOT;
    /** What the page was made of. */
    private Optional<CaseGraph> told = Optional.empty();

    /**
     * The calls of the session's case.
     *
     * @param goToChart shows the chart, on which what is selected stands out
     */
    public CallsViewModel(Session session, JobRunner jobs, Words words, Runnable goToChart) {
        this.session = session;
        this.words = words;
        this.goToChart = goToChart;
        chosen = new ChosenThings(session, ChosenThings.whoCalls(), words);
        period = new AskedPeriod(words);
        work = new LatestJob(jobs);
        session.snapshotProperty().addListener((observable, before, now) -> follow(now));
        session.namesProperty().addListener((observable, before, now) -> look());
        chosen.chosen().addListener((ListChangeListener<ChosenThings.Thing>) change -> look());
        period.periodProperty().addListener((observable, before, now) -> look());
        passedOn.addListener((observable, before, now) -> look());
    }

    /** The same case with what the analysis says has the same calls. */
    private void follow(CaseSnapshot now) {
        if (told.filter(now.graph()::equals).isEmpty()) {
            page.set(Optional.empty());
            look();
        }
    }

    /** Starts looking; before that nobody sees the page. */
    void shown() {
        if (watching == Watching.NOT) {
            watching = Watching.SHOWN;
            if (chosen.chosen().isEmpty() && session.selection() instanceof Selection.OfEntity) {
                // who selects somebody and comes here wants their calls
                chosen.addSelected();
            }
            if (page.get().isEmpty()
                    || told.filter(session.snapshot().graph()::equals).isEmpty()) {
                look();
            }
        }
    }

    /** Nobody sees the page any more. */
    void hidden() {
        watching = Watching.NOT;
    }

    /** Looks through the calls, again where it was stopped. */
    void look() {
        told = Optional.empty();
        if (watching == Watching.NOT) {
            return;
        }
        CaseSnapshot snapshot = session.snapshot();
        DisplayNames names = session.names();
        List<Integer> who = chosen.entities();
        Period when = period.periodProperty().get();
        Duration soon = passedOn.get();
        work.run(
                words.text("job.calls"),
                (progress, cancellation) -> {
                    CallEnquiry enquiry = CallEnquiry.of(
                            EnquiryScope.of(snapshot.graph(), snapshot.actors(), snapshot.victims(), when));
                    cancellation.check();
                    return new CallsWording(snapshot, names, words, enquiry, who)
                            .page(enquiry.contacts(who), enquiry.patterns(who, soon, progress, cancellation));
                },
                made -> {
                    told = Optional.of(snapshot.graph());
                    page.set(Optional.of(made));
                });
    }

    /** Stops looking. */
    void stop() {
        work.stop();
    }

    /** About whom is asked. */
    public ChosenThings chosen() {
        return chosen;
    }

    AskedPeriod period() {
        return period;
    }

    /** What is told of the calls. */
    public ObjectProperty<CallTopic> topicProperty() {
        return topic;
    }

    ObjectProperty<Duration> passedOnProperty() {
        return passedOn;
    }

    ReadOnlyObjectProperty<Optional<CallsPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<LatestJob.State> stateProperty() {
        return work.stateProperty();
    }

    /** Why a topic has nothing to show, in plain words. */
    String whyNothing(CallTopic about) {
        boolean someone = !chosen.chosen().isEmpty();
        return switch (about) {
            case TOLLS -> words.text(someone ? "calls.none.TOLLS" : "calls.choose.TOLLS");
            case COMMON -> words.text(chosen.chosen().size() > 1 ? "calls.none.COMMON" : "calls.choose.COMMON");
            case CHAINS, HOURS, PLACES, HABITS, SUCCESSORS, LEADS, COVERAGE, COUNTRIES ->
                words.text("calls.none." + about.name());
        };
    }

    /** Shows the rows behind what was found, in the inspector and on the chart. */
    void choose(CallRow row) {
        session.select(row.selects().get());
    }

    /** Shows the rows of an hour of a weekday. */
    void choose(DayOfWeek day, int hour) {
        page.get().filter(shown -> shown.hours().count(day, hour) > 0).ifPresent(shown -> {
            String when = day.getDisplayName(TextStyle.FULL, words.locale());
            session.select(new Selection.OfEvidence(
                    words.text("calls.hour", when, hour),
                    words.text(
                            "calls.hour.says",
                            chosen.chosen().isEmpty() ? words.text("calls.everybody") : chosen.names(),
                            when,
                            hour,
                            hour + 1,
                            shown.hours().count(day, hour)),
                    "",
                    shown.enquiry().inHour(shown.chosen(), day, hour)));
        });
    }

    /** When most is spoken, and how much at night, in a sentence. */
    String rhythm(HourProfile hours) {
        HourProfile.Hour busiest = hours.busiest();
        return words.text(
                "calls.rhythm",
                hours.total(),
                hours.nightShare(),
                busiest.day().getDisplayName(TextStyle.FULL, words.locale()),
                busiest.hour(),
                busiest.hour() + 1);
    }

    /** Shows on the chart what is selected. */
    void showOnChart() {
        goToChart.run();
    }
}
