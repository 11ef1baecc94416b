package org.manumit.graph;

import static org.manumit.graph.Part.ABOUT;
import static org.manumit.graph.Part.BENEFICIARY;
import static org.manumit.graph.Part.BY;
import static org.manumit.graph.Part.CONTACT;
import static org.manumit.graph.Part.CREDITOR;
import static org.manumit.graph.Part.DEBTOR;
import static org.manumit.graph.Part.FOR;
import static org.manumit.graph.Part.HANDSET;
import static org.manumit.graph.Part.HELD_BY;
import static org.manumit.graph.Part.HOLDER;
import static org.manumit.graph.Part.MADE_BY;
import static org.manumit.graph.Part.MOVED_BY;
import static org.manumit.graph.Part.NUMBER;
import static org.manumit.graph.Part.OCCUPANT;
import static org.manumit.graph.Part.OWNER;
import static org.manumit.graph.Part.PAID_BY;
import static org.manumit.graph.Part.PAYEE;
import static org.manumit.graph.Part.PAYER;
import static org.manumit.graph.Part.PLACED_BY;
import static org.manumit.graph.Part.RECEIVED_BY;
import static org.manumit.graph.Part.RUN_BY;
import static org.manumit.graph.Part.SIM;
import static org.manumit.graph.Part.SUBJECT;
import static org.manumit.graph.Part.TENANT;
import static org.manumit.graph.Part.USER;
import static org.manumit.graph.Part.VICTIM;
import static org.manumit.graph.Part.WHO;
import static org.manumit.graph.Part.WHOM;
import static org.manumit.graph.Part.WITH;

import java.util.List;

/**
 * What a claim states. Most types are the rows of one sheet of the case workbook; subscriber lists, account lists,
 * antenna lists, graphs of other tools and texts yield claims of the same types. The names of a claim's values are the
 * workbook's column names in lower case ({@code how}, {@code promised}).
 */
public enum ClaimType {
    /** A key and value about the case itself; no participants. */
    CASE,
    /** A document that the case cites: {@code SUBJECT}. */
    DOCUMENT,
    /** Who a person is: {@code SUBJECT}; name, aliases, status, ... */
    PERSON,
    /** What an organisation is: {@code SUBJECT}. */
    ORGANISATION,
    /** {@code WHO} belongs to {@code ORGANISATION}; as. */
    MEMBERSHIP(new Pair(WHO, Part.ORGANISATION)),
    /** A stated role: {@code WHO}, and {@code VICTIM} if for some only; role, phase, country, knowledge. */
    ROLE(new Pair(WHO, VICTIM)),
    /** {@code BY} recruited {@code VICTIM}; how, promised, place, country. */
    RECRUITMENT(new Pair(VICTIM, BY), new Pair(BY, BY)),
    /** {@code WHO} stands to {@code WHOM} as {@code kind} says; nature. A link of another tool's graph is a tie too. */
    TIE(new Pair(WHO, WHOM)),
    /** A number and who used it: {@code SUBJECT}, {@code USER}, {@code HANDSET}, {@code SIM}, {@code CONTACT}s held. */
    PHONE(new Pair(SUBJECT, USER), new Pair(SUBJECT, HANDSET), new Pair(SUBJECT, SIM), new Pair(SUBJECT, CONTACT)),
    /** An account: {@code SUBJECT}, {@code HOLDER}, {@code BENEFICIARY} (who really profits). */
    ACCOUNT(new Pair(SUBJECT, HOLDER), new Pair(SUBJECT, BENEFICIARY)),
    /** Premises: {@code SUBJECT}, {@code OWNER}, {@code TENANT}, {@code RUN_BY}, {@code PAYER}, {@code OCCUPANT}. */
    PREMISES(
            new Pair(SUBJECT, OWNER),
            new Pair(SUBJECT, TENANT),
            new Pair(SUBJECT, RUN_BY),
            new Pair(SUBJECT, PAYER),
            new Pair(SUBJECT, OCCUPANT)),
    /** A vehicle: {@code SUBJECT}, {@code OWNER}, {@code USER}. */
    VEHICLE(new Pair(SUBJECT, OWNER), new Pair(SUBJECT, USER)),
    /** A paper: {@code SUBJECT}, {@code FOR} whom, {@code HELD_BY}, {@code MADE_BY}; kind, quality, name on it. */
    PAPER(new Pair(SUBJECT, FOR), new Pair(SUBJECT, HELD_BY), new Pair(SUBJECT, MADE_BY)),
    /** An advert: {@code SUBJECT}, {@code NUMBER}, {@code PREMISES}, {@code PLACED_BY}; where, text, aim. */
    ADVERT(new Pair(SUBJECT, NUMBER), new Pair(SUBJECT, Part.PREMISES), new Pair(SUBJECT, PLACED_BY)),
    /**
     * A journey: {@code WHO} travelled, {@code MOVED_BY}, {@code RECEIVED_BY}, {@code WITH}, {@code VEHICLE},
     * {@code PAID_BY}.
     */
    JOURNEY(
            new Pair(WHO, MOVED_BY),
            new Pair(WHO, RECEIVED_BY),
            new Pair(MOVED_BY, RECEIVED_BY),
            new Pair(WHO, WITH),
            new Pair(WHO, PAID_BY),
            new Pair(MOVED_BY, Part.VEHICLE)),
    /** {@code BY} exploited {@code VICTIM} at {@code PREMISES}; form, control, earned, kept by victim. */
    EXPLOITATION(new Pair(VICTIM, BY), new Pair(BY, BY), new Pair(BY, Part.PREMISES)),
    /**
     * A payment as a case file tells it: {@code PAYER} really paid {@code PAYEE}; {@code NOMINAL_PAYER} and
     * {@code NOMINAL_PAYEE} are the names the record shows when they are others. Nominal parties are tied to nobody by
     * it: a name on a transfer proves no act (003, l. 8010-8011).
     */
    PAYMENT(new Pair(PAYER, PAYEE)),
    /** {@code DEBTOR} owes {@code CREDITOR}. */
    DEBT(new Pair(DEBTOR, CREDITOR)),
    /** Something happened: {@code SUBJECT} is the event, {@code WHO} took part, {@code ABOUT} whom or what. */
    EVENT,
    /** {@code WHO} said something {@code ABOUT} others; version, says, before benefits. */
    STATEMENT,
    /** Where an antenna stands: {@code SUBJECT}; latitude, longitude in degrees. */
    CELL_SITE,
    /**
     * A passage of a document's text: {@code SUBJECT} is the document; text. With {@code ABOUT}, or a {@code finding}, it is
     * what an analyst accepted that the passage speaks of.
     */
    PASSAGE(new Pair(SUBJECT, ABOUT)),
    /**
     * An analyst confirmed or overruled that {@code WHO} plays a role: role, ruling, reason, by, at; or dismissed what was
     * found in a document ({@code SUBJECT}): finding, ruling, by, at.
     */
    DECISION,
    /** A row whose sheet or meaning is not known: kept as written. */
    OTHER;

    /** Two parts of a claim whose holders it ties to each other. */
    public record Pair(Part one, Part other) {}

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<Pair> ties;

    ClaimType(Pair... ties) {
        this.ties = List.of(ties);
    }

    /** The pairs of parts whose holders such a claim ties directly to each other. */
    public List<Pair> ties() {
        return ties;
    }
}
