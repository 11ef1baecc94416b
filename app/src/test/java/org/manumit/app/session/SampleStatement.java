package org.manumit.app.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.manumit.app.job.JobRunner;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.Part;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

/** A statement in the {@link SampleCase}: what a document importer makes of a text of a few paragraphs. */
public final class SampleStatement {

    /** The file. */
    public static final SourceId FILE = new SourceId("d".repeat(64));

    /** The document. */
    public static final EntityId DOCUMENT = EntityId.of(EntityKind.DOCUMENT, FILE.sha256());

    private static final List<String> PARAGRAPHS = List.of(
            "Am 5. M\u00e4rz 2024 rief Dorin Vale von 0722 000 001 an. Seine neue Nummer ist +40 744 555 666.",
            "Mirei Pop wurden 1.500 Euro versprochen. Brandts Wagen hat das Kennzeichen M-XY 1234.",
            "Mehr war \u00fcber den Winter in Temesv\u00e1r nicht zu erfahren.");

    private SampleStatement() {}

    /** What importing it adds. */
    public static CaseAddition addition() {
        Entity document = new Entity(DOCUMENT, EntityKind.DOCUMENT, "statement.docx", Entity.Standing.DESCRIBED);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < PARAGRAPHS.size(); i++) {
            claims.add(new Claim(
                    passage(i + 1),
                    ClaimType.PASSAGE,
                    List.of(Participant.stated(Part.SUBJECT, DOCUMENT)),
                    Map.of("text", PARAGRAPHS.get(i)),
                    Period.UNKNOWN,
                    List.of(),
                    new Provenance(FILE, "", i + 1, i < 2 ? "1" : "2", ""),
                    Grades.NONE));
        }
        Source source = new Source(
                FILE,
                "statement.docx",
                100,
                "document",
                "",
                "",
                "RO",
                Instant.parse("2026-01-11T09:00:00Z"),
                "vera",
                PARAGRAPHS.size(),
                PARAGRAPHS.size(),
                0,
                0,
                new Grades("B", "2", "4"));
        return new CaseAddition(source, List.of(document), claims, CallTable.EMPTY, TransferTable.EMPTY, List.of());
    }

    /** The claim of a paragraph. */
    public static ClaimId passage(int number) {
        return ClaimId.of(FILE, "", number);
    }

    /** A session on the thread of the caller with the sample case and the statement open in it. */
    public static Session session(JobRunner jobs) {
        List<CaseAddition> all = new ArrayList<>(SampleCase.additions());
        all.add(addition());
        Session session = SampleCase.emptySession(jobs, new MemoryStore("Operation Sample"), all);
        session.open("sample");
        return session;
    }
}
