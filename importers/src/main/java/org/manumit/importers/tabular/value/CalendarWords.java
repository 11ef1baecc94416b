package org.manumit.importers.tabular.value;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Names of months and weekdays in the languages of Europe, full and short, without accents and case. */
public final class CalendarWords {

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ro", "bg", "hu", "cs", "sk", "el", "sl", "hr", "sr", "da",
            "sv", "nb", "fi", "et", "lv", "lt", "ru", "uk", "tr", "sq", "mk", "ca");

    /** A name that stands for different months in different languages, as <i>listopad</i> does. */
    private static final int AMBIGUOUS = -1;

    private final Map<String, Integer> months = new HashMap<>();
    private final Set<String> weekdays = new HashSet<>();

    /** Collects them; takes some milliseconds, so keep it. */
    public CalendarWords() {
        for (String language : LANGUAGES) {
            Locale locale = Locale.of(language);
            for (TextStyle style : new TextStyle[] {
                TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
            }) {
                for (Month month : Month.values()) {
                    addMonth(month.getDisplayName(style, locale), month.getValue());
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    weekdays.add(plain(day.getDisplayName(style, locale)));
                }
            }
        }
        // Spellings seen in exports beside those of the calendar tables.
        addMonth("sept", 9);
        addMonth("mrz", 3);
        addMonth("maerz", 3);
        weekdays.removeAll(months.keySet());
    }

    private void addMonth(String name, int number) {
        String key = plain(name);
        if (key.length() < 3 || Character.isDigit(key.charAt(0))) {
            return;
        }
        months.merge(key, number, (a, b) -> a.equals(b) ? a : (Integer) AMBIGUOUS);
    }

    /** 1 to 12, or empty when the word names no month or different ones in different languages. */
    public OptionalInt month(String word) {
        int number = months.getOrDefault(plain(word), AMBIGUOUS);
        return number == AMBIGUOUS ? OptionalInt.empty() : OptionalInt.of(number);
    }

    boolean isWeekday(String word) {
        return weekdays.contains(plain(word));
    }

    private static String plain(String word) {
        String decomposed = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c == '\u0142' ? 'l' : c));
            }
        }
        return plain.toString();
    }
}
