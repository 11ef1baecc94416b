package org.manumit.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.manumit.app.search.TextHit;
import org.manumit.app.search.TextIndex;
import org.manumit.app.session.FindingChoice;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code manumit search}. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Searches names, numbers, the text of documents and the words of claims, whatever case, accents and alphabet.",
            "All words must stand in one text; \"words in quotes\" as a phrase, word* for a beginning, name~ for names",
            "spelled nearly so. Where nothing is found, such names are looked for anyway."
        })
final class SearchCommand extends ReadingCommand implements Callable<Integer> {

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORDS", description = "What to search for.")
    List<String> words = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many hits (100).")
    int limit = 100;

    SearchCommand(Workplace workplace, Terminal terminal, Interruption interruption) {
        super(workplace, terminal, interruption);
    }

    @Override
    public Integer call() {
        CaseGraph graph;
        List<TextHit> hits;
        interruption().begin();
        try (ProgressBar bar = new ProgressBar(terminal(), "search")) {
            graph = read(bar);
            hits = TextIndex.of(graph, bar, interruption()).search(query(), Math.max(1, limit));
        }
        if (json == null) {
            hits.forEach(hit -> print(graph, hit));
            terminal().out().printf(Locale.ROOT, "%,d found%n", hits.size());
            terminal().out().flush();
        } else {
            JsonTarget.write(json, terminal(), out -> FindingJson.writeHits(graph, hits, out));
        }
        return CommandLineProgram.DONE;
    }

    /** A word with spaces in it was in quotes for the shell, which a user means as a phrase. */
    private String query() {
        StringBuilder query = new StringBuilder();
        for (String word : words) {
            boolean phrase = words.size() > 1 && word.contains(" ") && !word.contains("\"");
            query.append(query.isEmpty() ? "" : " ").append(phrase ? "\"" + word + "\"" : word);
        }
        return query.toString();
    }

    private void print(CaseGraph graph, TextHit hit) {
        String place = hit.claim()
                .flatMap(graph::claim)
                .map(claim -> switch (hit.where()) {
                    case PASSAGE -> FindingChoice.place(graph, claim);
                    case CLAIM, NAME -> claim.id().value();
                })
                .or(() -> hit.entity().flatMap(graph::entity).map(entity -> entity.kind()
                        .label()))
                .orElse("");
        String about = hit.where() == TextHit.Where.CLAIM
                ? hit.entity()
                        .flatMap(graph::entity)
                        .map(Entity::label)
                        .map(label -> label + ": ")
                        .orElse("")
                : "";
        terminal().out().println(place);
        terminal().out().println("  " + about + marked(hit).replace('\n', ' '));
    }

    private static String marked(TextHit hit) {
        StringBuilder marked = new StringBuilder();
        String sentence = hit.sentence();
        int at = 0;
        for (TextHit.Mark mark : hit.marksInSentence()) {
            marked.append(sentence, at, mark.start())
                    .append('[')
                    .append(sentence, mark.start(), mark.end())
                    .append(']');
            at = mark.end();
        }
        return marked.append(sentence.substring(at)).toString();
    }
}
