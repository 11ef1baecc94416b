package org.manumit.importers.calls;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a written-out chat lays out who wrote what, and when. */
enum ChatForm {
    /** Day, time and writer open each message: WhatsApp, Signal, KakaoTalk on telephones. */
    OPENED,
    /** A line with the day stands above its messages, each opened by the time of day: LINE, KakaoTalk on computers. */
    UNDER_DAYS,
    /** A line with writer and time stands above each message: WeChat, QQ, Viber, what is copied from Telegram. */
    UNDER_WRITERS;

    /** Lines that may stand above the first message. */
    private static final int MOST_ABOVE = 8;

    private static final String CLOCK = "(?:\\p{L}{2,3} ?)?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?\\p{L}\\.? ?\\p{L}\\.?)?";
    private static final String DAY = "(?:\\d{1,4}[./-]\\s?\\d{1,2}[./-]\\s?\\d{1,4}\\.?"
            + "|\\d{4}[\ub144\u5e74]\\s?\\d{1,2}[\uc6d4\u6708]\\s?\\d{1,2}[\uc77c\u65e5])";
    private static final String WEEKDAY = "[(\\[]?\\p{L}[\\p{L}\\p{M}]{0,14}\\.?[)\\]]?";

    private static final Pattern DAY_LINE =
            Pattern.compile("[-=\\s]*(?:" + WEEKDAY + ",?\\s*)?(" + DAY + ")(?:,?\\s*" + WEEKDAY + ")?[-=\\s]*");
    private static final Pattern TABBED = Pattern.compile("(" + CLOCK + ")\\t([^\\t]{1,60})(?:\\t(.*))?");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]{1,60})\\] \\[(" + CLOCK + ")\\] (.*)");
    private static final Pattern TIME_FIRST =
            Pattern.compile("\\[?(" + DAY + ",?\\s" + CLOCK + ")\\]?\\s+([^:\\t]{1,60}?)\\s*:?");
    private static final Pattern WRITER_FIRST =
            Pattern.compile("([^:\\t\\[]{1,60}?),?\\s+\\[?\\(?(" + DAY + ",?\\s" + CLOCK + ")\\)?\\]?\\s*:?");

    /** What the beginning of a file must hold for its lines to be looked at. */
    private static final Pattern SIGN = Pattern.compile(
            "(?m)^\\[?.{0,30}\\d{1,4}[./-]\\s?\\d{1,2}[./-]\\s?\\d{1,4}.{0,60}$|^.{0,12}\\d{1,2}:\\d{2}.{0,10}\\t|\\] \\[.{0,12}\\d{1,2}:\\d{2}");

    /** Whether the beginning of a file looks as if it may be a chat at all. */
    static boolean maybeIn(String head) {
        return SIGN.matcher(head).find();
    }

    /** The form that the first lines of a text have; empty when it is no chat. */
    static Optional<ChatForm> of(List<String> first) {
        List<String> lines = first.stream().filter(line -> !line.isBlank()).toList();
        Map<ChatForm, Integer> messages = new EnumMap<>(ChatForm.class);
        for (ChatForm form : values()) {
            messages.put(form, form.messages(lines));
        }
        for (ChatForm form : values()) {
            int written = messages.getOrDefault(form, 0);
            if (written >= 2 && written * 5 >= lines.size()) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    /** How many lines open a message that somebody wrote; 0 where the text does not begin as a chat does. */
    private int messages(List<String> lines) {
        Lines reading = new Lines(this);
        int written = 0;
        int before = 0;
        int bare = 0;
        boolean opened = false;
        for (String line : lines) {
            Optional<ChatLine> message = reading.opening(line);
            if (message.isPresent()) {
                written += message.get().writer().isEmpty() ? 0 : 1;
                bare += opened ? 1 : 0;
            } else if (written == 0) {
                before++;
            }
            opened = message.isPresent();
        }
        return switch (this) {
            case OPENED -> before > 0 ? 0 : written;
            case UNDER_DAYS -> before > MOST_ABOVE ? 0 : written;
            // A list of who wrote when, with nothing below, is no chat.
            case UNDER_WRITERS -> before > MOST_ABOVE || bare * 4 > written ? 0 : written;
        };
    }

    /** The lines of one chat, one after the other. Not thread-safe. */
    static final class Lines {
        private final ChatForm form;
        private String day = "";

        Lines(ChatForm form) {
            this.form = form;
        }

        /** The line as the opening of a message; empty when it goes on with the one before, or is a day. */
        Optional<ChatLine> opening(String line) {
            return switch (form) {
                case OPENED -> ChatLine.of(line);
                case UNDER_DAYS -> underDay(ChatLine.visible(line, '\t'));
                case UNDER_WRITERS -> underWriter(ChatLine.visible(line, '\t'));
            };
        }

        /** Whether the line is a day, which belongs to no message. */
        boolean isDay(String line) {
            return form == UNDER_DAYS
                    && DAY_LINE.matcher(ChatLine.visible(line, '\t')).matches();
        }

        private Optional<ChatLine> underDay(String line) {
            Matcher days = DAY_LINE.matcher(line);
            if (days.matches()) {
                day = days.group(1);
                return Optional.empty();
            }
            if (day.isEmpty()) {
                return Optional.empty();
            }
            Matcher bracketed = BRACKETED.matcher(line);
            if (bracketed.matches()) {
                return Optional.of(new ChatLine(
                        day + " " + bracketed.group(2), bracketed.group(1).strip(), bracketed.group(3), false));
            }
            Matcher tabbed = TABBED.matcher(line);
            if (!tabbed.matches()) {
                return Optional.empty();
            }
            String time = day + " " + tabbed.group(1);
            return Optional.of(
                    tabbed.group(3) == null
                            ? new ChatLine(time, "", tabbed.group(2), true)
                            : new ChatLine(time, tabbed.group(2).strip(), tabbed.group(3), false));
        }

        private static Optional<ChatLine> underWriter(String line) {
            Matcher time = TIME_FIRST.matcher(line);
            if (time.matches()) {
                return Optional.of(new ChatLine(time.group(1), time.group(2).strip(), "", false));
            }
            Matcher writer = WRITER_FIRST.matcher(line);
            return writer.matches()
                    ? Optional.of(new ChatLine(writer.group(2), writer.group(1).strip(), "", false))
                    : Optional.empty();
        }
    }
}
