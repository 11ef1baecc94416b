package org.manumit.importers.calls;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.manumit.graph.EntityKind;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.HandsetOwner;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/** The telephone that a report was taken from: its number, handset and SIM card. Not thread-safe. */
final class ExtractionDevice {

    private final SourceFile file;
    private final PhoneNumbers numbers;
    private final List<String> ownNumbers = new ArrayList<>();
    private final Set<String> imeis = new LinkedHashSet<>();
    private final Set<String> imsis = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private Optional<Integer> handset = Optional.empty();

    ExtractionDevice(SourceFile file, PhoneNumbers numbers) {
        this.file = file;
        this.numbers = numbers;
    }

    /** Takes in what the report says of it, by name and value. */
    void say(String name, String value) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (value.isBlank()) {
            return;
        }
        if (plain.contains("msisdn") || plain.endsWith("phonenumber") || plain.endsWith("ownnumber")) {
            ownNumbers.add(value);
        } else if (plain.contains("imei")) {
            digits(value, 14, 16).forEach(imeis::add);
        } else if (plain.contains("imsi")) {
            digits(value, 14, 15).forEach(imsis::add);
        }
    }

    /** Takes in who writes to it, whom a file may well be called after. */
    void saysOthers(Set<String> parties) {
        parties.forEach(party -> others.add(numbers.read(party).value()));
    }

    private static Stream<String> digits(String value, int least, int most) {
        return Stream.of(value.split("[^\\d]+", -1)).filter(v -> v.length() >= least && v.length() <= most);
    }

    /** Its handset's numbers, as written. */
    Set<String> imeis() {
        return imeis;
    }

    /** Its SIM cards' numbers. */
    Set<String> imsis() {
        return imsis;
    }

    /** Whether an entity is the telephone. */
    boolean is(int index) {
        return handset.isPresent() && handset.get() == index;
    }

    /** Whose telephone it is: as the report says, or as the file is called. */
    int handset(EntityRegister entities, List<ImportIssue> issues) {
        if (handset.isEmpty()) {
            Optional<String> own = ownNumbers.stream()
                    .map(numbers::read)
                    .filter(ExtractionDevice::isNumber)
                    .map(PhoneReading::value)
                    .findFirst();
            HandsetOwner byName = HandsetOwner.of(
                    file, number -> others.contains(numbers.read(number).value()));
            boolean named = own.isPresent() || byName.isNumber();
            String key = own.orElseGet(
                    () -> byName.isNumber() ? numbers.read(byName.key()).value() : byName.key());
            handset = Optional.of(entities.index(EntityKind.PHONE, key));
            issues.add(new ImportIssue(
                    named ? Severity.NOTE : Severity.WARNING,
                    "",
                    0,
                    "",
                    key,
                    "",
                    own.isPresent()
                            ? "The telephone is that of " + key + ", as the report says."
                            : named
                                    ? "The telephone is taken for that of " + key + ", as the file's name says."
                                    : "The report does not say whose telephone this is; it is named '" + key
                                            + "' after the file. Put the number into the file's name to join it."));
        }
        return handset.get();
    }

    private static boolean isNumber(PhoneReading reading) {
        return switch (reading.form()) {
            case NORMALISED, AS_WRITTEN, SHORT_CODE -> true;
            case NAME, WITHHELD, TRUNCATED -> false;
        };
    }
}
