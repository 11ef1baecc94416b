package org.manumit.importers.graphs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iban4j.IbanFormat;
import org.iban4j.IbanUtil;
import org.manumit.graph.Entity;
import org.manumit.graph.Entity.Standing;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/**
 * Gives what stands in another program's file its name in the case. Numbers that mean the same everywhere (telephone
 * numbers, IBANs, longer account numbers, IMEIs, IMSIs) name the same thing in every file. Ids that this program gave
 * stay what they were. All other keys hold within their file only.
 */
final class Naming {

    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[\\d ()./-]{7,25}");
    private static final Pattern LIKE_IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern EQUIPMENT = Pattern.compile("\\d{14,16}");
    /** The abbreviated hash of a file, or the code of a case, and a key within it. */
    private static final Pattern OWN_KEY = Pattern.compile("[^/]{2,64}/.{1,200}");
    /** A plate or the number of a paper or antenna, and no pseudonym such as {@code vehicle-3}. */
    private static final Pattern OWN_NUMBER = Pattern.compile("(?![a-z-]+-\\d+$)(?=.*\\d).{2,100}");

    private final String scope;
    private final PhoneNumbers numbers;

    /**
     * Names in a file.
     *
     * @param scope within what keys hold: the abbreviated hash of the file, or of the one whose nodes it ties
     */
    Naming(String scope, ImportOptions options) {
        this.scope = scope;
        this.numbers = PhoneNumbers.of(options.country());
    }

    /** Somebody of whom the file does not tell what they are. */
    Entity unnamedKind(String key, String label) {
        if (INTERNATIONAL.matcher(label).matches()) {
            Optional<Entity> phone = phone(label);
            if (phone.isPresent()) {
                return phone.get();
            }
        }
        return isIban(label)
                ? new Entity(
                        EntityId.of(EntityKind.ACCOUNT, plain(label)), EntityKind.ACCOUNT, label, Standing.DESCRIBED)
                : ofKind(key, label, EntityKind.PERSON);
    }

    /** The node of a list. */
    Entity of(NodeList.Node node) {
        return node.kind()
                .map(kind -> ofKind(node.key(), node.label(), kind))
                .orElseGet(() -> unnamedKind(node.key(), node.label()));
    }

    /** Something of a kind that the file tells. */
    Entity ofKind(String key, String label, EntityKind kind) {
        Optional<Entity> everywhere =
                switch (kind) {
                    case PHONE -> phone(label);
                    case ACCOUNT -> account(label);
                    case HANDSET, SIM -> equipment(label, kind);
                    default -> Optional.empty();
                };
        return everywhere
                .or(() -> own(key, label, kind))
                .orElseGet(() -> new Entity(EntityId.of(kind, scope + "/" + key), kind, label, Standing.DESCRIBED));
    }

    /** A telephone number as the case writes it; empty when the text is none that holds everywhere. */
    Optional<Entity> phone(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        PhoneReading reading = numbers.read(text);
        return switch (reading.form()) {
            case NORMALISED ->
                Optional.of(new Entity(
                        EntityId.of(EntityKind.PHONE, reading.value()),
                        EntityKind.PHONE,
                        reading.value(),
                        Standing.DESCRIBED));
            case AS_WRITTEN, SHORT_CODE ->
                reading.value().chars().filter(Character::isDigit).count() >= 3
                        ? Optional.of(new Entity(
                                EntityId.of(EntityKind.PHONE, reading.value()),
                                EntityKind.PHONE,
                                reading.value(),
                                Standing.DESCRIBED))
                        : Optional.empty();
            case NAME, WITHHELD, TRUNCATED -> Optional.empty();
        };
    }

    /** An account by its number; empty when the text is too little of a number to name one everywhere. */
    static Optional<Entity> account(String text) {
        String plain = plain(text);
        long digits = plain.chars().filter(Character::isDigit).count();
        return digits >= 5 && digits * 2 >= plain.length()
                ? Optional.of(new Entity(
                        EntityId.of(EntityKind.ACCOUNT, plain), EntityKind.ACCOUNT, text.strip(), Standing.DESCRIBED))
                : Optional.empty();
    }

    private static Optional<Entity> equipment(String text, EntityKind kind) {
        String digits = text.replaceAll("[\\s-]", "");
        return EQUIPMENT.matcher(digits).matches()
                ? Optional.of(new Entity(EntityId.of(kind, digits), kind, digits, Standing.DESCRIBED))
                : Optional.empty();
    }

    /** An id of this program's own exports. */
    private static Optional<Entity> own(String key, String label, EntityKind kind) {
        String prefix = kind.prefix() + ":";
        if (!key.startsWith(prefix)) {
            return Optional.empty();
        }
        String rest = key.substring(prefix.length());
        boolean numbered =
                switch (kind) {
                    case VEHICLE, PAPER, CELL_SITE -> OWN_NUMBER.matcher(rest).matches();
                    default -> false;
                };
        return numbered || OWN_KEY.matcher(rest).matches()
                ? Optional.of(new Entity(new EntityId(key), kind, label, Standing.DESCRIBED))
                : Optional.empty();
    }

    /** Whether a text is an international account number with right check digits. */
    static boolean isIban(String text) {
        String plain = plain(text);
        return LIKE_IBAN.matcher(plain).matches() && IbanUtil.isValid(plain, IbanFormat.None);
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
