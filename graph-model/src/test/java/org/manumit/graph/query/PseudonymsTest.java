package org.manumit.graph.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.ClaimType;

class PseudonymsTest {

    private final CaseSketch sketch = new CaseSketch();

    @BeforeEach
    void aCaseOfTwoVictims() {
        sketch.claim(ClaimType.PERSON, "SUBJECT v2", "name=Mira \u0218erban", "aliases=Lolita; Candy", "status=victim");
        sketch.claim(ClaimType.PERSON, "SUBJECT v1", "name=Elena Popescu", "status=presumed victim");
        sketch.claim(ClaimType.PERSON, "SUBJECT boss", "name=Ion Popescu", "status=suspect");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+40722123456", "USER v2");
        sketch.claim(ClaimType.PHONE, "SUBJECT phone:+40722999999", "USER boss");
        sketch.claim(ClaimType.ACCOUNT, "SUBJECT account:RO49AAAA1B31007593840000", "HOLDER v2");
        sketch.claim(ClaimType.PREMISES, "SUBJECT premises:Mira's flat, 3 Quay", "RUN_BY boss");
    }

    private String redacted(String text) {
        return Pseudonyms.of(sketch.graph()).redact(text);
    }

    @Test
    void numbersVictimsInTheOrderInWhichTheSourcesNameThem() {
        CaseGraph graph = sketch.graph();
        Pseudonyms pseudonyms = Pseudonyms.of(graph);

        assertThat(pseudonyms.label(graph, sketch.entity("v2"))).isEqualTo("Victim 1");
        assertThat(pseudonyms.label(graph, sketch.entity("v1"))).isEqualTo("Victim 2");
        assertThat(pseudonyms.label(graph, sketch.entity("boss"))).isEqualTo("boss");
        assertThat(pseudonyms.label(graph, sketch.entity("phone:+40722123456"))).isEqualTo("Victim 1, number 1");
        assertThat(pseudonyms.label(graph, sketch.entity("premises:Mira's flat, 3 Quay")))
                .isEqualTo("Victim 1's flat, 3 Quay");
    }

    @Test
    void keepsTheirNumbersWhenTheCaseGrows() {
        sketch.claim(ClaimType.EXPLOITATION, "VICTIM new", "BY boss");
        CaseGraph graph = sketch.graph();

        assertThat(Pseudonyms.of(graph).label(graph, sketch.entity("v1"))).isEqualTo("Victim 2");
        assertThat(Pseudonyms.of(graph).label(graph, sketch.entity("new"))).isEqualTo("Victim 3");
    }

    @Test
    void hidesNamesHoweverTheyAreSpelled() {
        assertThat(redacted("MIRA SERBAN met Mira \u015eerban's friend; Serban, Mira is called Candy."))
                .isEqualTo("Victim 1 met Victim 1's friend; Victim 1 is called Victim 1.");
        assertThat(redacted("I saw Mira.")).isEqualTo("I saw Victim 1.");
        assertThat(redacted("a candy bar")).isEqualTo("a Victim 1 bar");
    }

    @Test
    void leavesANameThatAVictimSharesWithATrafficker() {
        assertThat(redacted("Ion Popescu drove Elena Popescu; Popescu paid, Elena wept."))
                .isEqualTo("Ion Popescu drove Victim 2; Popescu paid, Victim 2 wept.");
    }

    @Test
    void hidesNumbersHoweverTheyAreWritten() {
        assertThat(redacted("call +40 722 123 456, 0040722123456, 0722-123-456 or (0722) 123456; not 0722999999"))
                .isEqualTo("call Victim 1, number 1, Victim 1, number 1, Victim 1, number 1 or (Victim 1, number 1;"
                        + " not 0722999999");
    }

    @Test
    void hidesAccountsHoweverTheyAreSpaced() {
        assertThat(redacted("to RO49 AAAA 1B31 0075 9384 0000 today")).isEqualTo("to Victim 1, account 1 today");
        assertThat(redacted("IBAN RO49AAAA1B31007593840000")).isEqualTo("IBAN Victim 1, account 1");
    }

    @Test
    void leavesATextWithoutVictimsAsItIs() {
        String text = "Nothing here: 12 people, 3,400.50 EUR on 2024-05-01.";
        assertThat(redacted(text)).isEqualTo(text);
    }
}
