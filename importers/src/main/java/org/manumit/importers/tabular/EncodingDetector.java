package org.manumit.importers.tabular;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out in which characters a text file is written: byte order mark, UTF-16 by its zero bytes, UTF-8 by its
 * structure over the whole file, and otherwise the single-byte set whose letters make the most plausible words.
 *
 * <p>The last step weighs how letters stand together (a symbol inside a word, a capital after a small letter, mixed
 * scripts and runs of accented letters speak against a set; letters that European languages use speak for it) and the
 * opinion of ICU's detector, which knows languages but not the Macintosh and DOS sets.
 */
public final class EncodingDetector {

    private static final int UTF16_SAMPLE = 8192;
    private static final int SAMPLE = 96 * 1024;

    private static final String WESTERN = "äöüßÄÖÜéèêëàâçîïôûùœæñáíóúãõåøìòÉÈÀÁÍÓÚÑÇÅØÊÔ";
    private static final String CENTRAL = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻăâîşţĂÂÎŞŢáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűöüäßŐŰÖÜđĐľĺĽ";
    private static final String TURKISH = "çğıöşüÇĞİÖŞÜâ";

    private static final List<String> LANGUAGES = List.of(
            "ąćęłńóśźż",
            "áčďéěíňóřšťúůýž",
            "áäčďéíĺľňóôŕšťúýž",
            "áéíóöőúüű",
            "ăâîşţșț",
            "čćđšž",
            "äöüß",
            "éèêëàâçîïôûùœæ",
            "áéíóúñü",
            "àèéìòù",
            "ãõáéíóúâêôçà",
            "åäöøæé",
            "çğıöşüâ",
            "āčēģīķļņšūž",
            "ąčęėįšųūž",
            "äöüõšž",
            "абвгдежзийклмнопрстуфхцчшщъьюя",
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ",
            "\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9\u05da\u05db\u05dc\u05dd\u05de\u05df\u05e0\u05e1\u05e2\u05e3\u05e4\u05e5\u05e6\u05e7\u05e8\u05e9\u05ea",
            "\u0627\u0628\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063a\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u064a\u0649\u0629\u0621\u0623\u0625\u0622\u0624\u0626\u067e\u0686\u06af");

    /** The letters that make most of a text, and those that make nearly all the rest. */
    private static final Map<Character.UnicodeScript, String[]> COMMON = Map.of(
            Character.UnicodeScript.CYRILLIC,
            new String[] {
                "\u043e\u0435\u0430\u0438\u043d\u0442\u0441\u0440\u0432\u043b\u043a\u0434\u043c\u043f\u0456",
                "\u0443\u044f\u044b\u044c\u0433\u0437\u0431\u0447\u0439\u0445\u0436\u0448\u044e\u0446\u0449\u044a\u0458\u0459\u045a\u045b\u0457\u0454"
            },
            Character.UnicodeScript.GREEK,
            new String[] {
                "\u03b1\u03bf\u03b9\u03b5\u03c4\u03c3\u03bd\u03b7\u03c5\u03c1\u03c0\u03ba\u03bc\u03bb\u03c2\u03af\u03cc\u03ac\u03ad",
                "\u03c9\u03b4\u03b3\u03c7\u03b8\u03c6\u03b2\u03be\u03b6\u03c8\u03ae\u03ce\u03cd"
            },
            Character.UnicodeScript.HEBREW,
            new String[] {
                "\u05d9\u05d5\u05d4\u05dc\u05d0\u05e8\u05ea\u05d1\u05e9\u05de\u05e0\u05dd",
                "\u05d7\u05d3\u05db\u05e7\u05e2\u05e4\u05d8\u05e1\u05d6\u05d2\u05e6\u05df\u05da\u05e5\u05e3"
            },
            Character.UnicodeScript.ARABIC,
            new String[] {
                "\u0627\u0644\u064a\u0645\u0648\u0646\u0631\u062a\u0628\u0629\u0639\u062f",
                "\u0641\u0633\u0647\u0643\u0642\u0623\u062d\u062c\u0634\u0637\u0635\u062e\u0649\u0625\u0630\u0632\u062b\u0636\u063a\u0621\u0626\u0638\u0624\u0622\u067e\u0686\u06af\u06cc\u06a9"
            },
            Character.UnicodeScript.THAI,
            new String[] {
                "\u0e32\u0e19\u0e23\u0e2d\u0e01\u0e07\u0e21\u0e22\u0e40\u0e25\u0e27\u0e14\u0e17\u0e2a\u0e30",
                "\u0e15\u0e1b\u0e1a\u0e2b\u0e41\u0e04\u0e02\u0e08\u0e1e\u0e0a\u0e42\u0e44\u0e43\u0e16\u0e0b\u0e1c\u0e28\u0e20\u0e0d\u0e18\u0e13"
            });

    private static final Set<String> EAST_ASIAN = Set.of("GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR");

    private static final String BALTIC = "āčēģīķļņšūžąęėįųäöüõĀČĒĢĪĶĻŅŠŪŽĄĘĖĮŲÄÖÜÕ";

    private record Candidate(String name, String usual, String spoken) {}

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate("windows-1252", WESTERN, "Western European"),
            new Candidate("windows-1250", CENTRAL, "Central European"),
            new Candidate("windows-1251", "", "Cyrillic"),
            new Candidate("windows-1253", "", "Greek"),
            new Candidate("windows-1254", TURKISH, "Turkish"),
            new Candidate("windows-1257", BALTIC, "Baltic"),
            new Candidate("windows-1255", "", "Hebrew"),
            new Candidate("windows-1256", "", "Arabic"),
            new Candidate("ISO-8859-6", "", "Arabic"),
            new Candidate("x-windows-874", "", "Thai"),
            new Candidate("x-MacRoman", WESTERN, "Macintosh Western"),
            new Candidate("x-MacCentralEurope", CENTRAL, "Macintosh Central European"),
            new Candidate("ISO-8859-2", CENTRAL, "Central European"),
            new Candidate("KOI8-R", "", "Russian"),
            new Candidate("ISO-8859-5", "", "Cyrillic"),
            new Candidate("IBM866", "", "DOS Cyrillic"),
            new Candidate("IBM737", "", "DOS Greek"),
            new Candidate("IBM862", "", "DOS Hebrew"),
            new Candidate("IBM857", TURKISH, "DOS Turkish"),
            new Candidate("IBM850", WESTERN, "DOS Western"),
            new Candidate("IBM852", CENTRAL, "DOS Central European"));

    /** In longer texts letters tell by how often they stand. */
    private static final int FEW_WORDS = 4000;

    private static final double LEAST_KNOWN = 0.25;

    private static final List<Charset> SEVERAL_BYTES = Stream.of(
                    "GB18030", "Big5", "windows-31j", "EUC-JP", "x-windows-949")
            .map(Charset::forName)
            .toList();

    private static final List<Charset> WITH_KNOWN_WORDS = Stream.of(
                    CANDIDATES.stream().map(candidate -> Charset.forName(candidate.name)),
                    SEVERAL_BYTES.stream(),
                    Stream.of(Charset.forName("windows-1258")))
            .flatMap(charsets -> charsets)
            .toList();

    private EncodingDetector() {}

    /** Opens a text file in the encoding it is written in, after the byte order mark. */
    public static BufferedReader text(Path file) throws IOException {
        return new BufferedReader(detect(file).open(file));
    }

    /** The encoding of a text file. */
    public static TextEncoding detect(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(UTF16_SAMPLE);
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3, "byte order mark of UTF-8");
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2, "byte order mark of UTF-16");
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2, "byte order mark of UTF-16");
        }
        int zerosAtEven = 0;
        int zerosAtOdd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if ((i & 1) == 0) {
                    zerosAtEven++;
                } else {
                    zerosAtOdd++;
                }
            }
        }
        int pairs = Math.max(1, head.length / 2);
        if (zerosAtOdd > pairs * 0.4 && zerosAtEven < pairs * 0.05) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0, "every second byte is zero, as in UTF-16");
        }
        if (zerosAtEven > pairs * 0.4 && zerosAtOdd < pairs * 0.05) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0, "every second byte is zero, as in UTF-16");
        }
        Utf8Scan scan = Utf8Scan.of(file);
        if (scan.sequences == 0 && scan.faults == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, 0, "plain ASCII");
        }
        if (scan.faults == 0) {
            return new TextEncoding(StandardCharsets.UTF_8, 0, "valid UTF-8 throughout");
        }
        if (scan.sequences >= 10L * scan.faults) {
            return new TextEncoding(
                    StandardCharsets.UTF_8, 0, "UTF-8 with " + scan.faults + " damaged bytes shown as \ufffd");
        }
        return mostPlausible(scan.sample.toByteArray());
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    static TextEncoding mostPlausible(byte[] sample) {
        List<Charset> known = withMostKnownWords(sample);
        if (known.size() == 1) {
            return new TextEncoding(known.getFirst(), 0, "not UTF-8; its letters make words that stand over columns");
        }
        Map<String, Integer> opinions = new HashMap<>();
        CharsetDetector icu = new CharsetDetector();
        icu.setText(sample);
        for (CharsetMatch match : icu.detectAll()) {
            String name =
                    switch (match.getName()) {
                        case "ISO-8859-1", "windows-1252" -> "windows-1252";
                        case "windows-1250" -> "windows-1250";
                        case "ISO-8859-7", "windows-1253" -> "windows-1253";
                        case "ISO-8859-9", "windows-1254" -> "windows-1254";
                        case "ISO-8859-8", "ISO-8859-8-I", "windows-1255" -> "windows-1255";
                        case "windows-1256" -> "windows-1256";
                        default -> match.getName();
                    };
            opinions.merge(name, match.getConfidence(), Math::max);
        }
        // Where two sets make the same words of the headers, the rest of the text decides between these.
        List<Candidate> open = CANDIDATES.stream()
                .filter(candidate -> known.isEmpty() || known.contains(Charset.forName(candidate.name)))
                .toList();
        if (!known.isEmpty() && !open.isEmpty() && known.stream().noneMatch(SEVERAL_BYTES::contains)) {
            return mostPlausible(sample, open, opinions);
        }
        Optional<TextEncoding> east = EastAsianText.charsetOf(sample)
                .map(charset -> new TextEncoding(charset, 0, "not UTF-8; its characters make East Asian words"))
                .or(() -> eastAsian(sample, opinions));
        if (east.isPresent()) {
            return east.get();
        }
        return mostPlausible(sample, CANDIDATES, opinions);
    }

    private static TextEncoding mostPlausible(
            byte[] sample, List<Candidate> candidates, Map<String, Integer> opinions) {
        Candidate best = candidates.getFirst();
        double bestScore = Double.NEGATIVE_INFINITY;
        for (Candidate candidate : candidates) {
            String text = new String(sample, Charset.forName(candidate.name));
            double score = plausibility(text, candidate.usual)
                    + 0.5 * ofOneLanguage(text)
                    + 0.003 * opinions.getOrDefault(candidate.name, 0);
            if (score > bestScore + 1e-9) {
                best = candidate;
                bestScore = score;
            }
        }
        return new TextEncoding(Charset.forName(best.name), 0, "not UTF-8; its letters make " + best.spoken + " words");
    }

    /** The sets in which most of the text stands in words that are known from headers; empty where they tell nothing. */
    private static List<Charset> withMostKnownWords(byte[] sample) {
        if (sample.length > FEW_WORDS) {
            return List.of();
        }
        Map<Charset, Double> shares = new LinkedHashMap<>();
        WITH_KNOWN_WORDS.forEach(charset -> shares.put(charset, HeaderWords.share(sample, charset)));
        double most =
                shares.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return most < LEAST_KNOWN
                ? List.of()
                : shares.entrySet().stream()
                        .filter(share -> share.getValue() > most - 0.1)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Sets of several bytes a character that ICU is sure of and that leave nothing unreadable. */
    private static Optional<TextEncoding> eastAsian(byte[] sample, Map<String, Integer> opinions) {
        int otherwise = opinions.entrySet().stream()
                .filter(opinion -> !EAST_ASIAN.contains(opinion.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        return opinions.entrySet().stream()
                .filter(opinion -> EAST_ASIAN.contains(opinion.getKey()) && opinion.getValue() > otherwise)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(opinion -> Charset.forName(opinion.getKey()))
                .filter(charset -> {
                    String text = new String(sample, charset);
                    return text.chars().filter(Character::isIdeographic).count() >= 4 && EastAsianText.isPure(text);
                })
                .map(charset -> new TextEncoding(charset, 0, "not UTF-8; its characters make East Asian words"))
                .findFirst();
    }

    /** Which share of the letters beyond ASCII one language has: no text mixes Polish and Czech ones. */
    private static double ofOneLanguage(String text) {
        int[] known = new int[LANGUAGES.size()];
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (c >= 0x80 && Character.isLetter(c)) {
                letters++;
                for (int l = 0; l < known.length; l++) {
                    known[l] += LANGUAGES.get(l).indexOf(c) >= 0 ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int count : known) {
            best = Math.max(best, count);
        }
        return letters == 0 ? 0 : (double) best / letters;
    }

    /** Mean plausibility of the non-ASCII characters, about -5 to 1. */
    private static double plausibility(String text, String usual) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            count++;
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            sum += plausibility(before, c, after, usual);
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double plausibility(char before, char c, char after, String usual) {
        if (c == '\ufffd' || (c >= 0x80 && c < 0xA0)) {
            return -5;
        }
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            // Thai writes vowels and tones over a letter, one above the other.
            return Character.UnicodeScript.of(before) == Character.UnicodeScript.of(c) ? 1 : -3;
        }
        if (!Character.isLetter(c)) {
            if (Character.isLetter(before) && Character.isLetter(after)) {
                return c == '\u2019' ? 0.3 : -2;
            }
            return "\u20ac\u00a3\u00a7\u00b0\u2013\u2014\u201e\u201c\u201d\u2019\u2026\u00ab\u00bb\u00a0\u2116"
                                    .indexOf(c)
                            >= 0
                    ? 0.3
                    : -0.7;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        boolean latin = script == Character.UnicodeScript.LATIN;
        double score = latin ? (usual.indexOf(c) >= 0 ? 1 : -0.5) : commonness(Character.toLowerCase(c), script);
        if ((Character.isLetter(before) && Character.UnicodeScript.of(before) != script)
                || (Character.isLetter(after) && Character.UnicodeScript.of(after) != script)) {
            score -= 3;
        }
        if (!latin && !Character.isLetter(before) && !Character.isLetter(after)) {
            return Math.min(score, 0.2); // A sign such as that of degrees, more often than a word.
        }
        if (!latin && Character.isUpperCase(c)) {
            score -= 0.1; // Words are small more often, and scripts without capitals have none.
        }
        if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
            score -= 2;
        }
        if (Character.isLowerCase(c) && Character.isUpperCase(before) && Character.isUpperCase(after)) {
            score -= 1.5;
        }
        if (latin && before >= 0x80 && after >= 0x80 && Character.isLetter(before) && Character.isLetter(after)) {
            score -= 2;
        }
        return score;
    }

    /** How common a letter is in the languages of its script: a wrong set makes words of rare ones. */
    private static double commonness(char c, Character.UnicodeScript script) {
        String[] tiers = COMMON.get(script);
        if (tiers == null) {
            return 0.3;
        }
        return tiers[0].indexOf(c) >= 0 ? 1.1 : tiers[1].indexOf(c) >= 0 ? 0.6 : -0.2;
    }

    /** One pass over the file: is it UTF-8, and the stretches around what is not ASCII. */
    private static final class Utf8Scan {
        private long sequences;
        private long faults;
        private int rememberedTo;
        private final ByteArrayOutputStream sample = new ByteArrayOutputStream();

        static Utf8Scan of(Path file) throws IOException {
            Utf8Scan scan = new Utf8Scan();
            byte[] block = new byte[1 << 16];
            int kept = 0;
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(block, kept, block.length - kept);
                        read >= 0;
                        read = in.read(block, kept, block.length - kept)) {
                    int end = kept + read;
                    int rest = scan.scan(block, end, false);
                    kept = end - rest;
                    System.arraycopy(block, rest, block, 0, kept);
                }
            }
            scan.scan(block, kept, true);
            return scan;
        }

        /** Scans {@code block[0, end)}; returns where an incomplete sequence at the end starts. */
        private int scan(byte[] block, int end, boolean last) {
            int i = 0;
            rememberedTo = 0;
            while (i < end) {
                int b = block[i];
                if (b >= 0) {
                    i++;
                    continue;
                }
                int length = sequenceLength(b & 0xFF);
                if (length > 1 && i + length > end && !last) {
                    break;
                }
                boolean valid = length > 1 && i + length <= end && isSequence(block, i, length);
                if (valid) {
                    sequences++;
                } else {
                    faults++;
                }
                remember(block, i, end);
                i += valid ? length : 1;
            }
            return i;
        }

        /** Keeps the whole word, so that neighbours and languages can be judged; each word once. */
        private void remember(byte[] block, int at, int end) {
            if (sample.size() >= SAMPLE || at < rememberedTo) {
                return;
            }
            int from = at;
            while (from > 0 && at - from < 40 && isWordByte(block[from - 1])) {
                from--;
            }
            int to = at;
            while (to < end && to - at < 40 && isWordByte(block[to])) {
                to++;
            }
            sample.write(block, from, to - from);
            sample.write(' ');
            rememberedTo = to;
        }

        private static boolean isWordByte(byte b) {
            // The second byte of East Asian sets may be any of these, marks included.
            return b < 0 || b >= '@';
        }

        private static int sequenceLength(int lead) {
            if (lead >= 0xC2 && lead <= 0xDF) {
                return 2;
            }
            if (lead >= 0xE0 && lead <= 0xEF) {
                return 3;
            }
            return lead >= 0xF0 && lead <= 0xF4 ? 4 : 1;
        }

        private static boolean isSequence(byte[] block, int at, int length) {
            for (int k = 1; k < length; k++) {
                if ((block[at + k] & 0xC0) != 0x80) {
                    return false;
                }
            }
            return true;
        }
    }

    static String name(Charset charset) {
        return charset.name().toUpperCase(Locale.ROOT).replace("X-", "");
    }
}
