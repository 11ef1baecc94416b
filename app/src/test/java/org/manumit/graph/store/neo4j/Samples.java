package org.manumit.graph.store.neo4j;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.manumit.graph.CallTable;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Certainty;
import org.manumit.graph.Claim;
import org.manumit.graph.Claim.Participant;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.graph.Grades;
import org.manumit.graph.ImportIssue;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.Source;
import org.manumit.graph.SourceId;
import org.manumit.graph.TransferTable;

/** Invented additions to a case, the same for the same numbers, and cases written out to compare them. */
public final class Samples {

    private static final long SOME_DAY = 1_700_000_000L;

    private Samples() {}

    private static <E extends Enum<E>> E one(Class<E> type, int n) {
        List<E> all = List.copyOf(EnumSet.allOf(type));
        return all.get(n % all.size());
    }

    /** The id of the n-th sample source. */
    public static SourceId sourceId(int n) {
        return new SourceId(String.format("%08x", n).repeat(8));
    }

    /** An addition with some of everything. Additions of different numbers share some of their entities. */
    public static CaseAddition addition(int n, int records) {
        Random random = new Random(n);
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = n % 2 * 20 + i;
            EntityKind kind = one(EntityKind.class, number);
            Entity.Standing standing = one(Entity.Standing.class, random.nextInt(3));
            entities.add(new Entity(
                    EntityId.of(kind, "e" + number),
                    kind,
                    "label " + number + " by " + n + " \u00fc\ud83d\udd0e",
                    standing));
        }
        return new CaseAddition(
                source(n, records),
                entities,
                claims(n, entities, random),
                calls(n, records, random),
                transfers(n, records, random),
                issues(n));
    }

    private static Source source(int n, int records) {
        return new Source(
                sourceId(n),
                "file " + n + ".csv",
                1234L * n,
                "calls",
                "profile",
                "Europe/Vienna",
                "AT",
                Instant.parse("2026-03-04T05:06:07.123456Z").plusSeconds(n),
                "an analyst",
                records + 5L,
                records,
                3,
                2,
                n % 3 == 0 ? Grades.NONE : new Grades("B", "2", "4"));
    }

    private static List<Claim> claims(int n, List<Entity> entities, Random random) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ClaimType type = one(ClaimType.class, i);
            List<Participant> participants = new ArrayList<>();
            for (int p = 0; p < i % 4; p++) {
                participants.add(new Participant(
                        one(Part.class, random.nextInt(100)),
                        entities.get(random.nextInt(entities.size())).id(),
                        one(Certainty.class, p % 3)));
            }
            Map<String, String> values = new LinkedHashMap<>();
            if (i % 5 != 0) {
                values.put("zeta", "last first");
                values.put("kept by victim", "");
                values.put("Größe `odd` {name}", "value " + i);
            }
            claims.add(new Claim(
                    ClaimId.of(sourceId(n), "People", i + 2),
                    type,
                    participants,
                    values,
                    period(i),
                    i % 7 == 0 ? List.of(ClaimId.of(sourceId(n), "Events", i)) : List.of(),
                    new Provenance(sourceId(n), i % 2 == 0 ? "People" : "", i + 2, i % 3 == 0 ? "p. 7" : "", "S1"),
                    i % 2 == 0 ? Grades.NONE : new Grades("A", "", "3")));
        }
        return claims;
    }

    private static Period period(int i) {
        PartialDate date = new PartialDate(
                LocalDateTime.of(2024, 1 + i % 12, 1, i % 24, 0),
                one(PartialDate.Precision.class, i),
                one(Certainty.class, i % 3));
        return switch (i % 4) {
            case 0 -> Period.UNKNOWN;
            case 1 -> Period.on(date);
            case 2 -> new Period(Optional.of(date), Optional.empty(), Period.End.OPEN);
            default -> Period.between(Optional.empty(), Optional.of(date));
        };
    }

    private static CallTable calls(int n, int records, Random random) {
        CallTable.Builder calls = new CallTable.Builder();
        for (int i = 0; i < records; i++) {
            CallTable.Kind kind = one(CallTable.Kind.class, random.nextInt(4));
            // Half of the records between one pair, so that a bundle grows beyond what one may hold
            int from = random.nextBoolean() ? 0 : random.nextInt(40);
            int to = from == 0 ? 1 : random.nextInt(40);
            int row = i + 2 + random.nextInt(2);
            int at = calls.add(
                    from,
                    to,
                    from == 0 ? CallTable.Kind.CALL : kind,
                    random.nextInt(20) == 0 ? CallTable.NO_TIME : SOME_DAY + random.nextInt(1_000_000),
                    kind == CallTable.Kind.CALL ? random.nextInt(3600) : CallTable.NO_DURATION,
                    sourceId(n),
                    i % 3 == 0 ? "second sheet" : "",
                    row);
            if (random.nextInt(3) == 0) {
                for (CallTable.Equipment which : CallTable.Equipment.values()) {
                    if (random.nextBoolean()) {
                        calls.equipment(at, which, random.nextInt(40));
                    }
                }
            }
            if (from == 0) {
                calls.equipment(at, CallTable.Equipment.FROM_SIM, 7);
            }
            if (kind == CallTable.Kind.MESSAGE) {
                calls.extra(at, "Record=" + (row + 100));
            } else if (random.nextInt(50) == 0) {
                calls.extra(at, "Tariff=night " + i);
            }
        }
        return calls.build();
    }

    private static TransferTable transfers(int n, int records, Random random) {
        TransferTable.Builder transfers = new TransferTable.Builder();
        for (int i = 0; i < records / 4; i++) {
            int at = transfers.add(
                    random.nextInt(10) == 0 ? TransferTable.NONE : random.nextInt(40),
                    random.nextInt(10) == 0 ? TransferTable.NONE : random.nextInt(40),
                    new BigDecimal(random.nextInt(1_000_000)).movePointLeft(random.nextInt(4)),
                    random.nextInt(5) == 0 ? "" : "EUR",
                    SOME_DAY + i,
                    one(TransferTable.TimeBasis.class, random.nextInt(4)),
                    sourceId(n),
                    "",
                    i + 2);
            if (random.nextInt(4) == 0) {
                transfers.nominal(at, random.nextInt(40), random.nextBoolean() ? TransferTable.NONE : 3);
            }
            if (random.nextInt(3) == 0) {
                transfers.text(at, "Zweck=Miete " + i);
            }
        }
        return transfers.build();
    }

    private static List<ImportIssue> issues(int n) {
        List<ImportIssue> issues = new ArrayList<>();
        for (int i = 0; i < 1203; i++) {
            issues.add(new ImportIssue(
                    one(ImportIssue.Severity.class, i % 3),
                    "",
                    i + 2L,
                    "Start",
                    "31/02/2024",
                    "a date",
                    "row " + i + " of " + n));
        }
        return issues;
    }

    /** Everything in a case, line by line. */
    public static List<String> written(CaseGraph graph) {
        List<String> lines = new ArrayList<>();
        lines.add(graph.name());
        graph.sources().forEach(s -> lines.add(s.toString()));
        graph.entities().forEach(e -> lines.add(e.toString()));
        graph.claims().forEach(c -> lines.add(c.toString()));
        CallTable calls = graph.calls();
        for (int i = 0; i < calls.size(); i++) {
            StringBuilder line = new StringBuilder();
            line.append(calls.claim(i))
                    .append(' ')
                    .append(calls.from(i))
                    .append("->")
                    .append(calls.to(i));
            line.append(' ').append(calls.kind(i)).append(' ').append(calls.start(i));
            line.append(' ').append(calls.duration(i)).append(' ').append(calls.extra(i));
            for (CallTable.Equipment which : CallTable.Equipment.values()) {
                line.append(' ').append(calls.equipment(i, which));
            }
            lines.add(line.toString());
        }
        TransferTable transfers = graph.transfers();
        for (int i = 0; i < transfers.size(); i++) {
            lines.add(transfers.source(i) + "/" + transfers.sheet(i) + "/" + transfers.row(i) + " " + transfers.from(i)
                    + "->" + transfers.to(i) + " " + transfers.nominalFrom(i) + "->" + transfers.nominalTo(i) + " "
                    + transfers.amount(i) + " " + transfers.currency(i) + " " + transfers.time(i) + " "
                    + transfers.basis(i) + " " + transfers.text(i));
        }
        return lines;
    }
}
