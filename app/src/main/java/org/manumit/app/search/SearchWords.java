package org.manumit.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.importers.resolve.TextWord;
import org.manumit.importers.resolve.TextWords;

/**
 * What a user searches for: words that must all stand in one text, in any order; {@code "words in quotes"} as a phrase;
 * {@code word*} for its beginning; {@code name~} for names that are spelled nearly so; a number however it is spaced.
 *
 * @param terms each must be found
 */
record SearchWords(List<Term> terms) {

    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"?|(\\+?\\d[\\d ()./-]*\\d|\\S+)");

    /** How a term is to be met. */
    enum How {
        WORD,
        BEGINNING,
        NEARLY,
        PHRASE,
        NUMBER
    }

    /** One thing to find: folded words. */
    record Term(How how, List<String> words) {
        Term {
            words = List.copyOf(words);
        }
    }

    /** Whether the last word is being typed still, so that its beginning is meant. */
    enum Typing {
        STILL,
        DONE
    }

    SearchWords {
        terms = List.copyOf(terms);
    }

    static SearchWords parse(String text, Typing typing) {
        List<Term> terms = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            boolean last = part.end() == text.length();
            if (part.group(1) != null) {
                add(terms, How.PHRASE, folded(part.group(1)));
                continue;
            }
            String written = part.group(2);
            String number = FoldingAnalyzer.number(written.replaceAll("\\D", ""));
            if (!number.isEmpty() && written.chars().noneMatch(Character::isLetter)) {
                add(terms, How.NUMBER, List.of(number));
                continue;
            }
            How how = written.endsWith("*")
                    ? How.BEGINNING
                    : written.endsWith("~") ? How.NEARLY : last && typing == Typing.STILL ? How.BEGINNING : How.WORD;
            List<String> words = folded(written);
            // what a sign divides stands side by side: Ana-Maria, 05.03.2024
            add(terms, words.size() > 1 ? How.PHRASE : how, words);
        }
        return new SearchWords(terms);
    }

    private static void add(List<Term> terms, How how, List<String> words) {
        if (!words.isEmpty()) {
            terms.add(new Term(how, words));
        }
    }

    private static List<String> folded(String text) {
        return TextWords.of(text).words().stream()
                .map(TextWord::folded)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
