package org.manumit.graph.analysis.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.manumit.graph.analysis.Criterion;
import org.manumit.graph.analysis.Reason;
import org.manumit.graph.analysis.roles.Role;
import org.manumit.graph.analysis.roles.RoleIndicator;
import org.manumit.graph.analysis.shape.NetworkShape;
import org.manumit.graph.analysis.shape.ShapeCriterion;
import org.manumit.graph.analysis.typology.ClassCriterion;
import org.manumit.graph.analysis.typology.NetworkClass;

/**
 * The page of the documentation that lists every rule is the catalogue itself, written out. Run with
 * {@code -Dmanumit.catalogue=write} to write it anew.
 */
final class CatalogueTest {

    private static final Path PAGE = Path.of("..", "docs", "guide", "indicators.md");

    @Test
    void pageOfTheGuideIsUpToDate() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("manumit.catalogue"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("write it anew: mvn -pl graph-model test -Dtest=CatalogueTest -Dmanumit.catalogue=write")
                .isEqualTo(page);
    }

    @Test
    void everyRuleSaysWhatItNeedsWhereItComesFromAndWhyItCountsSoMuch() {
        for (Catalogue.Section section : Catalogue.sections()) {
            assertThat(section.criteria()).isNotEmpty().allSatisfy(c -> {
                assertThat(c.statement()).as(c.key()).isNotBlank().endsWith(".");
                assertThat(c.needs()).as(c.key()).isNotBlank();
                assertThat(c.whyThatWeight()).as(c.key()).isNotBlank();
                assertThat(c.source()).as(c.key()).containsPattern("ch\\. |sec\\. |paper |Decision of the analyst");
                assertThat(c.weight()).as(c.key()).isNotNegative();
            });
            assertThat(section.criteria()).extracting(Criterion::key).doesNotHaveDuplicates();
        }
    }

    @Test
    void noRuleAsksForOriginOrGender() {
        for (Catalogue.Section section : Catalogue.sections()) {
            assertThat(section.criteria()).allSatisfy(c -> assertThat(c.needs().toLowerCase(Locale.ROOT))
                    .doesNotContain("nationality", "ethnic", "gender", "origin:", "sex"));
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder();
        page.append("# Indicators and criteria\n\n");
        page.append("Every rule by which Manumit reaches a verdict: what it says, which data it needs, how much it"
                + " counts at most and why, and where it comes from. This page is written from the program.\n\n");
        page.append(
                "A weight is what a rule adds when fully met; weaker or doubtful evidence adds less. Rules add up,"
                        + " and what speaks against is subtracted. Nationality, ethnicity and gender are no input to any rule.\n");
        for (Catalogue.Section section : Catalogue.sections()) {
            page.append("\n## ").append(section.title()).append("\n\n");
            page.append(section.about()).append("\n\n");
            page.append("| rule | what it says | needs | weight | why that weight | source |\n");
            page.append("|---|---|---|---|---|---|\n");
            for (Criterion criterion : section.criteria()) {
                page.append("| ")
                        .append(String.join(
                                " | ",
                                "`" + criterion.key() + "`",
                                cell(criterion.statement()),
                                cell(criterion.needs()),
                                weight(criterion),
                                cell(criterion.whyThatWeight()),
                                cell(citation(criterion))))
                        .append(" |\n");
            }
        }
        return page.toString();
    }

    private static String weight(Criterion criterion) {
        if (criterion instanceof RoleIndicator indicator && !indicator.roles().isEmpty()) {
            Map<Role, Double> roles = new TreeMap<>(indicator.roles());
            return roles.entrySet().stream()
                    .map(e -> e.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + number(e.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (criterion instanceof ClassCriterion of) {
            return leans(NetworkClass.values(), of::lean);
        }
        if (criterion instanceof ShapeCriterion of) {
            return leans(NetworkShape.values(), of::lean);
        }
        return number(criterion.weight());
    }

    private static <A extends Enum<A>> String leans(A[] answers, ToDoubleFunction<A> lean) {
        String leans = Arrays.stream(answers)
                .filter(a -> lean.applyAsDouble(a) != 0)
                .map(a -> String.format(
                        Locale.ROOT, "%s %+.1f", a.name().toLowerCase(Locale.ROOT), lean.applyAsDouble(a)))
                .collect(Collectors.joining(", "));
        return leans.isEmpty() ? "–" : leans;
    }

    private static String number(double value) {
        return value == 0 ? "–" : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Publication and chapter: readers do not have the files that line pointers lead into. */
    private static String citation(Criterion criterion) {
        return new Reason(criterion.key(), 0, "", criterion.source(), List.of()).citation();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
