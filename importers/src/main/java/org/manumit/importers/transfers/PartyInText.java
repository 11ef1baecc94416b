package org.manumit.importers.transfers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.importers.transfers.MoneyWords.Direction;

/**
 * The other side of a payment as wallets and mobile money write it into the description: "to" or "from" a number, with a
 * name before or after it. A number of which digits are hidden is nobody's; the name beside it stays.
 */
final class PartyInText {

    private static final String NUMBER = "(\\+?\\d{9,14}|\\d{3,7}[*xX]{2,7}\\d{2,4})(?![\\d*])";
    private static final String NAME = "([\\p{L}][\\p{L} .'\\u2019-]{1,60})";

    private static final Pattern PAID_TO = after("to");
    private static final Pattern CAME_FROM = after("from");

    private PartyInText() {}

    private static Pattern after(String word) {
        return Pattern.compile("(?i)\\b" + word + "\\b[ :-]*(?:" + NUMBER + "(?:[ :-]+" + NAME
                + ")?\\s*(?:$|(?=[,;(]))|" + NAME + "[ :-]+" + NUMBER + ")");
    }

    /** The party that the text names on the side where the money went or came from. */
    static Optional<Party> of(String text, Direction direction) {
        Matcher matcher =
                switch (direction) {
                    case OUT -> PAID_TO.matcher(text);
                    case IN -> CAME_FROM.matcher(text);
                };
        // "from 0712... to 0733 ..." : what follows the word must be the number itself, or its holder's name.
        if (!matcher.find()) {
            return Optional.empty();
        }
        String number = matcher.group(1) == null ? matcher.group(4) : matcher.group(1);
        String name = matcher.group(1) == null ? matcher.group(3) : matcher.group(2);
        String shown = name == null ? "" : name.strip();
        boolean hidden = number.chars().anyMatch(c -> c == '*' || c == 'x' || c == 'X');
        if (hidden && shown.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Party(hidden ? "" : number, shown, "", ""));
    }
}
