package org.manumit.importers.graphs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.EntityKind;

/** What other programs' words for kinds of things mean here, where that is clear. */
final class ThingWords {

    private static final Map<String, EntityKind> KINDS = kinds();

    private ThingWords() {}

    private static Map<String, EntityKind> kinds() {
        Map<String, EntityKind> kinds = new HashMap<>();
        put(
                kinds,
                EntityKind.PERSON,
                "person people man woman male female child suspect victim witness individual human actor trafficker");
        put(
                kinds,
                EntityKind.ORGANISATION,
                "organisation organization company business firm group gang bank agency office authority publicbody"
                        + " corporation club ngo buildingsociety organisedcrimegroup");
        put(kinds, EntityKind.PHONE, "phone telephone mobile mobilephone cellphone msisdn phonenumber telephonenumber");
        put(kinds, EntityKind.HANDSET, "handset device imei");
        put(kinds, EntityKind.SIM, "sim simcard imsi");
        put(kinds, EntityKind.ACCOUNT, "account bankaccount iban creditcard cryptowallet wallet");
        put(
                kinds,
                EntityKind.PREMISES,
                "premises house address building flat apartment realestate property location place hotel brothel");
        put(kinds, EntityKind.VEHICLE, "vehicle car van lorry truck motorcycle ship vessel boat airplane aircraft");
        put(kinds, EntityKind.PAPER, "paper passport identitycard idcard visa identification licence drivinglicence");
        put(kinds, EntityKind.ADVERT, "advert advertisement ad");
        put(kinds, EntityKind.CELL_SITE, "cellsite celltower antenna mast");
        put(kinds, EntityKind.DOCUMENT, "document file report statement");
        put(kinds, EntityKind.EVENT, "event meeting incident journey trip");
        return Map.copyOf(kinds);
    }

    private static void put(Map<String, EntityKind> kinds, EntityKind kind, String words) {
        for (String word : words.split(" ", -1)) {
            kinds.put(word, kind);
        }
    }

    /** The kind that a word names; empty when it names none that is known. */
    static Optional<EntityKind> kind(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        EntityKind kind = KINDS.get(plain);
        return kind != null || !plain.endsWith("s")
                ? Optional.ofNullable(kind)
                : Optional.ofNullable(KINDS.get(plain.substring(0, plain.length() - 1)));
    }
}
