package org.manumit.graph.analysis.calls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments, stretches and shares are told in reasons. */
final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final ZoneId zone;

    Wording(ZoneId zone) {
        this.zone = zone;
    }

    String day(long epochSecond) {
        return DAY.format(Instant.ofEpochSecond(epochSecond).atZone(zone));
    }

    static String stretch(double seconds) {
        double days = seconds / 86_400;
        if (days >= 2) {
            return String.format(Locale.ENGLISH, "%,d days", Math.round(days));
        }
        double hours = seconds / 3_600;
        return hours >= 2
                ? String.format(Locale.ENGLISH, "%d hours", Math.round(hours))
                : seconds < 90 ? "a minute" : String.format(Locale.ENGLISH, "%d minutes", Math.round(seconds / 60));
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    static String times(int count) {
        return count == 1 ? "once" : count == 2 ? "twice" : String.format(Locale.ENGLISH, "%,d times", count);
    }
}
