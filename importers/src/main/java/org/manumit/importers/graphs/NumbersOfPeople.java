package org.manumit.importers.graphs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.Entity.Standing;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Part;
import org.manumit.importers.tabular.HeaderText;

/**
 * The telephones, accounts and papers that networks keep as attributes of people and firms: the number in {@code phone=}
 * is the same one that records of calls are about.
 */
final class NumbersOfPeople {

    private static final Set<String> PHONES = words(
            "phone phones telephone telephones telefon telefono telefone telefoon"
                    + " telephon mobile mobiles mobil mobilnummer movil msisdn msisdns tel tels handy gsm cellphone cell phonenumber"
                    + " phoneno mobileno whatsapp viber signal \u0442\u0435\u043b\u0435\u0444\u043e\u043d \u03c4\u03b7\u03bb\u03b5\u03c6\u03c9\u03bd\u03bf");
    private static final Set<String> ACCOUNTS =
            words("iban ibans account accounts acct konto kontonummer compte cuenta conto"
                    + " conta rekening rachunek cont ucet szamla bankaccount accountnumber wallet");
    private static final Set<String> PAPERS =
            words("passport passportnumber reisepass passeport pasaporte passaporto paszport pasaport paper");

    /** What is said about a number and is none itself. */
    private static final Set<String> NONE = words("balance amount sum count counts total type kind name model date time"
            + " status country code provider operator manager duration network holder owner bank email mail user"
            + " username calls first last issued expires expiry");

    private static final Pattern DIALLED = Pattern.compile("\\+?[\\d ()./-]{7,25}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}");

    private NumbersOfPeople() {}

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ", -1)));
    }

    /**
     * Something that somebody uses, holds or shows.
     *
     * @param thing the number
     * @param type of the claim that says so
     * @param part what the somebody is in it
     */
    record Held(Entity thing, ClaimType type, Part part) {}

    /** What the attributes of somebody name, each once. */
    static List<Held> of(Map<String, String> attributes, Naming naming) {
        List<Held> held = new ArrayList<>();
        Set<EntityId> seen = new HashSet<>();
        attributes.forEach((name, value) -> {
            List<String> words = Arrays.asList(HeaderText.plain(name).split(" ", -1));
            if (value.length() > 400 || words.stream().anyMatch(NONE::contains)) {
                return;
            }
            for (String part : value.split("[;|,\\n]", -1)) {
                held(words, part.strip(), naming)
                        .filter(one -> seen.add(one.thing().id()))
                        .ifPresent(held::add);
            }
        });
        return held;
    }

    private static Optional<Held> held(List<String> words, String text, Naming naming) {
        long digits = text.chars().filter(Character::isDigit).count();
        if (digits < 5 || DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        if (Naming.isIban(text) || (words.stream().anyMatch(ACCOUNTS::contains) && digits >= 6)) {
            return Naming.account(text).map(account -> new Held(account, ClaimType.ACCOUNT, Part.HOLDER));
        }
        if (words.stream().anyMatch(PHONES::contains)
                && digits >= 7
                && DIALLED.matcher(text).matches()) {
            return naming.phone(text).map(phone -> new Held(phone, ClaimType.PHONE, Part.USER));
        }
        return words.stream().anyMatch(PAPERS::contains) && text.length() <= 20
                ? Optional.of(new Held(paper(text), ClaimType.PAPER, Part.FOR))
                : Optional.empty();
    }

    private static Entity paper(String text) {
        String plain = text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        return new Entity(EntityId.of(EntityKind.PAPER, plain), EntityKind.PAPER, text, Standing.DESCRIBED);
    }
}
