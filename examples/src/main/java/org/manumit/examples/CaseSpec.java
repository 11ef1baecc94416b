package org.manumit.examples;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What case to invent.
 *
 * @param name the operation's name
 * @param model class of the main network
 * @param seed the same seed gives the same rows
 * @param start first day covered by records
 * @param weeks how many weeks the records cover
 * @param outlets places of exploitation (crews, premises)
 * @param victimsPerOutlet people exploited at each
 * @param backgroundNumbers numbers of people who have nothing to do with it
 * @param callRecords about how many call records the operators' files hold together; the surplus over what the
 *     network needs is ordinary talk
 * @param companions whether a small second network and a circle of bystanders stand beside the main one
 * @param brokenRows whether some rows are spoilt, as in any real export
 */
public record CaseSpec(
        String name,
        NetworkModel model,
        long seed,
        LocalDate start,
        int weeks,
        int outlets,
        int victimsPerOutlet,
        int backgroundNumbers,
        int callRecords,
        boolean companions,
        boolean brokenRows) {

    public CaseSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(start, "start");
        if (weeks < 4 || outlets < 1 || victimsPerOutlet < 1 || backgroundNumbers < 10 || callRecords < 0) {
            throw new IllegalArgumentException(
                    "a case needs at least 4 weeks, an outlet, a victim and 10 background numbers");
        }
    }

    /** The case that ships with the program. */
    public static CaseSpec lantern() {
        return new CaseSpec(
                "Operation Lantern",
                NetworkModel.HYBRID,
                20250106,
                LocalDate.of(2025, 1, 6),
                38,
                3,
                5,
                420,
                24_000,
                true,
                true);
    }

    /** A case of a class and size, for measurements. */
    public static CaseSpec sized(NetworkModel model, int callRecords, long seed) {
        return new CaseSpec(
                "Generated " + seed,
                model,
                seed,
                LocalDate.of(2025, 1, 6),
                38,
                model == NetworkModel.ENTREPRENEURIAL ? 1 : 4,
                5,
                Math.max(100, callRecords / 100),
                callRecords,
                false,
                false);
    }
}
