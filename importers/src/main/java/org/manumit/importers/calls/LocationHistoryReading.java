package org.manumit.importers.calls;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.CallTable;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.GuardedJson;
import org.manumit.importers.draft.HandsetOwner;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.EncodingDetector;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.value.PhoneNumbers;

/**
 * One reading of a location history. A row is a record of the file that says where the handset was, counted through the
 * file: a position, a stay, a journey from one place to another, or the points of a way. Positions are rounded to a
 * thousandth of a degree, about a hundred metres, so that a place where somebody is again is the same place. Records are
 * read one after the other; not thread-safe.
 */
final class LocationHistoryReading {

    private static final int LARGEST_RECORD = 200_000;
    private static final BigDecimal E7 = BigDecimal.valueOf(10_000_000);
    private static final Pattern DEGREES = Pattern.compile(
            "(?:geo:)?\\s*(-?\\d{1,2}(?:\\.\\d+)?)\\s*\u00b0?\\s*,\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*\u00b0?.*");

    private final SourceFile file;
    private final ImportOptions options;
    private final Progress progress;
    private final Cancellation cancellation;
    private final EntityRegister entities = new EntityRegister();
    private final Map<String, Integer> places = new HashMap<>();
    private final CallTable.Builder sightings = new CallTable.Builder();
    private final List<Claim> claims = new ArrayList<>();
    private final List<ImportIssue> issues = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    private final RowRemarks remarks = new RowRemarks();
    private final int handset;
    private long position;
    private long read;
    private long rejected;

    LocationHistoryReading(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        this.file = file;
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
        HandsetOwner owner = HandsetOwner.of(file);
        String key = owner.isNumber()
                ? PhoneNumbers.of(options.country()).read(owner.key()).value()
                : owner.key();
        this.handset = entities.index(EntityKind.PHONE, key);
        issues.add(new ImportIssue(
                owner.isNumber() ? Severity.NOTE : Severity.WARNING,
                "",
                0,
                "",
                key,
                "",
                owner.isNumber()
                        ? "The positions are taken for those of " + key + ", as the file's name says."
                        : "Nothing says whose handset this is; it is named '" + key
                                + "' after the file. Put the number into the file's name to join it."));
    }

    /** Where, as a history says it. */
    private record Point(BigDecimal latitude, BigDecimal longitude) {

        static Optional<Point> of(BigDecimal latitude, BigDecimal longitude) {
            boolean possible = latitude.abs().compareTo(BigDecimal.valueOf(90)) <= 0
                    && longitude.abs().compareTo(BigDecimal.valueOf(180)) <= 0
                    && (latitude.signum() != 0 || longitude.signum() != 0);
            return possible
                    ? Optional.of(new Point(
                            latitude.setScale(3, RoundingMode.HALF_UP), longitude.setScale(3, RoundingMode.HALF_UP)))
                    : Optional.empty();
        }

        Map<String, String> values() {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("latitude", latitude.toPlainString());
            values.put("longitude", longitude.toPlainString());
            return values;
        }

        String words() {
            return latitude.toPlainString() + ", " + longitude.toPlainString();
        }
    }

    void read() throws IOException {
        try (BufferedReader text = EncodingDetector.text(file.path());
                JsonParser json = GuardedJson.parser(text)) {
            if (json.nextToken() == JsonToken.START_ARRAY) {
                list(json);
            } else {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    if (json.nextToken() == JsonToken.START_ARRAY) {
                        list(json);
                    } else {
                        json.skipChildren();
                    }
                }
                if (json.currentToken() != JsonToken.END_OBJECT) {
                    json.nextToken(); // says where the file is cut off
                }
            }
        } catch (JsonProcessingException e) {
            throw GuardedJson.unreadable(file.path(), e);
        }
        issues.addAll(remarks.issues());
    }

    private void list(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            position++;
            if ((position & 0xFFF) == 0) {
                cancellation.check();
                progress.report(position, -1, "records read");
            }
            record(GuardedJson.value(json, LARGEST_RECORD));
        }
    }

    // ---- the records of each age

    private void record(Object record) {
        if (!(record instanceof Map<?, ?> object)) {
            aside("");
        } else if (object.containsKey("placeVisit")) {
            Object visit = object.get("placeVisit");
            stay(point(child(visit, "location")), child(visit, "duration"), said(child(visit, "location")));
        } else if (object.containsKey("activitySegment")) {
            Object segment = object.get("activitySegment");
            journey(
                    point(child(segment, "startLocation")),
                    point(child(segment, "endLocation")),
                    child(segment, "duration"),
                    GuardedJson.text(segment, "activityType"));
        } else if (object.containsKey("visit")) {
            Object candidate = child(object.get("visit"), "topCandidate");
            stay(point(candidate), object, said(candidate));
        } else if (object.get("activity") instanceof Map<?, ?> activity) {
            journey(
                    point(child(activity, "start")),
                    point(child(activity, "end")),
                    object,
                    GuardedJson.text(activity, "topCandidate", "type"));
        } else if (object.containsKey("timelinePath")) {
            way(object);
        } else if (object.containsKey("position")) {
            position(object.get("position"));
        } else {
            position(object);
        }
    }

    private void position(Object record) {
        Optional<Point> at = point(record);
        if (at.isEmpty()) {
            aside("");
            return;
        }
        read++;
        Optional<Instant> time = time(record, "timestamp", "timestampMs", "time");
        if (time.isEmpty()) {
            untimed(GuardedJson.text(record, "timestamp"));
            return;
        }
        Map<String, String> said = new LinkedHashMap<>();
        said.put("accuracy", metres(first(record, "accuracy", "accuracyMeters")));
        said.put("by", GuardedJson.text(record, "source"));
        sighting(at.get(), time.get(), CallTable.NO_DURATION, said);
    }

    private void stay(Optional<Point> at, Object times, Map<String, String> said) {
        if (at.isEmpty()) {
            aside("stays without a position");
            return;
        }
        read++;
        if (said.values().stream().anyMatch(text -> ShelterGuard.givesAway(text, ShelterGuard.Text.PLACE))) {
            rejected++;
            issues.add(new ImportIssue(
                    Severity.REJECTED, "", position, "", "", "no victims' shelter", ShelterGuard.REMEDY));
            return;
        }
        Optional<Instant> from = time(times, "startTimestamp", "startTimestampMs", "startTime");
        if (from.isEmpty()) {
            untimed(first(times, "startTimestamp", "startTime"));
            return;
        }
        int seconds = time(times, "endTimestamp", "endTimestampMs", "endTime")
                .map(until -> until.getEpochSecond() - from.get().getEpochSecond())
                .filter(length -> length >= 0 && length < Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElse(CallTable.NO_DURATION);
        sighting(at.get(), from.get(), seconds, said);
    }

    private void journey(Optional<Point> from, Optional<Point> to, Object times, String how) {
        if (from.isEmpty() && to.isEmpty()) {
            aside("journeys without positions");
            return;
        }
        read++;
        Optional<Instant> began = time(times, "startTimestamp", "startTimestampMs", "startTime");
        Optional<Instant> ended = time(times, "endTimestamp", "endTimestampMs", "endTime");
        if (began.isEmpty() && ended.isEmpty()) {
            untimed(first(times, "startTimestamp", "startTime"));
            return;
        }
        if (from.isPresent() && began.isPresent()) {
            sighting(from.get(), began.get(), CallTable.NO_DURATION, moving("leaves", how));
        }
        if (to.isPresent() && ended.isPresent()) {
            sighting(to.get(), ended.get(), CallTable.NO_DURATION, moving("arrives", how));
        }
    }

    private static Map<String, String> moving(String what, String how) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("moving", what);
        said.put(
                "how",
                how.equalsIgnoreCase("unknown") ? "" : how.replace('_', ' ').toLowerCase(Locale.ROOT));
        return said;
    }

    private void way(Map<?, ?> segment) {
        List<?> points = GuardedJson.list(segment, "timelinePath");
        Optional<Instant> began = time(segment, "startTime");
        read++;
        int timed = 0;
        for (Object one : points) {
            Optional<Point> at = point(one);
            String minutes = GuardedJson.text(one, "durationMinutesOffsetFromStartTime");
            Optional<Instant> when = time(one, "time")
                    .or(() -> minutes.matches("\\d{1,6}")
                            ? began.map(start -> start.plusSeconds(60L * Integer.parseInt(minutes)))
                            : Optional.empty());
            if (at.isPresent() && when.isPresent()) {
                timed++;
                sighting(at.get(), when.get(), CallTable.NO_DURATION, moving("on the way", ""));
            }
        }
        if (timed == 0) {
            untimed(GuardedJson.text(segment, "startTime"));
        }
    }

    // ---- what they hold

    private static Object child(Object of, String name) {
        return of instanceof Map<?, ?> map && map.get(name) != null ? map.get(name) : "";
    }

    private static String first(Object of, String... names) {
        for (String name : names) {
            String text = GuardedJson.text(of, name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static Optional<Point> point(Object place) {
        if (place instanceof String written) {
            return written(written);
        }
        String latitude = first(place, "latitudeE7", "latE7");
        String longitude = first(place, "longitudeE7", "lngE7");
        if (latitude.matches("-?\\d{1,10}") && longitude.matches("-?\\d{1,10}")) {
            return Point.of(sevenths(latitude), sevenths(longitude));
        }
        String text = first(place, "latLng", "LatLng", "point", "placeLocation");
        return text.isEmpty() ? point(child(place, "placeLocation"), place) : written(text);
    }

    private static Optional<Point> point(Object inner, Object outer) {
        return inner instanceof Map<?, ?> && !inner.equals(outer) ? point(inner) : Optional.empty();
    }

    /** Degrees in units of their ten-millionth, some of them beyond 32 bits and round the world. */
    private static BigDecimal sevenths(String units) {
        long value = Long.parseLong(units);
        long wrapped = value > 1_800_000_000L ? value - 4_294_967_296L : value;
        return BigDecimal.valueOf(wrapped).divide(E7);
    }

    private static Optional<Point> written(String text) {
        Matcher degrees = DEGREES.matcher(text);
        return degrees.matches()
                ? Point.of(new BigDecimal(degrees.group(1)), new BigDecimal(degrees.group(2)))
                : Optional.empty();
    }

    private static Optional<Instant> time(Object of, String... names) {
        String text = first(of, names);
        if (text.matches("\\d{12,14}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String metres(String accuracy) {
        return accuracy.isEmpty() ? "" : accuracy + " m";
    }

    /** What a stay is called. */
    private Map<String, String> said(Object place) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("place", GuardedJson.text(place, "name"));
        said.put("address", GuardedJson.text(place, "address"));
        String meaning = first(place, "semanticType");
        said.put("taken for", meaning.equalsIgnoreCase("unknown") ? "" : meaning);
        return said;
    }

    private void sighting(Point at, Instant when, int seconds, Map<String, String> said) {
        int record = sightings.add(
                handset,
                CallTable.NONE,
                CallTable.Kind.OTHER,
                when.getEpochSecond(),
                seconds,
                file.id(),
                "",
                Math.toIntExact(position));
        sightings.equipment(record, CallTable.Equipment.FROM_CELL, place(at));
        String text = CallEntry.words(said);
        sightings.extra(
                record, words.computeIfAbsent(text.isEmpty() ? "kind=position" : "kind=position; " + text, w -> w));
    }

    private int place(Point at) {
        String words = at.words();
        Integer known = places.get(words);
        if (known == null) {
            known = entities.index(EntityKind.CELL_SITE, words);
            places.put(words, known);
            claims.add(new Claim(
                    ClaimId.of(file.id(), "", position, places.size()),
                    ClaimType.CELL_SITE,
                    List.of(Claim.Participant.stated(
                            Part.SUBJECT, entities.get(known).id())),
                    at.values(),
                    Period.UNKNOWN,
                    List.of(),
                    new Provenance(file.id(), "", position, "", ""),
                    Grades.NONE));
        }
        return known;
    }

    private void aside(String what) {
        remarks.add(
                Severity.NOTE,
                Row.of(position),
                "",
                "",
                what.isEmpty()
                        ? "No positions but what else the history keeps (networks seen, activity, summaries), left out"
                        : "No positions but " + what + ", left out");
    }

    private void untimed(String found) {
        rejected++;
        issues.add(new ImportIssue(
                Severity.REJECTED,
                "",
                position,
                "timestamp",
                found,
                "a time with its offset",
                found.isEmpty() ? "The position has no time." : "'" + found + "' is not a time with its offset."));
    }

    ImportDraft draft() {
        progress.report(position, position, "records read");
        issues.add(new ImportIssue(
                Severity.NOTE,
                "",
                0,
                "",
                "",
                "",
                "Positions are entered to a thousandth of a degree, about a hundred metres; how exact each was, its"
                        + " record says."));
        return new ImportDraft(
                file,
                "calls",
                LocationHistoryImporter.LAYOUT,
                "",
                options.country().orElse(""),
                read,
                read - rejected,
                rejected,
                0,
                entities.toList(),
                claims,
                sightings.build(),
                TransferTable.EMPTY,
                issues,
                Grades.NONE);
    }
}
