package org.manumit.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.manumit.app.job.JobRunner;
import org.manumit.app.search.TextHit.Where;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.SampleStatement;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;

class TextIndexTest {

    private final TextIndex index = TextIndex.of(
            SampleStatement.session(JobRunner.sameThread()).snapshot().graph(), Progress.NONE, Cancellation.NEVER);

    private List<TextHit> passages(String words) {
        return index.search(words, 20).stream()
                .filter(hit -> hit.where() == Where.PASSAGE)
                .toList();
    }

    private List<String> marked(String words) {
        return passages(words).stream()
                .flatMap(hit -> hit.marks().stream().map(mark -> hit.text().substring(mark.start(), mark.end())))
                .toList();
    }

    @Test
    void findsWordsWithoutAccentsAndMarksThemInTheirSentence() {
        assertThat(passages("marz")).singleElement().satisfies(hit -> {
            assertThat(hit.claim()).contains(SampleStatement.passage(1));
            assertThat(hit.entity()).contains(SampleStatement.DOCUMENT);
            assertThat(hit.sentence()).isEqualTo("Am 5. M\u00e4rz 2024 rief Dorin Vale von 0722 000 001 an.");
        });
        assertThat(marked("marz")).containsExactly("M\u00e4rz");
    }

    @Test
    void findsLettersOfOtherAlphabets() {
        assertThat(index.search("\u0414\u043e\u0440\u0438\u043d", 20))
                .extracting(TextHit::entity)
                .contains(Optional.of(SampleCase.DORIN));
    }

    @Test
    void asksForAllWordsAndForPhrasesAsTheyStand() {
        assertThat(passages("brandts wagen euro")).hasSize(1);
        assertThat(passages("\"wagen brandts\"")).isEmpty();
        assertThat(marked("\"brandts wagen\"")).containsExactly("Brandts Wagen");
    }

    @Test
    void findsBeginningsWhereAskedOrWhileTyping() {
        assertThat(marked("kennz*")).containsExactly("Kennzeichen");
        assertThat(passages("kennz")).isEmpty();
        assertThat(index.suggest("kennz", 20)).isNotEmpty();
    }

    @Test
    void findsNamesThatAreSpelledNearlySo() {
        assertThat(index.search("victor", 20)).extracting(TextHit::entity).contains(Optional.of(SampleCase.VIKTOR));
    }

    @Test
    void findsANumberHoweverItIsSpacedAndPrefixed() {
        assertThat(marked("+40722000001")).containsExactly("0722 000 001");
        assertThat(marked("0744-555666")).containsExactly("40 744 555 666");
        assertThat(index.search("0722 000 001", 20))
                .extracting(TextHit::entity)
                .contains(Optional.of(SampleCase.DORINS_NUMBER));
    }

    @Test
    void findsNothingForNothing() {
        assertThat(index.search(" \" * ~ ", 20)).isEmpty();
    }
}
