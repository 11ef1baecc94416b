package org.manumit.importers.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.manumit.graph.EntityKind;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

/** How much of what texts in several languages hold is found, and how much of what is found is there. */
final class FindingQualityTest {

    private static final Pattern MARK = Pattern.compile("\\[\\[(\\w+)=([^|]*)\\|([^\\]]*)\\]\\]");

    private record Expected(FindingKind kind, String value, int start, int end) {}

    private record Marked(String country, String name, String plain, List<Expected> expected) {}

    /** What was found rightly, wrongly, and not at all. */
    private static final class Score {
        private int right;
        private int wrong;
        private int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }
    }

    private static KnownCase known() {
        return new KnownCase()
                .person("dorin", "Dorin Munteanu", "Dodo")
                .person("ana", "Ana Popescu", "")
                .person("mira", "Mira Kovalenko", "")
                .person("piotr", "Piotr Kowalski", "")
                .person("anna", "Anna Nowak", "")
                .person("ivan", "Ivan Petrov", "")
                .person("jana", "Jana Nov\u00e1kov\u00e1", "")
                .person("laszlo", "L\u00e1szl\u00f3 Nagy", "")
                .organisation("rossi", "Rossi Trasporti SRL")
                .organisation("lagoon", "Blue Lagoon GmbH")
                .premises("flat", "Str. Florilor 12", "Bucure\u0219ti")
                .premises("bar", "Via Garibaldi 45", "Bari")
                .place("Krak\u00f3w")
                .place("Timi\u0219oara")
                .thing(EntityKind.PHONE, "+40722123456", "+40722123456");
    }

    private static List<Marked> texts(String file) throws IOException {
        List<Marked> texts = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(FindingQualityTest.class.getResourceAsStream("/findings/" + file))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String part : all.split("(?m)^== ", -1)) {
                if (part.startsWith("#")) {
                    continue;
                }
                int line = part.indexOf('\n');
                String[] head = part.substring(0, line).split(" ", -1);
                texts.add(marked(head[0], head[1], part.substring(line + 1).strip()));
            }
        }
        return texts;
    }

    private static Marked marked(String country, String name, String text) {
        StringBuilder plain = new StringBuilder();
        List<Expected> expected = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int at = 0;
        while (mark.find()) {
            plain.append(text, at, mark.start());
            int start = plain.length();
            plain.append(mark.group(3));
            expected.add(new Expected(FindingKind.valueOf(mark.group(1)), mark.group(2), start, plain.length()));
            at = mark.end();
        }
        return new Marked(country, name, plain.append(text.substring(at)).toString(), expected);
    }

    private static boolean same(Expected expected, Finding finding) {
        boolean place = expected.start() == finding.start() && expected.end() == finding.end();
        boolean value = expected.value().equals(finding.value())
                || finding.matches().stream().anyMatch(id -> id.value().endsWith(":" + expected.value()));
        return place && value && expected.kind() == finding.kind();
    }

    private static Map<FindingKind, Score> measure(String file, List<String> slips) throws IOException {
        Map<FindingKind, Score> scores = new EnumMap<>(FindingKind.class);
        for (Marked text : texts(file)) {
            CaseFindings findings = CaseFindings.of(known().document('b', text.country(), Map.of(1, text.plain()))
                    .graph());
            Set<Expected> open = new HashSet<>(text.expected());
            for (Finding finding : findings.all(Progress.NONE, Cancellation.NEVER)) {
                Score score = scores.computeIfAbsent(finding.kind(), k -> new Score());
                if (open.removeIf(expected -> same(expected, finding))) {
                    score.right++;
                } else {
                    score.wrong++;
                    slips.add(text.name() + " wrong: " + finding.kind() + " " + finding.value() + " \""
                            + finding.written() + "\" " + finding.sureness() + " " + finding.why());
                }
            }
            for (Expected expected : open) {
                scores.computeIfAbsent(expected.kind(), k -> new Score()).missed++;
                slips.add(text.name() + " missed: " + expected);
            }
        }
        return scores;
    }

    private static String table(String title, Map<FindingKind, Score> scores) {
        StringBuilder table = new StringBuilder(title);
        Score all = new Score();
        scores.forEach((kind, score) -> {
            all.right += score.right;
            all.wrong += score.wrong;
            all.missed += score.missed;
            table.append(row(kind.name(), score));
        });
        return table.append(row("all", all)).toString();
    }

    private static String row(String name, Score score) {
        return String.format(
                Locale.ROOT,
                "%n%-8s right %3d, wrong %2d, missed %2d: precision %.3f, recall %.3f",
                name,
                score.right,
                score.wrong,
                score.missed,
                score.precision(),
                score.recall());
    }

    @Test
    void findsWhatStatementsInTwelveLanguagesHold() throws IOException {
        assertQuality("texts.txt", 0.95, 0.9);
    }

    @Test
    void findsWhatTextsHoldThatWereWrittenAfterIt() throws IOException {
        assertQuality("unseen.txt", 0.85, 0.75);
    }

    private static void assertQuality(String file, double precision, double recall) throws IOException {
        List<String> slips = new ArrayList<>();
        Map<FindingKind, Score> scores = measure(file, slips);
        String table = table(file, scores) + "\n" + String.join("\n", slips);
        scores.forEach((kind, score) -> {
            assertThat(score.precision()).as(kind + table).isGreaterThanOrEqualTo(precision);
            assertThat(score.recall()).as(kind + table).isGreaterThanOrEqualTo(recall);
        });
    }
}
