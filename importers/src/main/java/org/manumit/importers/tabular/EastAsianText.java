package org.manumit.importers.tabular;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Finds the set of several bytes a character in which Chinese, Japanese or Korean words are written, by what such words
 * are made of: Korean of syllables, Japanese of kana between the ideographs, Chinese of the ideographs in daily use, which
 * stand together in their sets. A text of single bytes rarely has words of an even number of them only, and so leaves
 * something unreadable.
 */
final class EastAsianText {

    /** Fewer characters than these prove nothing. */
    private static final int LEAST = 4;

    private static final Charset KOREAN = Charset.forName("x-windows-949");
    private static final List<Charset> JAPANESE = List.of(Charset.forName("windows-31j"), Charset.forName("EUC-JP"));
    private static final Charset TRADITIONAL = Charset.forName("Big5");
    private static final Charset SIMPLIFIED = Charset.forName("GB18030");

    /** The syllables that make most of Korean texts; what is no Korean has the others as often. */
    private static final String SYLLABLES =
            "\uac00\uac01\uac04\uac10\uac15\uac1c\uac70\uac74\uac8c\uaca9\uacb0\uacbd\uacc4\uace0\uacf5\uacfc"
                    + "\uad00\uad50\uad6c\uad6d\uad70\uad8c\uaddc\uadf8\uadf9\uadfc\uae08\uae09\uae30\uae40\ub098\ub0a8"
                    + "\ub0b4\ub144\ub178\ub294\ub2a5\ub2c8\ub2e4\ub2e8\ub2ec\ub2f4\ub2f9\ub300\ub3c4\ub3d9\ub418\ub41c"
                    + "\ub450\ub4dc\ub4dd\ub4e4\ub4f1\ub77c\ub77d\ub780\ub78c\ub798\ub7c9\ub7ec\ub825\ub828\ub839\ub840"
                    + "\ub85c\ub85d\ub8cc\ub958\ub974\ub978\ub97c\ub984\ub9ac\ub9b0\ub9bc\ub9c8\ub9cc\ub9d0\ub9e4\uba74"
                    + "\uba85\ubaa8\ubaa9\ubb34\ubb38\ubb3c\ubbf8\ubbfc\ubc0f\ubc14\ubc15\ubc18\ubc1c\ubc29\ubc30\ubc88"
                    + "\ubc95\ubcc0\ubcc4\ubcf4\ubcf5\ubcf8\ubd80\ubd81\ubd84\ubd88\ube44\uc0ac\uc0b0\uc0c1\uc0c8\uc0dd"
                    + "\uc11c\uc11d\uc120\uc124\uc131\uc138\uc18c\uc18d\uc1a1\uc218\uc21c\uc220\uc2a4\uc2b9\uc2dc\uc2dd"
                    + "\uc2e0\uc2e4\uc2ec\uc544\uc548\uc54c\uc558\uc561\uc57d\uc591\uc5b4\uc5b8\uc5c5\uc5c6\uc5c8\uc5d0"
                    + "\uc5ec\uc5ed\uc5f0\uc5f4\uc601\uc608\uc624\uc640\uc644\uc678\uc694\uc6a9\uc6b0\uc6b4\uc6b8\uc6d0"
                    + "\uc6d4\uc704\uc720\uc721\uc724\uc73c\uc740\uc744\uc74c\uc751\uc758\uc774\uc778\uc77c\uc784\uc785"
                    + "\uc788\uc790\uc791\uc794\uc7a5\uc7ac\uc800\uc801\uc804\uc808\uc810\uc815\uc81c\uc870\uc885\uc8fc"
                    + "\uc900\uc911\uc989\uc9c0\uc9c1\uc9c4\uc9d1\ucc28\ucc29\ucc2c\ucc3d\ucc44\ucc98\ucc9c\ucca0\uccad"
                    + "\uccb4\ucd08\ucd1d\ucd5c\ucd94\ucd95\ucd9c\ucda9\ucde8\uce58\uce5c\uce74\ucf54\ud06c\ud0c0\ud0c1"
                    + "\ud130\ud1a0\ud1b5\ud2b9\ud2b8\ud2f0\ud30c\ud310\ud314\ud398\ud3b8\ud3c9\ud3ec\ud45c\ud488\ud504"
                    + "\ud53c\ud544\ud558\ud559\ud55c\ud560\ud568\ud569\ud56d\ud574\ud589\ud5a5\ud5c8\ud604\ud615\ud638"
                    + "\ud63c\ud64d\ud654\ud655\ud658\ud65c\ud669\ud68c\ud6a8\ud6c4\ud734\ud765\ud788";

    private EastAsianText() {}

    /** The set that a sample of words is written in; empty when it is none of these, or cannot be told. */
    static Optional<Charset> charsetOf(byte[] sample) {
        if (isKorean(sample)) {
            return Optional.of(KOREAN);
        }
        for (Charset charset : JAPANESE) {
            String text = new String(sample, charset);
            long wide = wide(text);
            // Half-width kana are single bytes, letters in other sets: they prove nothing.
            long kana = text.chars()
                    .filter(EastAsianText::isKana)
                    .filter(c -> !isHalfWidthKana(c))
                    .count();
            if (isPure(text) && kana * 100 >= wide * 15) {
                return Optional.of(charset);
            }
        }
        if (areCommon(sample, TRADITIONAL, 0xA4, 0xC6, 0x40)
                && trailsInAscii(new String(sample, TRADITIONAL), TRADITIONAL)) {
            return Optional.of(TRADITIONAL);
        }
        return areCommon(sample, SIMPLIFIED, 0xB0, 0xD7, 0xA1) ? Optional.of(SIMPLIFIED) : Optional.empty();
    }

    /** Whether the text has words of these scripts, hardly anything unreadable, and no ideographs within Latin words. */
    static boolean isPure(String text) {
        long wide = wide(text);
        long others = text.chars().filter(c -> c >= 0x80 && !isEastAsian(c)).count();
        return wide >= LEAST && others * 20 <= wide && mixedWords(text) * 20 <= wide;
    }

    private static boolean isKorean(byte[] sample) {
        String text = new String(sample, KOREAN);
        long hangul = text.chars().filter(EastAsianText::isHangul).count();
        long common = text.chars().filter(c -> SYLLABLES.indexOf(c) >= 0).count();
        return isPure(text) && hangul * 10 >= wide(text) * 9 && common * 10 >= hangul * 6;
    }

    private static boolean isHangul(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    }

    /** Whether most ideographs have codes where the set keeps those of daily use. */
    private static boolean areCommon(byte[] sample, Charset charset, int from, int to, int leastTrail) {
        String text = new String(sample, charset);
        if (!isPure(text)) {
            return false;
        }
        long ideographs = text.chars().filter(Character::isIdeographic).count();
        long common = text.chars()
                .filter(Character::isIdeographic)
                .filter(c -> {
                    byte[] code = Character.toString(c).getBytes(charset);
                    return code.length == 2
                            && (code[0] & 0xFF) >= from
                            && (code[0] & 0xFF) <= to
                            && (code[1] & 0xFF) >= leastTrail;
                })
                .count();
        return ideographs >= LEAST && common * 100 >= ideographs * 85;
    }

    /** Whether a part of the second bytes are ASCII, as none of the common ones of mainland sets is. */
    private static boolean trailsInAscii(String text, Charset charset) {
        long ascii = text.chars()
                .filter(Character::isIdeographic)
                .filter(c -> {
                    byte[] code = Character.toString(c).getBytes(charset);
                    return code.length == 2 && code[1] >= 0;
                })
                .count();
        return ascii * 10 >= text.chars().filter(Character::isIdeographic).count();
    }

    private static long wide(String text) {
        return text.chars().filter(EastAsianText::isEastAsian).count();
    }

    /** Ideographs beside a Latin letter: words of another language, read in the wrong set. */
    private static long mixedWords(String text) {
        long mixed = 0;
        for (int i = 1; i < text.length(); i++) {
            char one = text.charAt(i - 1);
            char two = text.charAt(i);
            mixed += (Character.isIdeographic(one) && two < 0x80 && Character.isLetter(two))
                            || (Character.isIdeographic(two) && one < 0x80 && Character.isLetter(one))
                    ? 1
                    : 0;
        }
        return mixed;
    }

    private static boolean isKana(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }

    private static boolean isHalfWidthKana(int c) {
        return c >= 0xFF61 && c <= 0xFF9F;
    }

    private static boolean isEastAsian(int c) {
        return Character.isIdeographic(c)
                || isKana(c)
                || isHangul(c)
                || (c >= 0x3000 && c < 0x3040)
                || c == 0x30FB
                || c == 0x30FC
                || (c >= 0xFF00 && c < 0xFFF0);
    }
}
