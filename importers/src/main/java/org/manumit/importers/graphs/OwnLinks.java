package org.manumit.importers.graphs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityId;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.Period;

/**
 * Puts the claims of this program's own exports together again: a claim with several participants was written as a link
 * for each two of them, under the claim's name and theirs ({@code 3fa9c1d20b7e/Recruitment/4/by-victim-1}).
 */
final class OwnLinks {

    private static final Pattern ID =
            Pattern.compile("([0-9a-f]{12}/[^/]*/\\d+(?:\\.\\d+)?)/([a-z_]{2,14})-([a-z_]{2,14})-\\d+");
    private static final Pattern CLAIM = Pattern.compile("[0-9a-f]{12}/[^/]*/\\d+(?:\\.\\d+)?");

    /** A link's name, taken apart. */
    record Name(String claim, Part from, Part to) {}

    /** What comes together under one name. */
    private static final class Assembled {
        private final long row;
        private final ClaimType type;
        private final Set<Participant> participants = new LinkedHashSet<>();
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<EntityId> involved = new ArrayList<>();
        private final List<EntityId> organisers = new ArrayList<>();
        private Period when = Period.UNKNOWN;
        private String page = "";

        Assembled(long row, ClaimType type) {
            this.row = row;
            this.type = type;
        }
    }

    private final TieDraft draft;
    private final Map<String, Assembled> claims = new LinkedHashMap<>();

    OwnLinks(TieDraft draft) {
        this.draft = draft;
    }

    /** The parts of a link's name; empty when it is not one that this program gives. */
    static Optional<Name> name(String id) {
        Matcher m = ID.matcher(id);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Name(
                    m.group(1),
                    Part.valueOf(m.group(2).toUpperCase(Locale.ROOT)),
                    Part.valueOf(m.group(3).toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a name is that of a claim as a whole. */
    static boolean isClaim(String id) {
        return CLAIM.matcher(id).matches();
    }

    /** The type of claim that a link of these parts was written from. */
    static Optional<ClaimType> type(Name name, String role) {
        return Optional.ofNullable(
                switch (name.from()) {
                    case WHO ->
                        switch (name.to()) {
                            case ORGANISATION -> ClaimType.MEMBERSHIP;
                            case WHOM -> ClaimType.TIE;
                            case VICTIM -> ClaimType.ROLE;
                            default -> null;
                        };
                    case BY ->
                        name.to() == Part.VICTIM && role.equals("recruited")
                                ? ClaimType.RECRUITMENT
                                : ClaimType.EXPLOITATION;
                    case PAYER -> name.to() == Part.PAYEE ? ClaimType.PAYMENT : ClaimType.PREMISES;
                    case DEBTOR -> ClaimType.DEBT;
                    case HOLDER, BENEFICIARY -> ClaimType.ACCOUNT;
                    case OWNER, TENANT, RUN_BY, OCCUPANT -> ClaimType.PREMISES;
                    case PLACED_BY -> ClaimType.ADVERT;
                    case MOVED_BY, RECEIVED_BY -> ClaimType.JOURNEY;
                    case SUBJECT ->
                        switch (name.to()) {
                            case HANDSET, SIM, CONTACT -> ClaimType.PHONE;
                            case NUMBER, PREMISES -> ClaimType.ADVERT;
                            default -> null;
                        };
                    default -> null;
                });
    }

    /** A link between two participants of a claim. */
    void link(
            Name name,
            ClaimType type,
            EntityId from,
            EntityId to,
            Map<String, String> values,
            Period when,
            String page,
            long row) {
        Assembled claim = claims.computeIfAbsent(name.claim(), k -> new Assembled(row, type));
        claim.participants.add(Participant.stated(name.from(), from));
        claim.participants.add(Participant.stated(name.to(), to));
        values.forEach(claim.values::putIfAbsent);
        claim.when = claim.when.isUnknown() ? when : claim.when;
        claim.page = claim.page.isEmpty() ? page : claim.page;
    }

    /** A journey, whose traveller and mover further links tell. */
    void journey(
            String id,
            List<EntityId> involved,
            List<EntityId> organisers,
            List<EntityId> vehicles,
            Map<String, String> values,
            Period when,
            String page,
            long row) {
        Assembled claim = claims.computeIfAbsent(id, k -> new Assembled(row, ClaimType.JOURNEY));
        claim.involved.addAll(involved);
        claim.organisers.addAll(organisers);
        vehicles.forEach(v -> claim.participants.add(Participant.stated(Part.VEHICLE, v)));
        values.forEach(claim.values::putIfAbsent);
        claim.when = when;
        claim.page = page;
    }

    /** States everything that came together. */
    void state() {
        for (Assembled claim : claims.values()) {
            rest(claim, claim.involved, Part.WHO, Part.WITH);
            rest(claim, claim.organisers, Part.MOVED_BY, Part.PAID_BY);
            draft.claim(
                    claim.type,
                    List.copyOf(claim.participants),
                    claim.values,
                    claim.when,
                    claim.page,
                    Grades.NONE,
                    "",
                    claim.row);
        }
    }

    /** Whoever no link told of plays the first part, or, where others play that, the second. */
    private static void rest(Assembled claim, List<EntityId> who, Part first, Part second) {
        boolean taken = claim.participants.stream().anyMatch(p -> p.part() == first);
        who.stream()
                .filter(id ->
                        claim.participants.stream().noneMatch(p -> p.entity().equals(id)))
                .toList()
                .forEach(id -> claim.participants.add(Participant.stated(taken ? second : first, id)));
    }
}
