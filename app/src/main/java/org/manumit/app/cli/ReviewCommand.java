package org.manumit.app.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.manumit.app.session.CaseDecisions;
import org.manumit.app.session.FindingChoice;
import org.manumit.app.session.OpenedCase;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.edit.FindingReview;
import org.manumit.graph.edit.FindingReview.Ruling;
import org.manumit.importers.findings.CaseFindings;
import org.manumit.importers.findings.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code manumit accept} and {@code manumit dismiss}: reviews findings, all that are named as one decision. */
abstract class ReviewCommand implements Callable<Integer> {

    private final Workplace workplace;
    private final Terminal terminal;
    private final Interruption interruption;
    private final Ruling ruling;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before anything is called
    CommandSpec spec;

    @Mixin
    CaseArgument theCase = new CaseArgument();

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FINDING",
            description = "Their names, as 'manumit findings' lists them.")
    List<String> named = new ArrayList<>();

    @Option(names = "--all", description = "All that the other options leave, named or not.")
    boolean all;

    @Mixin
    FindingFilter filter = new FindingFilter();

    ReviewCommand(Workplace workplace, Terminal terminal, Interruption interruption, Ruling ruling) {
        this.workplace = workplace;
        this.terminal = terminal;
        this.interruption = interruption;
        this.ruling = ruling;
    }

    /** What is made of a finding. */
    abstract FindingChoice choice(CaseGraph graph, Finding finding);

    @Override
    public Integer call() {
        if (all == !named.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name findings, or all of them with --all, not both");
        }
        interruption.begin();
        try (ProgressBar bar = new ProgressBar(terminal, spec.name());
                OpenedCase opened = workplace.open(theCase.word, Workplace.OpenFor.READING, bar, interruption)) {
            CaseGraph graph = opened.store().load(bar, interruption);
            Set<String> missing = new HashSet<>(named);
            List<FindingChoice> choices = new ArrayList<>();
            List<Finding> undecided = new ArrayList<>();
            CaseFindings.of(graph).find(bar, interruption, finding -> {
                if (filter.takes(graph, finding) && (all || missing.remove(finding.id()))) {
                    FindingChoice choice = choice(graph, finding);
                    if (ruling == Ruling.DISMISSED || choice.isDecided()) {
                        choices.add(choice);
                    } else {
                        undecided.add(finding);
                    }
                }
            });
            bar.clear();
            if (!missing.isEmpty()) {
                throw new CommandFailure("nothing is found or left to review under "
                        + String.join(", ", missing.stream().sorted().limit(5).toList())
                        + "; 'manumit findings' lists what is; nothing was changed");
            }
            if (!undecided.isEmpty() && !all) {
                throw new CommandFailure("several of the case are called "
                        + undecided.getFirst().value() + "; say which with --as; nothing was changed");
            }
            if (!choices.isEmpty()) {
                FindingReview review = FindingChoice.review(
                        graph,
                        ruling,
                        choices,
                        workplace.user(),
                        workplace.clock().instant());
                new CaseDecisions(opened, workplace.clock(), workplace.user()).keep(review);
            }
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%,d %s%s%n",
                            choices.size(),
                            ruling.name().toLowerCase(Locale.ROOT),
                            undecided.isEmpty()
                                    ? ""
                                    : String.format(
                                            Locale.ROOT, "; %,d left because several bear the name", undecided.size()));
            terminal.out().flush();
        }
        return CommandLineProgram.DONE;
    }

    /** {@code manumit accept}. */
    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = {
                "Takes findings into the case.",
                "Each becomes a claim with its sentence, place and grades, in one note that can be taken back as a whole. A number is tied to a person only with --of."
            })
    static final class Accept extends ReviewCommand {

        @Option(
                names = "--as",
                paramLabel = "ENTITY",
                description = "Which of those of that name, or of that number, it is: an id or a name of the case.")
        @Nullable
        String as;

        @Option(
                names = "--of",
                paramLabel = "ENTITY",
                description = "Whose number, account, vehicle or paper it is: an id or a name of the case.")
        @Nullable
        String of;

        Accept(Workplace workplace, Terminal terminal, Interruption interruption) {
            super(workplace, terminal, interruption, Ruling.ACCEPTED);
        }

        @Override
        FindingChoice choice(CaseGraph graph, Finding finding) {
            Optional<EntityId> about = as == null
                    ? FindingChoice.usual(finding).about()
                    : Optional.of(entity(graph, as, finding.matches()));
            return new FindingChoice(finding, about, Optional.ofNullable(of).map(word -> actor(graph, word)));
        }

        private static EntityId actor(CaseGraph graph, String word) {
            return entity(
                    graph,
                    word,
                    graph.entities().stream()
                            .filter(entity -> entity.kind().isActor())
                            .map(Entity::id)
                            .toList());
        }

        private static EntityId entity(CaseGraph graph, String word, List<EntityId> among) {
            List<EntityId> found = among.stream()
                    .filter(id -> id.value().equals(word)
                            || id.value().endsWith("/" + word)
                            || graph.entity(id)
                                    .map(entity -> entity.label().equalsIgnoreCase(word))
                                    .orElse(false))
                    .toList();
            if (found.size() != 1) {
                throw new CommandFailure(
                        found.isEmpty()
                                ? word + " is none of those it could be; give an id or a name of the case"
                                : found.size() + " are called " + word + "; give an id");
            }
            return found.getFirst();
        }
    }

    /** {@code manumit dismiss}. */
    @Command(
            name = "dismiss",
            mixinStandardHelpOptions = true,
            description =
                    "Puts findings aside, so that they are not offered again; in one note that can be taken back.")
    static final class Dismiss extends ReviewCommand {

        Dismiss(Workplace workplace, Terminal terminal, Interruption interruption) {
            super(workplace, terminal, interruption, Ruling.DISMISSED);
        }

        @Override
        FindingChoice choice(CaseGraph graph, Finding finding) {
            return FindingChoice.usual(finding);
        }
    }
}
