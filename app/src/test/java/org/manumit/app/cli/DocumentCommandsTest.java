package org.manumit.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.main.Wiring;

/** A statement through the commands that review and search it, in order; each start of the store takes seconds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentCommandsTest {

    @TempDir
    static Path folder;

    private static Path theCase;

    private record Ran(int status, String out, String err) {
        JsonNode json() throws IOException {
            return new JsonMapper().readTree(out);
        }
    }

    private static Ran run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), Terminal.ErrKind.FILE);
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        int status = new CommandLineProgram(new Wiring(), terminal, "test").run(words.toArray(String[]::new));
        return new Ran(status, out.toString(), err.toString());
    }

    private static JsonNode findings() throws IOException {
        Ran ran = run("findings", theCase, "--json", "-");
        assertThat(ran.status()).as(ran.err()).isZero();
        return ran.json().path("findings");
    }

    private static String nameOf(JsonNode findings, String value) {
        for (JsonNode finding : findings) {
            if (finding.path("value").asText().equals(value)) {
                return finding.path("id").asText();
            }
        }
        throw new AssertionError(value + " is not among " + findings);
    }

    @BeforeAll
    static void importsAStatementAndPeople() throws IOException {
        theCase = folder.resolve("case");
        Path workbook = Files.createDirectory(folder.resolve("workbook"));
        Files.writeString(
                workbook.resolve("People.csv"), "id,name,status\np1,Dorin Kraft,suspect\np2,Ilinca Otter,victim\n");
        Path statement = folder.resolve("statement.txt");
        Files.writeString(statement, """
                Dorin Kraft called me from +40799000222 on 5 January 2024.

                I paid him 450 EUR. His car was a Dacia with the plate CJ 12 ABC.
                """);
        Ran ran = run("import", theCase, workbook, statement, "--country", "RO");
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    @Test
    @Order(1)
    void findingsListsWhatTheStatementSpeaksOfAndChangesNothing() throws IOException {
        assertThat(findings())
                .extracting(f -> f.path("kind").asText() + " " + f.path("value").asText())
                .containsExactly(
                        "name Dorin Kraft",
                        "phone +40799000222",
                        "date 2024-01-05",
                        "amount 450 EUR",
                        "vehicle CJ12ABC");
        Ran some = run("findings", theCase, "--kind", "phone", "--kind", "amount", "--sureness", "sure");
        assertThat(some.out())
                .contains("+40799000222", "450 EUR", "2 found and not reviewed")
                .doesNotContain("CJ12ABC");
    }

    @Test
    @Order(2)
    void acceptTakesOneIntoTheCaseAsSomebodysAndRefusesNamesThatAreNone() throws IOException {
        String phone = nameOf(findings(), "+40799000222");
        Ran none = run("accept", theCase, "no-such-name");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.err()).contains("no-such-name", "nothing was changed").doesNotContain("\tat ");
        assertThat(run("accept", theCase).status()).isEqualTo(2);

        Ran accepted = run("accept", theCase, phone, "--of", "Dorin Kraft");
        assertThat(accepted.out()).as(accepted.err()).contains("1 accepted");
        assertThat(findings())
                .extracting(f -> f.path("id").asText())
                .doesNotContain(phone)
                .hasSize(4);
    }

    @Test
    @Order(3)
    void dismissTakesAllOfAKindAway() throws IOException {
        Ran dismissed = run("dismiss", theCase, "--all", "--kind", "date");
        assertThat(dismissed.out()).as(dismissed.err()).contains("1 dismissed");
        assertThat(findings()).extracting(f -> f.path("kind").asText()).containsExactly("name", "amount", "vehicle");
    }

    @Test
    @Order(4)
    void searchFindsWordsNumbersAndNamesWhateverTheirSpelling() throws IOException {
        Ran hits = run("search", theCase, "dacia");
        assertThat(hits.out()).as(hits.err()).contains("statement.txt", "[Dacia]", "1 found");
        assertThat(run("search", theCase, "0799 000 222").out()).contains("statement.txt");
        assertThat(run("search", theCase, "Dorin", "Kraft", "--limit", "1", "--json", "-")
                        .json()
                        .path("hits"))
                .hasSize(1);
        assertThat(run("search", theCase, "nobodyofthatname").out()).contains("0 found");
    }
}
