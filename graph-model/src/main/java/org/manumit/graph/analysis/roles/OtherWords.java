package org.manumit.graph.analysis.roles;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Words outside the pick-lists that sources use for roles and ties, with the word of the list that they mean. They stay as
 * written in the file; only what follows from them is the same. Words of lawful life (employs, drives, houses) mean none.
 */
final class OtherWords {

    private static final Map<String, String> TIES = ties();
    private static final Map<String, Role> ROLES = roles();
    private static final Map<String, Role> ACTS = Map.ofEntries(
            Map.entry("recruits", Role.RECRUITER),
            Map.entry("recruited", Role.RECRUITER),
            Map.entry("transports", Role.TRANSPORTER),
            Map.entry("transported", Role.TRANSPORTER),
            Map.entry("exploits", Role.EXPLOITER),
            Map.entry("exploited", Role.EXPLOITER),
            Map.entry("harbours", Role.HARBOURER),
            Map.entry("guards", Role.CONTROLLER),
            Map.entry("watches over", Role.CONTROLLER));

    private OtherWords() {}

    /** The word of the list for the kind of a tie; the word itself where it means none. */
    static String tie(String word) {
        return TIES.getOrDefault(word, word);
    }

    /** The role that somebody plays who is tied to a victim by such a word. */
    static Optional<Role> act(String word) {
        return Optional.ofNullable(ACTS.get(word));
    }

    /** The role a word means that is no role's name. */
    static Optional<Role> role(String word) {
        return Optional.ofNullable(ROLES.get(word));
    }

    private static Map<String, String> ties() {
        Map<String, String> words = new HashMap<>();
        put(words, "tasks", "directs", "commands", "orders", "instructs", "gives orders to", "boss of", "leads");
        put(words, "reports to", "works for", "answers to", "takes orders from", "subordinate of", "acts on orders of");
        put(words, "hires", "engages", "subcontracts", "contracts");
        put(words, "supplies", "provides", "supplies to");
        put(words, "hands over to", "hands to", "passes to", "passes on to", "delivers to", "transfers to");
        put(words, "sells to", "sold to", "resells to");
        put(words, "buys from", "bought from", "purchases from");
        put(words, "funds", "finances", "invests in", "sponsors", "backs");
        put(words, "protects", "shields", "tips off", "warns");
        put(words, "threatens", "intimidates", "beats", "attacks");
        put(
                words,
                "shares profit with",
                "shares profits with",
                "splits profit with",
                "pays share to",
                "pays a share to",
                "pays percentage to",
                "remits to");
        put(
                words,
                "business associate",
                "associate",
                "business partner",
                "works with",
                "accomplice",
                "accomplice of",
                "co offender",
                "collaborates with",
                "cooperates with");
        put(
                words,
                "kin",
                "brother",
                "brother of",
                "sister",
                "sister of",
                "sibling",
                "cousin",
                "cousin of",
                "uncle",
                "uncle of",
                "aunt",
                "aunt of",
                "nephew",
                "niece",
                "father of",
                "mother of",
                "son of",
                "daughter of",
                "parent",
                "parent of",
                "child of",
                "relative",
                "relative of",
                "family",
                "in law");
        put(
                words,
                "partner",
                "wife",
                "wife of",
                "husband",
                "husband of",
                "married",
                "married to",
                "spouse",
                "spouse of");
        return Map.copyOf(words);
    }

    private static void put(Map<String, String> words, String listed, String... others) {
        for (String other : others) {
            words.put(other, listed);
        }
    }

    private static Map<String, Role> roles() {
        Map<String, Role> words = new HashMap<>();
        put(words, Role.TRANSPORTER, "driver", "carrier", "mover", "courier of people");
        put(words, Role.EXPLOITER, "pimp", "brothel owner", "brothel keeper", "exploiting employer", "gangmaster");
        put(words, Role.CONTROLLER, "madam", "manager of victims", "minder", "guard", "supervisor of victims");
        put(words, Role.HARBOURER, "safe house keeper", "harborer");
        put(words, Role.DOCUMENT_FORGER, "forger", "document supplier", "document fraud");
        put(words, Role.MONEY_HANDLER, "launderer", "money launderer", "money manager", "money mover", "cashier");
        put(words, Role.DEBT_COLLECTOR, "collector");
        put(words, Role.ENFORCER, "bodyguard", "lookout");
        put(words, Role.PROTECTOR, "corrupt official", "protection");
        put(words, Role.COORDINATOR, "leader", "boss", "organiser", "organizer", "kingpin", "head");
        put(words, Role.SPONSOR, "financier", "investor", "funder");
        put(words, Role.BROKER, "intermediary", "middleman");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Role> words, Role role, String... others) {
        for (String other : others) {
            words.put(other, role);
        }
    }
}
