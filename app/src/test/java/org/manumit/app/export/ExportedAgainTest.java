package org.manumit.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.export.CaseExporter.Format;
import org.manumit.app.release.Naming;
import org.manumit.app.release.Release;
import org.manumit.app.release.ReleaseOptions;
import org.manumit.app.session.SampleCase;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityKind;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.graph.query.Victims;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.graphs.AnxImporter;
import org.manumit.importers.graphs.FtmImporter;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.spi.SourceImporter;

/** What a case is exported as, read again, says the same. */
class ExportedAgainTest {

    @TempDir
    Path folder;

    private CaseGraph again(Format format, SourceImporter importer) throws IOException {
        Path file = folder.resolve("case" + format.ending());
        new CaseExporter(new ChartPictures(), Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC), "1.0")
                .write(
                        Release.of(SampleCase.graph(), Optional.empty()),
                        SampleCase.analysis(),
                        new ReleaseOptions(Optional.empty(), Naming.EVERYBODY_NAMED),
                        format,
                        file,
                        Progress.NONE,
                        Cancellation.NEVER);
        assertThat(Files.size(file)).isPositive();
        SourceFile source = SourceFile.of(file);
        assertThat(importer.detect(source, ImportOptions.NONE)).isPresent();
        ImportDraft draft = importer.read(source, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER);
        assertThat(draft.rowsRejected()).isZero();
        return CaseGraph.of("again", List.of(draft.toAddition(Instant.parse("2026-03-02T00:00:00Z"), "somebody")));
    }

    /** The sample's ids do not carry their case, as those of read files do: so they hold within the file only. */
    private static String plain(String text) {
        return text.replaceAll("[0-9a-f]{12}/(?:person|organisation):", "");
    }

    private static List<String> entities(CaseGraph graph, Predicate<Entity> which) {
        return graph.entities().stream()
                .filter(which)
                .map(e -> plain(e.id() + " " + e.kind() + " " + e.label()))
                .sorted()
                .toList();
    }

    private static String id(CaseGraph graph, int index) {
        return index < 0 ? "-" : plain(graph.entity(index).id().value());
    }

    private static List<String> calls(CaseGraph graph) {
        CallTable calls = graph.calls();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            lines.add(calls.kind(i) + " " + id(graph, calls.from(i)) + " " + id(graph, calls.to(i)) + " "
                    + calls.start(i) + " " + calls.duration(i));
        }
        return lines.stream().sorted().toList();
    }

    private static List<String> transfers(CaseGraph graph) {
        TransferTable transfers = graph.transfers();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < transfers.size(); i++) {
            lines.add(id(graph, transfers.from(i)) + " " + id(graph, transfers.to(i)) + " " + transfers.amount(i) + " "
                    + transfers.currency(i) + " " + transfers.basis(i) + " " + transfers.time(i));
        }
        return lines.stream().sorted().toList();
    }

    private static List<String> claims(CaseGraph graph, ClaimType... types) {
        List<ClaimType> wanted = List.of(types);
        return graph.claims().stream()
                .filter(c -> wanted.contains(c.type()))
                .map(c -> c.type() + " "
                        + c.participants().stream()
                                .map(Claim.Participant::toString)
                                .map(ExportedAgainTest::plain)
                                .sorted()
                                .toList()
                        + " " + c.when()
                        + Stream.of("kind", "as", "role", "amount", "currency", "purpose")
                                .map(c::value)
                                .toList())
                .sorted()
                .toList();
    }

    private static List<String> victims(CaseGraph graph) {
        Victims victims = Victims.of(graph);
        return graph.entities().stream()
                .map(Entity::id)
                .filter(id -> victims.isVictim(graph.indexOf(id).orElseThrow()))
                .map(id -> plain(id.value()))
                .sorted()
                .toList();
    }

    @Test
    void isTheSameAsFollowTheMoney() throws IOException {
        CaseGraph before = SampleCase.graph();
        CaseGraph after = again(Format.FTM, new FtmImporter());

        assertThat(entities(after, e -> e.kind() != EntityKind.DOCUMENT)).isEqualTo(entities(before, e -> true));
        assertThat(calls(after)).isEqualTo(calls(before));
        assertThat(transfers(after)).isEqualTo(transfers(before));
        ClaimType[] links = {
            ClaimType.MEMBERSHIP,
            ClaimType.TIE,
            ClaimType.RECRUITMENT,
            ClaimType.EXPLOITATION,
            ClaimType.PAYMENT,
            ClaimType.DEBT
        };
        assertThat(claims(after, links)).isEqualTo(claims(before, links));
        assertThat(victims(after)).isEqualTo(victims(before));
    }

    @Test
    void isTheSameAsAnI2Chart() throws IOException {
        CaseGraph before = SampleCase.graph();
        CaseGraph after = again(Format.ANX, new AnxImporter());

        assertThat(entities(after, e -> true)).isEqualTo(entities(before, e -> true));
        assertThat(victims(after)).isEqualTo(victims(before));
        assertThat(stated(after)).isEqualTo(stated(before));
    }

    /** Who is tied to whom by what. */
    private static List<String> stated(CaseGraph graph) {
        return graph.claims().stream()
                .filter(c -> c.type() == ClaimType.RECRUITMENT
                        || c.type() == ClaimType.MEMBERSHIP
                        || (c.type() == ClaimType.TIE
                                && !c.value("kind").equals("calls")
                                && !c.value("kind").equals("transfers")))
                .map(c -> c.type() + " "
                        + c.participants().stream()
                                .map(p -> p.part() + " " + plain(p.entity().value()))
                                .sorted()
                                .toList()
                        + c.value("kind") + c.value("as"))
                .distinct()
                .sorted()
                .toList();
    }
}
