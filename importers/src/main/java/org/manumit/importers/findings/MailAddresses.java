package org.manumit.importers.findings;

import java.util.List;
import java.util.Locale;
import org.manumit.graph.EntityId;
import org.manumit.importers.resolve.KnownNumbers;

/** E-mail addresses: outward from each {@code @}, so that the cost grows with the text alone. */
final class MailAddresses {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_HOST = 253;
    private static final String NAME_SIGNS = "._%+-";

    private MailAddresses() {}

    static void find(Spots spots, KnownNumbers known) {
        String text = spots.text();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && at - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
                start--;
            }
            while (start < at && !Character.isLetterOrDigit(text.charAt(start))) {
                start++;
            }
            int end = at + 1;
            while (end < text.length() && end - at < LONGEST_HOST && isHost(text.charAt(end))) {
                end++;
            }
            while (end > at + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
                end--;
            }
            String host = text.substring(at + 1, end);
            int dot = host.lastIndexOf('.');
            if (start == at || dot < 1 || host.length() - dot < 3 || host.contains("..")) {
                continue;
            }
            if (!host.substring(dot + 1).chars().allMatch(Character::isLetter)) {
                continue;
            }
            String address = text.substring(start, end).toLowerCase(Locale.ROOT);
            List<EntityId> bearers = known.bearersOfMail(address);
            spots.add(new Spots.Spot(
                    FindingKind.EMAIL,
                    start,
                    end,
                    address,
                    bearers,
                    Sureness.SURE,
                    bearers.isEmpty() ? "written as an e-mail address" : "an e-mail address that the case knows"));
        }
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || NAME_SIGNS.indexOf(c) >= 0;
    }

    private static boolean isHost(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
