package org.manumit.importers.casefile;

import static org.manumit.importers.casefile.CaseColumn.actor;
import static org.manumit.importers.casefile.CaseColumn.cell;
import static org.manumit.importers.casefile.CaseColumn.pick;
import static org.manumit.importers.casefile.CaseColumn.reference;
import static org.manumit.importers.casefile.CaseColumn.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.ClaimType;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.importers.casefile.CaseColumn.Content;

/**
 * The sheets of the case workbook with their columns, in the order of the template. Names are a contract with
 * workbooks made elsewhere: columns, sheets and pick-list words may be added, none changed.
 */
public enum CaseSheet {
    CASE(
            "Case",
            ClaimType.CASE,
            Optional.empty(),
            "The case itself, a key and its value in each row. Reference and originator together keep the same person"
                    + " the same when a corrected workbook is imported again.",
            pick(
                    "key",
                    "what the value says",
                    "name",
                    "reference",
                    "originator",
                    "grading scheme",
                    "source grade",
                    "information grade",
                    "handling",
                    "country",
                    "time zone"),
            text("value", "the value")),
    SOURCES(
            "Sources",
            ClaimType.DOCUMENT,
            Optional.of(EntityKind.DOCUMENT),
            "Every document the rows rest on. Its grades hold for all rows that name it and carry none of their own.",
            id(),
            text("title", "what the document is called"),
            pick(
                    "kind",
                    "what it is",
                    "statement",
                    "report",
                    "surveillance",
                    "intercept",
                    "record",
                    "seizure",
                    "open source",
                    "intelligence"),
            cell("date", Content.DATE, "when it was written or taken"),
            text("originator", "who made it"),
            pick("use", "what it may serve for", "evidence", "intelligence"),
            cell("admissible in", Content.COUNTRY, "countries whose courts admit it"),
            text("file", "file name or file mark")),
    PEOPLE(
            "People",
            ClaimType.PERSON,
            Optional.of(EntityKind.PERSON),
            "One row for each person, or for a group whose members are not known one by one (count).",
            id(),
            text("name", "as the source gives it"),
            text("aliases", "other names, separated by ;"),
            cell("born", Content.DATE_VALUE, "date of birth, as far as known"),
            cell("age", Content.QUANTITY, "age when the source was made"),
            cell("origin", Content.COUNTRY, "country or region; shown, never scored"),
            cell("country", Content.COUNTRY, "where the person lives"),
            pick(
                    "status",
                    "one or several",
                    "suspect",
                    "charged",
                    "convicted",
                    "victim",
                    "presumed victim",
                    "smuggled migrant",
                    "witness",
                    "informant",
                    "official",
                    "unknown",
                    "bystander"),
            text("occupation", "work"),
            count()),
    ORGANISATIONS(
            "Organisations",
            ClaimType.ORGANISATION,
            Optional.of(EntityKind.ORGANISATION),
            "Groups, families, companies, agencies, authorities and households.",
            id(),
            text("name", "as the source gives it"),
            text("aliases", "other and former names, separated by ;"),
            pick(
                    "kind",
                    "what it is",
                    "crime group",
                    "small group",
                    "family",
                    "company",
                    "agency",
                    "authority",
                    "household",
                    "other"),
            text("sector", "trade or field"),
            cell("country", Content.COUNTRY, "where it is based"),
            pick("legal", "lawful, a front, or neither", "yes", "front", "no"),
            count()),
    MEMBERS(
            "Members",
            ClaimType.MEMBERSHIP,
            Optional.empty(),
            "Who belongs to which organisation, and as what.",
            actor("who", Part.WHO, "person or organisation"),
            reference(
                    "organisation", Part.ORGANISATION, "the organisation", EntityKind.ORGANISATION, EntityKind.PERSON),
            pick(
                    "as",
                    "the capacity",
                    "leader",
                    "member",
                    "owner",
                    "director",
                    "employee",
                    "front",
                    "official",
                    "relative"),
            from(),
            to()),
    ROLES(
            "Roles",
            ClaimType.ROLE,
            Optional.empty(),
            "A role that a source states. Leave out what is only your conclusion: Manumit draws its own and says why.",
            actor("who", Part.WHO, "person or organisation"),
            pick(
                    "role",
                    "the role",
                    "RECRUITER",
                    "TRANSPORTER",
                    "EXPLOITER",
                    "CONTROLLER",
                    "ESCORT",
                    "HARBOURER",
                    "DOCUMENT_FORGER",
                    "MONEY_HANDLER",
                    "DEBT_COLLECTOR",
                    "ENFORCER",
                    "PROTECTOR",
                    "FACILITATOR",
                    "BROKER",
                    "COORDINATOR",
                    "SPONSOR",
                    "VICTIM"),
            actor("victims", Part.VICTIM, "if for some victims only"),
            pick("phase", "part of the process", "recruitment", "movement", "exploitation", "proceeds"),
            cell("country", Content.COUNTRY, "where the role is played"),
            from(),
            to(),
            pick("knowledge", "whether they knew what they helped", "aware", "unaware", "unknown")),
    RECRUITMENT(
            "Recruitment",
            ClaimType.RECRUITMENT,
            Optional.empty(),
            "How victims were found and won.",
            actor("victim", Part.VICTIM, "who was recruited"),
            actor("by", Part.BY, "who recruited"),
            pick(
                    "how",
                    "one or several",
                    "job offer",
                    "marriage",
                    "romance",
                    "study",
                    "family",
                    "agency",
                    "advert",
                    "debt",
                    "abduction",
                    "sale",
                    "other"),
            text("promised", "what was promised"),
            text("place", "where"),
            cell("country", Content.COUNTRY, "where"),
            from(),
            to(),
            count()),
    TIES(
            "Ties",
            ClaimType.TIE,
            Optional.empty(),
            "How two people or organisations stand to each other. The row reads from left to right: who tasks whom.",
            actor("who", Part.WHO, "person or organisation"),
            actor("whom", Part.WHOM, "person or organisation"),
            pick(
                    "kind",
                    "how they are tied",
                    "kin",
                    "partner",
                    "acquaintance",
                    "business associate",
                    "tasks",
                    "reports to",
                    "hires",
                    "supplies",
                    "hands over to",
                    "sells to",
                    "buys from",
                    "funds",
                    "protects",
                    "threatens",
                    "tries to influence",
                    "shares profit with",
                    "controls",
                    "introduces",
                    "meets"),
            pick("nature", "criminal, incidental, or not settled", "criminal", "incidental", "unresolved"),
            from(),
            to(),
            every(),
            times()),
    PHONES(
            "Phones",
            ClaimType.PHONE,
            Optional.of(EntityKind.PHONE),
            "Numbers, who used them and when, and the numbers held in a seized handset.",
            id(),
            text("number", "with country prefix: +40..."),
            actor("user", Part.USER, "who used it"),
            from(),
            to(),
            text("imei", "of the handset"),
            text("imsi", "of the SIM card"),
            pick("prepaid", "yes or no", "yes", "no", "unknown"),
            reference("contacts", Part.CONTACT, "numbers held in the handset, separated by ;", EntityKind.PHONE)),
    ACCOUNTS(
            "Accounts",
            ClaimType.ACCOUNT,
            Optional.of(EntityKind.ACCOUNT),
            "Bank and payment accounts, and who really profits from them.",
            id(),
            text("account", "IBAN or number"),
            actor("holder", Part.HOLDER, "in whose name"),
            text("bank", "where it is held"),
            cell("country", Content.COUNTRY, "where it is held"),
            currency(),
            actor("beneficiary", Part.BENEFICIARY, "who really profits"),
            count()),
    PREMISES(
            "Premises",
            ClaimType.PREMISES,
            Optional.of(EntityKind.PREMISES),
            "Places where people were housed or exploited. A victims' shelter is never entered, here or anywhere.",
            id(),
            text("address", "street and number"),
            text("city", "town"),
            cell("country", Content.COUNTRY, "country"),
            pick(
                    "kind",
                    "what it is",
                    "flat",
                    "house",
                    "brothel",
                    "club",
                    "bar",
                    "restaurant",
                    "shop",
                    "farm",
                    "factory",
                    "hotel",
                    "office",
                    "traffickers' safe house",
                    "other"),
            actor("owner", Part.OWNER, "who owns it"),
            actor("tenant", Part.TENANT, "who rents it"),
            actor("run by", Part.RUN_BY, "who runs it"),
            actor("payer", Part.PAYER, "who pays rent or bills"),
            actor("occupants", Part.OCCUPANT, "who lives or works there"),
            from(),
            to(),
            count()),
    VEHICLES(
            "Vehicles",
            ClaimType.VEHICLE,
            Optional.of(EntityKind.VEHICLE),
            "Vehicles, their owners and users.",
            id(),
            text("plate", "registration plate"),
            cell("country", Content.COUNTRY, "of registration"),
            text("kind", "van, car, lorry, boat"),
            actor("owner", Part.OWNER, "who owns it"),
            actor("user", Part.USER, "who drives it"),
            from(),
            to()),
    PAPERS(
            "Papers",
            ClaimType.PAPER,
            Optional.of(EntityKind.PAPER),
            "Passports, visas, permits, tickets, contracts: whose they are, who holds them, who made them.",
            id(),
            text("number", "of the paper"),
            pick(
                    "kind",
                    "what it is",
                    "passport",
                    "identity card",
                    "visa",
                    "permit",
                    "licence",
                    "certificate",
                    "ticket",
                    "booking",
                    "contract"),
            cell("country", Content.COUNTRY, "that issued it, or seems to"),
            text("name on it", "the name it shows"),
            actor("for", Part.FOR, "who uses it"),
            actor("held by", Part.HELD_BY, "who keeps it"),
            actor("made by", Part.MADE_BY, "who made or procured it"),
            pick("quality", "genuine or not", "genuine", "genuine but fraudulently obtained", "altered", "forged"),
            date("of issue, or when it was seen")),
    ADVERTS(
            "Adverts",
            ClaimType.ADVERT,
            Optional.of(EntityKind.ADVERT),
            "Adverts to recruit people or to find customers.",
            id(),
            text("where", "paper, site, board"),
            text("text", "what it says"),
            reference("number", Part.NUMBER, "telephone number in it", EntityKind.PHONE),
            reference("premises", Part.PREMISES, "premises in it", EntityKind.PREMISES),
            actor("placed by", Part.PLACED_BY, "who placed or paid it"),
            pick("aim", "whom it is to find", "recruitment", "customers"),
            date("when it appeared")),
    JOURNEYS(
            "Journeys",
            ClaimType.JOURNEY,
            Optional.empty(),
            "Who travelled, who moved and received them, from where to where.",
            actor("who", Part.WHO, "who travelled"),
            actor("moved by", Part.MOVED_BY, "who moved them"),
            actor("received by", Part.RECEIVED_BY, "who met them"),
            actor("with", Part.WITH, "who travelled along"),
            text("from place", "where from"),
            cell("from country", Content.COUNTRY, "where from"),
            text("to place", "where to"),
            cell("to country", Content.COUNTRY, "where to"),
            cell("departure", Content.FROM, "when they left"),
            cell("arrival", Content.TO, "when they arrived"),
            text("means", "air, coach, car, lorry, ferry, foot"),
            reference("vehicle", Part.VEHICLE, "the vehicle", EntityKind.VEHICLE),
            actor("paid by", Part.PAID_BY, "who paid the journey"),
            pick(
                    "entry",
                    "how the border was crossed",
                    "legal",
                    "overstay",
                    "visa by fraud",
                    "forged papers",
                    "clandestine",
                    "none"),
            text("group", "same text: travelled together"),
            every(),
            times(),
            count()),
    EXPLOITATION(
            "Exploitation",
            ClaimType.EXPLOITATION,
            Optional.empty(),
            "Who was exploited by whom, where, how, and what became of the money.",
            actor("victim", Part.VICTIM, "who was exploited"),
            actor("by", Part.BY, "who exploited"),
            pick(
                    "form",
                    "one or several",
                    "sexual",
                    "labour",
                    "domestic",
                    "begging",
                    "crime",
                    "marriage",
                    "organs",
                    "adoption",
                    "other"),
            text("place", "where"),
            reference("premises", Part.PREMISES, "the premises", EntityKind.PREMISES),
            cell("country", Content.COUNTRY, "where"),
            from(),
            to(),
            pick(
                    "control",
                    "one or several",
                    "deception",
                    "debt",
                    "violence",
                    "threats",
                    "papers",
                    "confinement",
                    "drugs",
                    "relationship",
                    "ritual",
                    "dependence"),
            cell("earned", Content.QUANTITY, "what the victim's work brought"),
            cell("kept by victim", Content.QUANTITY, "what the victim kept of it"),
            currency(),
            pick("per", "what the amounts are for", "day", "week", "month", "total"),
            count()),
    PAYMENTS(
            "Payments",
            ClaimType.PAYMENT,
            Optional.empty(),
            "Payments as statements and ledgers tell them; bank files are imported as they are.",
            party("payer", Part.PAYER, "who really paid"),
            party("payee", Part.PAYEE, "who really received"),
            party("in the name of", Part.NOMINAL_PAYER, "the sender the record shows, when another"),
            party("received as", Part.NOMINAL_PAYEE, "the recipient the record shows, when another"),
            cell("amount", Content.QUANTITY, "how much"),
            currency(),
            date("when"),
            every(),
            times(),
            cell("share", Content.SHARE, "per cent of proceeds"),
            pick(
                    "purpose",
                    "what for",
                    "proceeds",
                    "profit share",
                    "debt",
                    "wage",
                    "fee per person",
                    "purchase of person",
                    "travel",
                    "papers",
                    "rent",
                    "advert",
                    "bribe",
                    "protection",
                    "enforcement",
                    "laundering",
                    "investment",
                    "family",
                    "compensation"),
            pick("channel", "how", "cash", "bank", "transfer agent", "hawala", "courier", "kind", "unknown")),
    DEBTS(
            "Debts",
            ClaimType.DEBT,
            Optional.empty(),
            "What victims are said to owe, what they paid, and what it really cost.",
            actor("debtor", Part.DEBTOR, "who owes"),
            actor("creditor", Part.CREDITOR, "to whom"),
            cell("amount", Content.QUANTITY, "how much was imposed"),
            currency(),
            pick("per", "for each person or in all", "person", "total"),
            text("for", "what for"),
            date("when it was imposed"),
            cell("paid so far", Content.QUANTITY, "how much was paid or worked off"),
            cell("true cost", Content.QUANTITY, "what it really cost")),
    EVENTS(
            "Events",
            ClaimType.EVENT,
            Optional.of(EntityKind.EVENT),
            "What happened and to whom, the police's own steps included.",
            date("when"),
            pick(
                    "kind",
                    "what happened",
                    "arrest",
                    "raid",
                    "search",
                    "seizure",
                    "rescue",
                    "escape",
                    "call for help",
                    "threat",
                    "violence",
                    "killing",
                    "warning",
                    "meeting",
                    "retraction",
                    "conviction",
                    "deportation",
                    "return"),
            text("place", "where"),
            cell("country", Content.COUNTRY, "where"),
            actor("who", Part.WHO, "who took part"),
            about()),
    STATEMENTS(
            "Statements",
            ClaimType.STATEMENT,
            Optional.empty(),
            "What somebody said, version by version; never overwrite an earlier one.",
            actor("who", Part.WHO, "who said it"),
            date("when it was said"),
            text("version", "1, 2, 3"),
            text("says", "what was said"),
            about(),
            pick("before benefits", "before residence or help was offered", "yes", "no", "unknown"),
            cell("supports", Content.ROW, "rows it supports, as Sheet!row"),
            cell("contradicts", Content.ROW, "rows it contradicts, as Sheet!row"));

    /** The columns that may stand on every sheet, after its own. */
    public static final List<CaseColumn> COMMON = List.of(
            cell("source", Content.SOURCE, "id in Sources"),
            cell("page", Content.PAGE, "page, paragraph or time mark"),
            cell("source grade", Content.SOURCE_GRADE, "when not the source's"),
            cell("information grade", Content.INFORMATION_GRADE, "when not the source's"),
            cell("handling", Content.HANDLING, "when not the source's"),
            text("note", "anything else"));

    /** Times on sheets whose own columns do not name them: {@code from}, {@code to} and {@code date} are always times. */
    private static final List<CaseColumn> ALWAYS_TIMES = List.of(from(), to(), date("when"));

    private static final Map<String, CaseSheet> BY_NAME = byName();

    private final String title;
    private final ClaimType type;
    private final Optional<EntityKind> describes;
    private final String purpose;

    @SuppressWarnings("ImmutableEnumChecker") // List.copyOf never changes
    private final List<CaseColumn> columns;

    @SuppressWarnings("ImmutableEnumChecker") // filled once, never changed
    private final Map<String, CaseColumn> byHeader = new HashMap<>();

    CaseSheet(String title, ClaimType type, Optional<EntityKind> describes, String purpose, CaseColumn... columns) {
        this.title = title;
        this.type = type;
        this.describes = describes;
        this.purpose = purpose;
        this.columns = List.copyOf(Arrays.asList(columns));
        this.columns.forEach(c -> byHeader.put(Folding.heading(c.name()), c));
    }

    /** Its name: {@code People}. */
    public String title() {
        return title;
    }

    /** What its rows state. */
    public ClaimType type() {
        return type;
    }

    /** What each of its rows describes; empty where a row only relates what other rows describe. */
    public Optional<EntityKind> describes() {
        return describes;
    }

    /** What it is for, in a sentence for the user. */
    public String purpose() {
        return purpose;
    }

    /** Its own columns, without {@link #COMMON}. */
    public List<CaseColumn> columns() {
        return columns;
    }

    /** All columns of its template: its own, then {@link #COMMON}. */
    public List<CaseColumn> allColumns() {
        List<CaseColumn> all = new ArrayList<>(columns);
        for (CaseColumn common : COMMON) {
            if (columns.stream().noneMatch(c -> c.name().equals(common.name()))) {
                all.add(common);
            }
        }
        return List.copyOf(all);
    }

    /** The column a header names, whatever its case and spaces. */
    public Optional<CaseColumn> column(String header) {
        String heading = Folding.heading(header);
        CaseColumn own = byHeader.get(heading);
        return own != null ? Optional.of(own) : common(heading);
    }

    /** The column that a header names on any sheet, known or not. */
    static Optional<CaseColumn> common(String header) {
        String heading = Folding.heading(header);
        return COMMON.stream()
                .filter(c -> Folding.heading(c.name()).equals(heading))
                .findFirst()
                .or(() -> ALWAYS_TIMES.stream()
                        .filter(c -> c.name().equals(heading))
                        .findFirst());
    }

    /** The sheet a name means, whatever its case and spaces. */
    public static Optional<CaseSheet> named(String name) {
        return Optional.ofNullable(BY_NAME.get(Folding.heading(name)));
    }

    private static Map<String, CaseSheet> byName() {
        Map<String, CaseSheet> map = new HashMap<>();
        for (CaseSheet sheet : values()) {
            map.put(Folding.heading(sheet.title), sheet);
        }
        return Map.copyOf(map);
    }

    private static CaseColumn id() {
        return cell("id", Content.ID, "any text unique in the workbook");
    }

    private static CaseColumn from() {
        return cell("from", Content.FROM, "2024-03-05, 2024-03, 2024, 1990s, ~2024");
    }

    private static CaseColumn to() {
        return cell("to", Content.TO, "the same, or open for \"still\"");
    }

    private static CaseColumn date(String hint) {
        return cell("date", Content.DATE, hint);
    }

    private static CaseColumn count() {
        return cell("count", Content.QUANTITY, "for how many the row stands: 12, >=8, ~100, 8-10, several, many");
    }

    private static CaseColumn every() {
        return pick("every", "how often", "once", "day", "week", "month", "year", "irregular");
    }

    private static CaseColumn times() {
        return cell("times", Content.QUANTITY, "how many times in all");
    }

    private static CaseColumn currency() {
        return cell("currency", Content.CURRENCY, "EUR, USD, ... (ISO 4217)");
    }

    private static CaseColumn party(String name, Part part, String hint) {
        return reference(name, part, hint, EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.ACCOUNT);
    }

    private static CaseColumn about() {
        return new CaseColumn(
                "about",
                Content.REFERENCE_OR_ROW,
                Optional.of(Part.ABOUT),
                List.of(EntityKind.PERSON, EntityKind.ORGANISATION),
                List.of(),
                "whom or what: ids, names or Sheet!row");
    }
}
