package org.manumit.importers.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes apart the cells in which reports name people: {@code From: +40722000001 Boss}, several on lines of one cell, each
 * with its part, number and name, and a mark for the telephone's owner.
 */
final class HandsetParties {

    private static final Pattern LINES = Pattern.compile("\\R|_x000[dDaA]_|;");
    private static final Pattern ROLE = Pattern.compile("(?i)\\s*([\\p{L}]{1,12})\\s*:\\s*(.*)");
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("from", "From"),
            Map.entry("von", "From"),
            Map.entry("de", "From"),
            Map.entry("da", "From"),
            Map.entry("od", "From"),
            Map.entry("to", "To"),
            Map.entry("an", "To"),
            Map.entry("a", "To"),
            Map.entry("\u00e0", "To"),
            Map.entry("para", "To"),
            Map.entry("do", "To"));
    private static final Pattern OWNER = Pattern.compile(
            "(?i)\\((?:owner|besitzer|eigent\u00fcmer|propri\u00e9taire|propietario|proprietario|w\u0142a\u015bciciel)\\)");
    /** What AXIOM calls the owner, with or without the number. */
    private static final Pattern LOCAL_USER = Pattern.compile("(?i)local user\\s*(?:[<(](.*?)[)>])?");

    private static final Pattern NUMBERED =
            Pattern.compile("(\\+?[\\d][\\d()\\-. ]{1,20}\\d|\\d{3,})(?:[\\s,]+(\\D.*))?");
    private static final Pattern ADDRESSED = Pattern.compile("(\\S+@\\S+)(?:\\s+(.*))?");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("(.*\\p{L}.*?)\\s*[(<](\\+?[\\d][\\d\\-. ]{3,20}\\d)[)>]");

    private HandsetParties() {}

    /** The people of a cell, each as a record of a report would have it. */
    static List<ExtractionModel> of(String cell, String role) {
        List<ExtractionModel> parties = new ArrayList<>();
        for (String line : LINES.split(cell, -1)) {
            if (!Blank.is(line)) {
                parties.add(party(line.strip(), role));
            }
        }
        return parties;
    }

    /** The telephone's owner. */
    static ExtractionModel owner(String role) {
        ExtractionModel party = new ExtractionModel("Party", "");
        party.field("Role", role);
        party.field("IsPhoneOwner", "true");
        return party;
    }

    private static ExtractionModel party(String line, String role) {
        String text = line;
        String part = role;
        Matcher named = ROLE.matcher(text);
        if (named.matches() && ROLES.containsKey(named.group(1).toLowerCase(Locale.ROOT))) {
            part = ROLES.getOrDefault(named.group(1).toLowerCase(Locale.ROOT), role);
            text = named.group(2);
        }
        ExtractionModel party = new ExtractionModel("Party", "");
        party.field("Role", part);
        Matcher local = LOCAL_USER.matcher(text);
        if (local.matches()) {
            party.field("IsPhoneOwner", "true");
            text = local.group(1) == null ? "" : local.group(1);
        }
        if (OWNER.matcher(text).find()) {
            party.field("IsPhoneOwner", "true");
            text = OWNER.matcher(text).replaceAll("").strip();
        }
        Matcher numbered = NUMBERED.matcher(text);
        Matcher addressed = ADDRESSED.matcher(text);
        Matcher bracketed = IN_BRACKETS.matcher(text);
        if (numbered.matches()) {
            party.field("Identifier", numbered.group(1));
            party.field("Name", numbered.group(2) == null ? "" : numbered.group(2));
        } else if (addressed.matches()) {
            party.field("Identifier", addressed.group(1));
            party.field("Name", addressed.group(2) == null ? "" : addressed.group(2));
        } else if (bracketed.matches()) {
            party.field("Identifier", bracketed.group(2));
            party.field("Name", bracketed.group(1));
        } else {
            party.field("Identifier", text);
        }
        return party;
    }
}
