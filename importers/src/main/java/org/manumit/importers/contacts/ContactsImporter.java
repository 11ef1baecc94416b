package org.manumit.importers.contacts;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.Impp;
import ezvcard.property.Note;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.manumit.importers.draft.HandsetOwner;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.ImportException;
import org.manumit.importers.draft.ShelterGuard;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.Detection;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.Preview;
import org.manumit.importers.spi.SourceImporter;
import org.manumit.importers.tabular.EncodingDetector;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/**
 * Reads address books (vCard 2.1, 3.0 and 4.0): that a handset holds a number, and what it is saved as there. The name is
 * what the owner calls somebody, so it stays with the claim and makes nobody a person of that name. The handset is that
 * of the number in the file's name, or one that is named after the file.
 */
public final class ContactsImporter implements SourceImporter {

    private static final String KIND = "contacts";
    private static final int HEAD = 4096;
    private static final int MOST_CARDS = 1_000_000;

    /** An importer of address books. */
    public ContactsImporter() {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Detection> detect(SourceFile file, ImportOptions options) {
        if (!Files.isRegularFile(file.path())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            byte[] head = in.readNBytes(HEAD);
            String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
            return text.toUpperCase(java.util.Locale.ROOT).contains("BEGIN:VCARD")
                    ? Optional.of(new Detection(KIND, 0.97, "address book, vCard"))
                    : Optional.empty();
        } catch (IOException e) {
            throw ImportException.unreadable(file.path(), e);
        }
    }

    @FunctionalInterface
    private interface Cards {
        /** Takes the next card; false when enough. */
        boolean take(VCard card, long number);
    }

    private static void each(Path path, Cards cards) {
        try (VCardReader reader = new VCardReader(new LineSieve(EncodingDetector.text(path)))) {
            long number = 0;
            for (VCard card = reader.readNext(); card != null; card = reader.readNext()) {
                if (++number > MOST_CARDS) {
                    throw new ImportException(path.getFileName() + ": there are more than " + MOST_CARDS
                            + " cards in it, more than any address book holds. Ask where it comes from.");
                }
                if (!cards.take(card, number)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw ImportException.unreadable(path, e);
        }
    }

    @Override
    public ImportDraft read(SourceFile file, ImportOptions options, Progress progress, Cancellation cancellation) {
        Reading reading = new Reading(file, options);
        each(file.path(), (card, number) -> {
            if ((number & 0x3FF) == 0) {
                cancellation.check();
                progress.report(number, -1, "cards read");
            }
            reading.card(card, number);
            return true;
        });
        return reading.draft();
    }

    @Override
    public Preview preview(SourceFile file, ImportOptions options, int rows) {
        List<List<String>> shown = new ArrayList<>();
        List<String> becomes = new ArrayList<>();
        Reading reading = new Reading(file, options);
        each(file.path(), (card, number) -> {
            List<String> numbers = card.getTelephoneNumbers().stream()
                    .map(ContactsImporter::text)
                    .toList();
            shown.add(List.of(name(card), String.join("; ", numbers)));
            becomes.add(
                    numbers.isEmpty()
                            ? "an entry of the handset " + reading.owner.key() + " without a number"
                            : "the handset " + reading.owner.key() + " holds "
                                    + numbers.stream().map(reading::key).collect(Collectors.joining(", ")));
            return shown.size() < rows;
        });
        return new Preview(
                new Detection(KIND, 0.97, "address book, vCard"),
                List.of(
                        new Preview.Column("name", "saved as", "what the owner calls somebody"),
                        new Preview.Column("telephone", "number", "normalised where that is sure")),
                shown,
                becomes,
                List.of(reading.whose()));
    }

    private static String text(Telephone telephone) {
        String text = telephone.getText();
        return text == null && telephone.getUri() != null
                ? telephone.getUri().getNumber()
                : Objects.requireNonNullElse(text, "");
    }

    private static String name(VCard card) {
        if (card.getFormattedName() != null && !blank(card.getFormattedName().getValue())) {
            return card.getFormattedName().getValue().strip();
        }
        if (card.getStructuredName() != null) {
            String name = Stream.of(
                            card.getStructuredName().getGiven(),
                            card.getStructuredName().getFamily())
                    .filter(part -> !blank(part))
                    .collect(Collectors.joining(" "));
            if (!name.isBlank()) {
                return name;
            }
        }
        return card.getOrganization() == null
                ? ""
                : String.join(" ", card.getOrganization().getValues());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** One import. */
    private static final class Reading {
        private final SourceFile file;
        private final ImportOptions options;
        private final PhoneNumbers numbers;
        private final HandsetOwner owner;
        private final EntityRegister entities = new EntityRegister();
        private final int handset;
        private final List<Claim> claims = new ArrayList<>();
        private final List<ImportIssue> issues = new ArrayList<>();
        private final Set<Map<String, String>> seen = new LinkedHashSet<>();
        private final List<Long> repeated = new ArrayList<>();
        private long read;
        private long rejected;

        Reading(SourceFile file, ImportOptions options) {
            this.file = file;
            this.options = options;
            this.numbers = PhoneNumbers.of(options.country());
            HandsetOwner named = HandsetOwner.of(file);
            this.owner = new HandsetOwner(named.isNumber() ? key(named.key()) : named.key(), named.isNumber());
            this.handset = entities.index(EntityKind.PHONE, owner.key());
        }

        private String key(String number) {
            return numbers.read(number).value();
        }

        ImportIssue whose() {
            return new ImportIssue(
                    owner.isNumber() ? Severity.NOTE : Severity.WARNING,
                    "",
                    0,
                    "",
                    owner.key(),
                    "",
                    owner.isNumber()
                            ? "The address book is taken for that of " + owner.key() + ", as the file's name says."
                            : "Nothing says whose address book this is; the handset is named '" + owner.key()
                                    + "' after the file. Put the number into the file's name to join it.");
        }

        void card(VCard card, long number) {
            read++;
            Map<String, String> said = said(card);
            boolean shelter =
                    said.values().stream().anyMatch(text -> ShelterGuard.givesAway(text, ShelterGuard.Text.PLACE));
            if (shelter) {
                reject(number, "no victims' shelter", ShelterGuard.REMEDY);
                return;
            }
            Set<String> held = card.getTelephoneNumbers().stream()
                    .map(ContactsImporter::text)
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (held.isEmpty() && said.isEmpty()) {
                reject(number, "a name or a number", "The card is empty.");
                return;
            }
            Map<String, String> whole = new LinkedHashMap<>(said);
            whole.put("", String.join(";", held));
            if (!seen.add(whole)) {
                repeated.add(number);
            }
            int n = 1;
            if (held.isEmpty()) {
                claim(number, n, List.of(), said);
            }
            for (Telephone telephone : card.getTelephoneNumbers()) {
                String text = text(telephone);
                if (!text.isBlank() && held.remove(text)) {
                    Map<String, String> values = new LinkedHashMap<>(said);
                    String types = telephone.getTypes().stream()
                            .map(TelephoneType::getValue)
                            .collect(Collectors.joining(", "));
                    PhoneReading reading = numbers.read(text);
                    if (!types.isEmpty()) {
                        values.put("type", types);
                    }
                    if (!reading.value().equals(text)) {
                        values.put("as written", text);
                    }
                    int contact = entities.index(EntityKind.PHONE, reading.value());
                    claim(
                            number,
                            n++,
                            List.of(Claim.Participant.stated(
                                    Part.CONTACT, entities.get(contact).id())),
                            values);
                }
            }
        }

        private void claim(long number, int n, List<Claim.Participant> contact, Map<String, String> values) {
            List<Claim.Participant> participants = new ArrayList<>();
            participants.add(
                    Claim.Participant.stated(Part.SUBJECT, entities.get(handset).id()));
            participants.addAll(contact);
            claims.add(new Claim(
                    ClaimId.of(file.id(), "", number, n),
                    ClaimType.PHONE,
                    participants,
                    values,
                    Period.UNKNOWN,
                    List.of(),
                    new Provenance(file.id(), "", number, "", ""),
                    Grades.NONE));
        }

        private static Map<String, String> said(VCard card) {
            Map<String, String> said = new LinkedHashMap<>();
            put(said, "saved as", name(card));
            if (card.getNickname() != null) {
                put(said, "nickname", String.join(", ", card.getNickname().getValues()));
            }
            if (card.getOrganization() != null) {
                put(
                        said,
                        "organisation",
                        String.join(", ", card.getOrganization().getValues()));
            }
            put(said, "e-mail", joined(card.getEmails().stream().map(Email::getValue)));
            put(
                    said,
                    "messenger",
                    joined(card.getImpps().stream().map(Impp::getUri).map(String::valueOf)));
            put(said, "address", joined(card.getAddresses().stream().map(Reading::address)));
            put(said, "title", joined(card.getTitles().stream().map(TextProperty::getValue)));
            put(said, "note", joined(card.getNotes().stream().map(Note::getValue)));
            return said;
        }

        private static String address(Address address) {
            return Stream.of(
                            address.getStreetAddress(),
                            address.getPostalCode(),
                            address.getLocality(),
                            address.getRegion(),
                            address.getCountry())
                    .filter(part -> !blank(part))
                    .collect(Collectors.joining(", "));
        }

        private static String joined(Stream<@Nullable String> texts) {
            return texts.filter(text -> !blank(text)).distinct().collect(Collectors.joining("; "));
        }

        private static void put(Map<String, String> said, String key, String value) {
            String plain = value.replaceAll("\\s+", " ").strip();
            if (!plain.isEmpty()) {
                said.put(key, plain);
            }
        }

        private void reject(long number, String expected, String message) {
            rejected++;
            issues.add(new ImportIssue(Severity.REJECTED, "", number, "", "", expected, message));
        }

        ImportDraft draft() {
            List<ImportIssue> all = new ArrayList<>();
            all.add(whose());
            if (!repeated.isEmpty()) {
                all.add(new ImportIssue(
                        Severity.NOTE,
                        "",
                        repeated.getFirst(),
                        "",
                        "",
                        "",
                        "Cards equal to an earlier one, kept: " + repeated.size() + "."));
            }
            all.addAll(issues);
            return new ImportDraft(
                    file,
                    KIND,
                    "address book, vCard",
                    options.zone().map(Object::toString).orElse(""),
                    options.country().orElse(""),
                    read,
                    read - rejected,
                    rejected,
                    0,
                    entities.toList(),
                    claims,
                    CallTable.EMPTY,
                    TransferTable.EMPTY,
                    all,
                    Grades.NONE);
        }
    }
}
