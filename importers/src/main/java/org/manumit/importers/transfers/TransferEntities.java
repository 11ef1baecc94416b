package org.manumit.importers.transfers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.tabular.Row;
import org.manumit.importers.tabular.RowRemarks;
import org.manumit.importers.tabular.value.PhoneNumbers;
import org.manumit.importers.tabular.value.PhoneReading;

/**
 * The entities behind the parties of transfers. An account is the party where the row gives one; otherwise the name,
 * as a name only: it may be anybody's who is called so. What a row says about a party besides (whose account, which
 * number, which paper) is stated as a claim, once for each pair, at the first row that says it. Not thread-safe.
 */
final class TransferEntities {

    /** How operators' own systems write the wallet of an international number: FRI:256772111222/MSISDN. */
    private static final Pattern WALLET = Pattern.compile("(?:[A-Z]{2,5}:)?(\\d{9,15})/MSISDN");

    private final SourceId source;
    private final PhoneNumbers numbers;
    private final EntityRegister register = new EntityRegister();
    private final Map<Party, Integer> known = new HashMap<>();
    private final Set<String> stated = new HashSet<>();
    private final Map<Long, Integer> claimsOfRow = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final RowRemarks remarks = new RowRemarks();

    TransferEntities(SourceId source, PhoneNumbers numbers) {
        this.source = source;
        this.numbers = numbers;
    }

    EntityRegister register() {
        return register;
    }

    List<Claim> claims() {
        return claims;
    }

    /** What was noticed about accounts and names. */
    List<ImportIssue> issues() {
        return remarks.issues();
    }

    /** Index of the party, or {@link TransferTable#NONE} when the row names none. */
    int index(Party party, String sheet, long row) {
        if (party.isNobody()) {
            return TransferTable.NONE;
        }
        Integer index = known.get(party);
        if (index == null) {
            index = register(party, sheet, row);
            known.put(party, index);
        }
        return index;
    }

    /** A name of digits only is a number: a telephone's where it surely is one, otherwise an account's. */
    private Party named(Party given) {
        String name = given.name();
        if (Iban.isValid(name)) {
            return new Party(given.account().isEmpty() ? name : given.account(), "", given.phone(), given.paper());
        }
        long digits = name.chars().filter(Character::isDigit).count();
        if (digits < 6 || name.chars().anyMatch(Character::isLetter) || name.indexOf('*') >= 0) {
            return given;
        }
        return given.account().isEmpty() ? new Party(name, "", given.phone(), given.paper()) : given;
    }

    /** Wallets go by the number of the telephone they are on, and are known by it in records of calls. */
    private Party wallet(Party party) {
        Matcher wallet = WALLET.matcher(party.account());
        if (party.phone().isEmpty() && wallet.matches() && numbers.isMobile("+" + wallet.group(1))) {
            return new Party("", party.name(), "+" + wallet.group(1), party.paper());
        }
        return party.phone().isEmpty() && numbers.isMobile(party.account())
                ? new Party("", party.name(), party.account(), party.paper())
                : party;
    }

    private int register(Party given, String sheet, long row) {
        Party party = wallet(named(given));
        if (Iban.verdict(party.account()) == Iban.Verdict.WRONG) {
            remarks.add(
                    Severity.WARNING,
                    Row.of(row),
                    "",
                    party.account(),
                    "Accounts that look like an IBAN whose check digits are wrong, kept as written; a digit may be mistyped");
        }
        EntityId named = null;
        if (!party.name().isEmpty() && !MoneyWords.isCash(party.name())) {
            named = name(party.name());
        }
        EntityId phone = party.phone().isEmpty() ? null : phone(party.phone());
        EntityId paper = party.paper().isEmpty() ? null : thing(EntityKind.PAPER, number(party.paper()), party.paper());
        EntityId account = party.account().isEmpty() ? null : account(party.account());
        if (named != null) {
            if (account != null) {
                state(ClaimType.ACCOUNT, account, Part.HOLDER, named, party.name(), sheet, row);
            }
            if (phone != null) {
                state(ClaimType.PHONE, phone, Part.USER, named, party.name(), sheet, row);
            }
            if (paper != null) {
                state(ClaimType.PAPER, paper, Part.FOR, named, party.name(), sheet, row);
            }
        }
        EntityId chosen = account != null ? account : named != null ? named : phone != null ? phone : paper;
        return chosen == null ? TransferTable.NONE : indexOf(chosen);
    }

    private int indexOf(EntityId id) {
        Integer index = indexes.get(id);
        if (index == null) {
            throw new IllegalStateException("not registered: " + id);
        }
        return index;
    }

    private final Map<EntityId, Integer> indexes = new HashMap<>();

    private EntityId put(Entity entity) {
        indexes.put(entity.id(), register.index(entity));
        return entity.id();
    }

    private EntityId thing(EntityKind kind, String key, String label) {
        return put(new Entity(EntityId.of(kind, key), kind, label, Entity.Standing.DESCRIBED));
    }

    /** An account by its number: an IBAN or a longer number without blanks and dashes, anything else as written. */
    EntityId account(String text) {
        return thing(EntityKind.ACCOUNT, number(text), text);
    }

    /** A person or firm known by name only. */
    EntityId name(String text) {
        EntityKind kind = MoneyWords.isFirm(text) ? EntityKind.ORGANISATION : EntityKind.PERSON;
        return put(new Entity(EntityId.of(kind, "name " + folded(text)), kind, text, Entity.Standing.NAME_ONLY));
    }

    /** Somebody known by the number a bank gives its customers. */
    EntityId customer(String text) {
        return text.chars().noneMatch(Character::isDigit) || text.indexOf(' ') > 0
                ? name(text)
                : put(new Entity(
                        EntityId.of(EntityKind.PERSON, "customer " + folded(text)),
                        EntityKind.PERSON,
                        text,
                        Entity.Standing.REFERENCE_ONLY));
    }

    private EntityId phone(String text) {
        PhoneReading reading = numbers.read(text);
        return thing(EntityKind.PHONE, reading.value(), reading.value());
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Letters and digits in capitals, when the text is mostly digits and so a number; otherwise as written. */
    private static String number(String text) {
        StringBuilder plain = new StringBuilder();
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toUpperCase(c));
                digits += Character.isDigit(c) ? 1 : 0;
            }
        }
        return digits >= 5 && digits * 2 >= plain.length() ? plain.toString() : text.strip();
    }

    private void state(
            ClaimType type, EntityId subject, Part part, EntityId other, String name, String sheet, long row) {
        if (!stated.add(type + " " + subject + " " + other)) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (type == ClaimType.PAPER) {
            values.put("name on it", name);
        }
        // The row's first claim is the transfer itself.
        int number = claimsOfRow.merge(row, 1, Integer::sum) + 1;
        claims.add(new Claim(
                ClaimId.of(source, sheet, row, number),
                type,
                List.of(Claim.Participant.stated(Part.SUBJECT, subject), Claim.Participant.stated(part, other)),
                values,
                Period.UNKNOWN,
                List.of(),
                new Provenance(source, sheet, row, "", ""),
                Grades.NONE));
    }
}
