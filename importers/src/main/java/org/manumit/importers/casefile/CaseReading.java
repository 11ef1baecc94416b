package org.manumit.importers.casefile;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.CallTable;
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
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.PartialDate.Precision;
import org.manumit.graph.Period;
import org.manumit.graph.Provenance;
import org.manumit.graph.TransferTable;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.casefile.CaseDirectory.Found;
import org.manumit.importers.casefile.RowFates.Fate;
import org.manumit.importers.casefile.WorkbookTable.Heading;
import org.manumit.importers.casefile.WorkbookTable.TableRow;
import org.manumit.importers.draft.EntityRegister;
import org.manumit.importers.draft.ImportDraft;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.spi.ImportOptions;
import org.manumit.importers.tabular.value.EquipmentNumbers;
import org.manumit.importers.tabular.value.PhoneNumbers;

/**
 * One reading of one case workbook: all sheets are in memory, so that a row may refer to any other. Used once; not safe
 * for use from several threads.
 */
final class CaseReading {

    private static final Set<String> UNKNOWN = Set.of("unknown", "?", "??", "-", "n/a", "not known", "none");
    private static final Set<String> STILL = Set.of("open", "still", "ongoing", "present", "now");

    private final SourceFile file;
    private final ImportOptions options;
    private final Cancellation cancellation;
    private final List<WorkbookTable> tables;
    private final List<ImportIssue> issues;
    private final CellValues cellValues = new CellValues();
    private final RowFates fates = new RowFates();
    private final EntityRegister entities = new EntityRegister();
    private final List<Claim> claims = new ArrayList<>();
    private final IdentityHashMap<TableRow, Claim> claimOfRow = new IdentityHashMap<>();
    private final Map<String, Grades> gradesOfSource = new HashMap<>();
    private final Map<String, String> idOfSource = new HashMap<>();
    private final Set<String> organisationsOnly = new HashSet<>();
    private final Set<String> doubtedReferences = new HashSet<>();
    private Grades caseGrades = Grades.NONE;
    private Optional<CaseIdentities> identities = Optional.empty();

    CaseReading(
            SourceFile file,
            ImportOptions options,
            Cancellation cancellation,
            List<WorkbookTable> tables,
            List<ImportIssue> issues) {
        this.file = file;
        this.options = options;
        this.cancellation = cancellation;
        this.tables = tables;
        this.issues = issues;
    }

    ImportDraft read(Progress progress) {
        new ShelterSieve(tables, fates, issues).run();
        setAsideExamplesAndDuplicates();
        CaseSettings settings = CaseSettings.of(tables, fates);
        caseGrades = settings.grades();
        Optional<String> country = homeCountry(settings);
        Optional<String> zone = zone(settings);
        CaseIdentities known =
                new CaseIdentities(file.id(), settings.scope(), fates, new PhoneNumbers(country), cellValues, issues);
        identities = Optional.of(known);
        known.describe(tables);
        collectSources();
        collectOrganisationsOnly(known);
        noteUnknownSheetsAndColumns();

        long total = tables.stream().mapToLong(t -> t.rows().size()).sum();
        long seen = 0;
        long accepted = 0;
        long rejected = 0;
        long duplicate = 0;
        for (WorkbookTable table : tables) {
            for (TableRow row : table.rows()) {
                if ((seen++ & 0x3FF) == 0) {
                    cancellation.check();
                    progress.report(seen, total, "reading " + table.name());
                }
                switch (fates.of(row)) {
                    case DATA -> {
                        read(table, row, known);
                        accepted++;
                    }
                    case REFUSED -> rejected++;
                    case DUPLICATE -> duplicate++;
                    case EXAMPLE -> {}
                }
            }
        }
        return new ImportDraft(
                file,
                CaseWorkbookImporter.KIND,
                layout(tables),
                zone.orElse(""),
                country.orElse(""),
                accepted + rejected + duplicate,
                accepted,
                rejected,
                duplicate,
                entities.toList(),
                referring(),
                CallTable.EMPTY,
                TransferTable.EMPTY,
                inOrder(),
                caseGrades);
    }

    List<WorkbookTable> tables() {
        return tables;
    }

    Fate fate(TableRow row) {
        return fates.of(row);
    }

    Optional<Claim> claim(TableRow row) {
        return Optional.ofNullable(claimOfRow.get(row));
    }

    static String layout(List<WorkbookTable> tables) {
        return "case workbook: "
                + String.join(", ", tables.stream().map(WorkbookTable::name).toList());
    }

    private void setAsideExamplesAndDuplicates() {
        for (WorkbookTable table : tables) {
            if (table.sheet().isEmpty()) {
                continue;
            }
            CaseSheet sheet = table.sheet().get();
            int examples = 0;
            Map<List<String>, Long> seen = new HashMap<>();
            for (TableRow row : table.rows()) {
                if (!fates.isData(row)) {
                    continue;
                }
                if (CaseExamples.isExample(sheet, table, row)) {
                    fates.put(row, Fate.EXAMPLE);
                    examples++;
                    continue;
                }
                Long before = seen.putIfAbsent(row.cells(), row.number());
                if (before != null) {
                    boolean sameId = !table.first(row, CaseColumn.Content.ID).isEmpty();
                    if (sameId) {
                        fates.put(row, Fate.DUPLICATE);
                    }
                    issues.add(new ImportIssue(
                            Severity.NOTE,
                            table.name(),
                            row.number(),
                            "",
                            "",
                            "",
                            "the row is the same as row " + before
                                    + (sameId ? ", so it was taken once" : " in every cell; both were taken")));
                }
            }
            if (examples > 0) {
                issues.add(new ImportIssue(
                        Severity.NOTE,
                        table.name(),
                        0,
                        "",
                        "",
                        "",
                        "the template's example row was left in place and was not read"));
            }
        }
    }

    private Optional<String> homeCountry(CaseSettings settings) {
        Optional<String> stated = options.country().or(settings::country);
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> code = cellValues.country(stated.get());
        if (code.isPresent()) {
            try {
                return new PhoneNumbers(code).home();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        if (options.country().isPresent()) {
            issues.add(new ImportIssue(
                    Severity.WARNING,
                    "",
                    0,
                    "",
                    stated.get(),
                    "a country's two letters",
                    "no such country, so numbers without prefix were kept as written"));
        }
        return Optional.empty();
    }

    private Optional<String> zone(CaseSettings settings) {
        if (options.zone().isPresent()) {
            return options.zone().map(ZoneId::getId);
        }
        if (settings.zone().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(settings.zone().get()).getId());
        } catch (DateTimeException e) {
            issues.add(new ImportIssue(
                    Severity.WARNING,
                    "Case",
                    0,
                    "value",
                    settings.zone().get(),
                    "a time zone such as Europe/Riga",
                    "not a known time zone; times were kept as local times"));
            return Optional.empty();
        }
    }

    private void collectSources() {
        for (WorkbookTable table : tables) {
            if (!table.sheet().equals(Optional.of(CaseSheet.SOURCES))) {
                continue;
            }
            for (TableRow row : table.rows()) {
                if (!fates.isData(row)) {
                    continue;
                }
                String id = table.first(row, CaseColumn.Content.ID);
                String title = table.value(row, "title");
                String cited = id.isEmpty() ? title : id;
                for (String name : List.of(id, title)) {
                    if (!name.isEmpty()) {
                        gradesOfSource.putIfAbsent(Folding.name(name), ownGrades(table, row));
                        idOfSource.putIfAbsent(Folding.name(name), cited);
                    }
                }
            }
        }
    }

    private static Grades ownGrades(WorkbookTable table, TableRow row) {
        return new Grades(
                table.first(row, CaseColumn.Content.SOURCE_GRADE),
                table.first(row, CaseColumn.Content.INFORMATION_GRADE),
                table.first(row, CaseColumn.Content.HANDLING));
    }

    /** Somebody named where only an organisation can stand is one wherever else the name is used. */
    private void collectOrganisationsOnly(CaseIdentities known) {
        for (WorkbookTable table : tables) {
            for (int i = 0; i < table.headings().size(); i++) {
                Optional<CaseColumn> column = table.headings().get(i).column();
                if (column.isEmpty()
                        || column.get().kinds().isEmpty()
                        || column.get().kinds().getFirst() != EntityKind.ORGANISATION) {
                    continue;
                }
                for (TableRow row : table.rows()) {
                    if (fates.isData(row)) {
                        for (String element : CellValues.elements(row.cells().get(i))) {
                            String name = CaseIdentities.stated(element);
                            if (known.directory().find(name, column.get().kinds(), List.of()) instanceof Found.Nobody) {
                                organisationsOnly.add(Folding.name(name));
                            }
                        }
                    }
                }
            }
        }
    }

    private void noteUnknownSheetsAndColumns() {
        for (WorkbookTable table : tables) {
            boolean known = CaseSheet.named(table.name()).isPresent();
            if (!known) {
                issues.add(new ImportIssue(
                        Severity.WARNING,
                        table.name(),
                        0,
                        "",
                        table.name(),
                        String.join(
                                ", ",
                                Arrays.stream(CaseSheet.values())
                                        .map(CaseSheet::title)
                                        .toList()),
                        "not a sheet of the case workbook; its rows were kept as written and take no part in the"
                                + " analysis"));
            } else if (table.sheet().isPresent()) {
                for (Heading heading : table.headings()) {
                    if (heading.column().isEmpty()) {
                        issues.add(new ImportIssue(
                                Severity.NOTE,
                                table.name(),
                                0,
                                heading.header(),
                                heading.header(),
                                "",
                                "not a column of this sheet; kept as an attribute"));
                    }
                }
            }
        }
    }

    /** The row being read. */
    private final class RowBeingRead {
        final WorkbookTable table;
        final TableRow row;
        final List<Participant> participants = new ArrayList<>();
        final Map<String, String> values = new LinkedHashMap<>();
        Optional<PartialDate> from = Optional.empty();
        Optional<PartialDate> to = Optional.empty();
        Optional<PartialDate> date = Optional.empty();
        boolean open;

        RowBeingRead(WorkbookTable table, TableRow row) {
            this.table = table;
            this.row = row;
        }

        void put(Part part, Entity entity, Certainty certainty) {
            entities.index(entity);
            Participant participant = new Participant(part, entity.id(), certainty);
            if (!participants.contains(participant)) {
                participants.add(participant);
            }
        }

        void warn(Heading heading, String found, String expected, String message) {
            issues.add(new ImportIssue(
                    Severity.WARNING, table.name(), row.number(), heading.header(), found, expected, message));
        }

        Period period() {
            if (from.isEmpty() && to.isEmpty() && !open) {
                return date.map(Period::on).orElse(Period.UNKNOWN);
            }
            Optional<PartialDate> start = from.or(() -> date);
            return open ? new Period(start, Optional.empty(), Period.End.OPEN) : Period.between(start, to);
        }
    }

    private void read(WorkbookTable table, TableRow row, CaseIdentities known) {
        RowBeingRead reading = new RowBeingRead(table, row);
        known.of(row).ifPresent(subject -> {
            boolean presumed = table.value(row, "name").endsWith("?")
                    || table.value(row, "number").endsWith("?");
            reading.put(Part.SUBJECT, subject, presumed ? Certainty.PRESUMED : Certainty.STATED);
        });
        String page = "";
        String cites = "";
        for (int i = 0; i < table.headings().size(); i++) {
            Heading heading = table.headings().get(i);
            String cell = row.cells().get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (heading.column().isEmpty()) {
                reading.values.put(heading.key(), cell);
                continue;
            }
            CaseColumn column = heading.column().get();
            if (saysUnknown(column, cell)) {
                reading.values.put(heading.key(), cell);
                continue;
            }
            switch (column.content()) {
                case ID -> reading.values.put(heading.key(), cell);
                case TEXT -> text(reading, heading, column, cell);
                case REFERENCE -> references(reading, heading, column, cell);
                case REFERENCE_OR_ROW, ROW -> references(reading, heading, column, cell);
                case FROM -> date(reading, heading, cell).ifPresent(d -> reading.from = Optional.of(d));
                case TO -> {
                    if (STILL.contains(Folding.name(cell))) {
                        reading.open = true;
                    } else {
                        date(reading, heading, cell).ifPresent(d -> reading.to = Optional.of(d));
                    }
                }
                case DATE -> date(reading, heading, cell).ifPresent(d -> reading.date = Optional.of(d));
                case DATE_VALUE -> {
                    date(reading, heading, cell);
                    reading.values.put(heading.key(), cell);
                }
                case QUANTITY -> quantity(reading, heading, cell);
                case SHARE -> keep(reading, heading, cell, cellValues.share(cell));
                case COUNTRY -> keep(reading, heading, cell, cellValues.countries(cell));
                case CURRENCY -> keep(reading, heading, cell, cellValues.currency(cell));
                case SOURCE -> cites = cites(reading, heading, cell, known);
                case PAGE -> page = cell;
                case SOURCE_GRADE, INFORMATION_GRADE, HANDLING -> {}
            }
        }
        equipment(reading);
        warnOfReversedPeriod(reading);
        Grades grades = ownGrades(table, row).orElse(gradesOf(cites)).orElse(caseGrades);
        Claim claim = new Claim(
                ClaimId.of(file.id(), table.name(), row.number()),
                table.sheet().map(CaseSheet::type).orElse(ClaimType.OTHER),
                reading.participants,
                reading.values,
                reading.period(),
                List.of(),
                new Provenance(file.id(), table.name(), row.number(), page, cites),
                grades);
        claims.add(claim);
        claimOfRow.put(row, claim);
    }

    /** Whether a cell only says that the matter is unknown; references to somebody of that name are looked up first. */
    private static boolean saysUnknown(CaseColumn column, String cell) {
        return switch (column.content()) {
            case TEXT -> cell.equals("?");
            case FROM, TO, DATE, DATE_VALUE, QUANTITY, SHARE, COUNTRY, CURRENCY -> UNKNOWN.contains(Folding.name(cell));
            case ID, REFERENCE, REFERENCE_OR_ROW, ROW, SOURCE, PAGE, SOURCE_GRADE, INFORMATION_GRADE, HANDLING -> false;
        };
    }

    private Grades gradesOf(String cites) {
        Grades grades = gradesOfSource.getOrDefault(Folding.name(cites), Grades.NONE);
        for (String element : CellValues.elements(cites)) {
            grades = grades.orElse(gradesOfSource.getOrDefault(Folding.name(element), Grades.NONE));
        }
        return grades;
    }

    private void text(RowBeingRead reading, Heading heading, CaseColumn column, String cell) {
        if (column.words().isEmpty()) {
            reading.values.put(heading.key(), cell);
            return;
        }
        keep(reading, heading, cell, cellValues.words(cell, column.words()));
    }

    /** Keeps a value; what was written stays beside it where it was brought to another spelling. */
    private static void keep(RowBeingRead reading, Heading heading, String cell, CellValues.Kept kept) {
        reading.values.put(heading.key(), kept.text());
        if (!Folding.heading(kept.text()).equals(Folding.heading(cell))) {
            reading.values.put(heading.key() + " as written", cell);
        }
        kept.doubt().ifPresent(d -> reading.warn(heading, d.found(), d.expected(), d.message()));
    }

    private void quantity(RowBeingRead reading, Heading heading, String cell) {
        Optional<CellValues.Amount> amount = cellValues.amountWithCurrency(cell);
        if (amount.isPresent() && reading.table.value(reading.row, "currency").isEmpty()) {
            reading.values.put(heading.key(), amount.get().number());
            reading.values.put(heading.key() + " as written", cell);
            reading.values.put("currency", amount.get().currency());
            return;
        }
        keep(
                reading,
                heading,
                cell,
                amount.map(a -> CellValues.Kept.sure(a.number())).orElseGet(() -> cellValues.quantity(cell)));
    }

    private static Optional<PartialDate> date(RowBeingRead reading, Heading heading, String cell) {
        return switch (PartialDates.read(cell)) {
            case PartialDates.Reading.Read read -> Optional.of(wholeDay(read.date()));
            case PartialDates.Reading.Doubtful doubtful -> {
                reading.values.put(heading.key(), cell);
                reading.warn(heading, cell, "2024-03-05", doubtful.why());
                yield Optional.of(doubtful.date());
            }
            case PartialDates.Reading.None none -> {
                reading.values.put(heading.key(), cell);
                reading.warn(
                        heading,
                        cell,
                        "a date: 2024-03-05, 2024-03, 2024, 1990s, ~2024",
                        "not a date; kept as written, and the row has no such time");
                yield Optional.empty();
            }
        };
    }

    /** Programs write a date without a time as midnight to the second. */
    private static PartialDate wholeDay(PartialDate date) {
        return date.precision() == Precision.SECOND
                        && date.start().toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new PartialDate(date.start(), Precision.DAY, date.certainty())
                : date;
    }

    private static void warnOfReversedPeriod(RowBeingRead reading) {
        if (reading.from.isPresent()
                && reading.to.isPresent()
                && !reading.from.get().start().isBefore(reading.to.get().end())) {
            warnAtEnd(reading);
        }
    }

    private static void warnAtEnd(RowBeingRead reading) {
        for (Heading heading : reading.table.headings()) {
            if (heading.column().map(CaseColumn::content).equals(Optional.of(CaseColumn.Content.TO))) {
                reading.warn(
                        heading,
                        reading.from.map(PartialDate::toString).orElse("") + " to "
                                + reading.to.map(PartialDate::toString).orElse(""),
                        "an end after the beginning",
                        "the row ends before it begins; both dates were kept");
                return;
            }
        }
    }

    private String cites(RowBeingRead reading, Heading heading, String cell, CaseIdentities known) {
        String whole = idOfSource.get(Folding.name(cell));
        if (whole != null) {
            return whole;
        }
        List<String> cited = new ArrayList<>();
        for (String element : CellValues.elements(cell)) {
            String name = CaseIdentities.stated(element);
            String id = idOfSource.get(Folding.name(name));
            if (id == null && doubtedReferences.add("source/" + Folding.name(name))) {
                entities.index(known.referenceOnly(EntityKind.DOCUMENT, name));
                reading.warn(
                        heading,
                        name,
                        "the id of a row of Sources",
                        "no such source; the row was kept and cites it as written");
            }
            cited.add(id == null ? name : id);
        }
        return String.join("; ", cited);
    }

    private void equipment(RowBeingRead reading) {
        if (!reading.table.sheet().equals(Optional.of(CaseSheet.PHONES))) {
            return;
        }
        for (String imei : CellValues.elements(reading.values.getOrDefault("imei", ""))) {
            equipment(reading, Part.HANDSET, EntityKind.HANDSET, imei);
        }
        for (String imsi : CellValues.elements(reading.values.getOrDefault("imsi", ""))) {
            equipment(reading, Part.SIM, EntityKind.SIM, imsi);
        }
    }

    private static void equipment(RowBeingRead reading, Part part, EntityKind kind, String text) {
        String number = CaseIdentities.stated(text);
        Optional<String> read =
                kind == EntityKind.HANDSET ? EquipmentNumbers.imei(number) : EquipmentNumbers.imsi(number);
        String key = read.orElse(number);
        if (!key.isEmpty()) {
            reading.put(
                    part,
                    new Entity(EntityId.of(kind, key), kind, key, Entity.Standing.DESCRIBED),
                    text.endsWith("?") ? Certainty.PRESUMED : Certainty.STATED);
        }
    }

    private void references(RowBeingRead reading, Heading heading, CaseColumn column, String cell) {
        CaseIdentities known = identities.orElseThrow();
        List<String> asWritten = new ArrayList<>();
        List<String> elements = CellValues.elements(cell);
        // A name may itself hold the sign that separates lists.
        if (elements.size() > 1
                && known.directory().find(Folding.spaced(cell), column.kinds(), List.of()) instanceof Found.One) {
            elements = List.of(Folding.spaced(cell));
        }
        for (String element : elements) {
            boolean rows = column.content() != CaseColumn.Content.REFERENCE && RowReferences.isReference(element);
            if (rows || column.content() == CaseColumn.Content.ROW) {
                asWritten.add(element);
                continue;
            }
            boolean presumed = element.length() > 1 && element.endsWith("?");
            String name = CaseIdentities.stated(element);
            Certainty certainty = presumed ? Certainty.PRESUMED : Certainty.STATED;
            Optional<Entity> entity = resolve(reading, heading, column, name, known);
            if (entity.isPresent()) {
                reading.put(column.part().orElseThrow(), entity.get(), certainty);
            } else if (UNKNOWN.contains(Folding.name(name))) {
                asWritten.add(element);
            }
        }
        if (!asWritten.isEmpty()) {
            reading.values.put(heading.key(), String.join("; ", asWritten));
        }
    }

    /** The entity a reference names; empty when it says "unknown" or names what was refused. */
    private Optional<Entity> resolve(
            RowBeingRead reading, Heading heading, CaseColumn column, String name, CaseIdentities known) {
        List<EntityKind> kinds = column.kinds();
        return switch (known.directory().find(name, kinds, known.numbers(name, kinds))) {
            case Found.One one -> Optional.of(known.entity(one.entity()));
            case Found.ByAlias alias -> {
                if (doubtedReferences.add("alias/" + Folding.name(name))) {
                    reading.warn(
                            heading, name, alias.name(), "taken as the alias of " + alias.name() + "; use id or name");
                }
                yield Optional.of(known.entity(alias.entity()));
            }
            case Found.Several several -> {
                reading.warn(
                        heading,
                        name,
                        "an id",
                        several.number() + " rows answer to this, and nobody can say which is meant; it was kept apart"
                                + " as known only by reference; use an id");
                yield Optional.of(known.ambiguous(kinds.getFirst(), name, reading.table.name(), reading.row.number()));
            }
            case Found.Refused refused -> {
                reading.warn(
                        heading,
                        "",
                        "no victims' shelter",
                        "refers to a row that was refused because of a victims' shelter; the reference was not kept");
                yield Optional.empty();
            }
            case Found.Nobody nobody ->
                UNKNOWN.contains(Folding.name(name))
                        ? Optional.empty()
                        : unknownByReference(reading, heading, column, name, known);
        };
    }

    private Optional<Entity> unknownByReference(
            RowBeingRead reading, Heading heading, CaseColumn column, String name, CaseIdentities known) {
        EntityKind likeliest = column.kinds().getFirst();
        if (likeliest == EntityKind.PHONE) {
            Optional<Entity> phone = known.phone(name, Entity.Standing.REFERENCE_ONLY);
            boolean held = column.part().equals(Optional.of(Part.CONTACT));
            if (phone.isPresent() && held) {
                // Most numbers in a handset are known from nowhere else: nothing to warn of.
                return phone;
            }
            if (known.isWithheld(name)) {
                reading.values.put(heading.key(), name);
                return Optional.empty();
            }
            warnOfReference(reading, heading, name, "the id or number of a row of Phones");
            return phone.or(() -> Optional.of(known.referenceOnly(EntityKind.PHONE, name)));
        }
        boolean nominal = column.part().equals(Optional.of(Part.NOMINAL_PAYER))
                || column.part().equals(Optional.of(Part.NOMINAL_PAYEE));
        warnOfReference(
                reading,
                heading,
                name,
                column.content() == CaseColumn.Content.REFERENCE_OR_ROW
                        ? "an id, an exact name or Sheet!row"
                        : "an id or an exact name");
        if (column.kinds().contains(EntityKind.ACCOUNT)) {
            Optional<Entity> account = known.account(name, Entity.Standing.REFERENCE_ONLY);
            if (account.isPresent()) {
                return account;
            }
        }
        EntityKind kind = likeliest == EntityKind.PERSON && organisationsOnly.contains(Folding.name(name))
                ? EntityKind.ORGANISATION
                : likeliest;
        Entity entity = known.referenceOnly(kind, name);
        return Optional.of(nominal ? new Entity(entity.id(), kind, name, Entity.Standing.NAME_ONLY) : entity);
    }

    private void warnOfReference(RowBeingRead reading, Heading heading, String name, String expected) {
        if (doubtedReferences.add(Folding.name(name))) {
            reading.warn(
                    heading,
                    name,
                    expected,
                    "described nowhere in the workbook; kept as known only by reference until another workbook of the"
                            + " case describes it (said once for each name)");
        }
    }

    /** The claims with their {@code Sheet!row} references, which only now all have names. */
    private List<Claim> referring() {
        RowReferences references = new RowReferences(tables, claimOfRow::get, UNKNOWN, issues);
        Map<ClaimId, Claim> changed = new HashMap<>();
        for (WorkbookTable table : tables) {
            List<Heading> columns = RowReferences.columns(table);
            for (TableRow row : columns.isEmpty() ? List.<TableRow>of() : table.rows()) {
                Claim claim = claimOfRow.get(row);
                if (claim != null) {
                    Claim with = references.resolved(table, row, claim, columns);
                    changed.put(claim.id(), with);
                    claimOfRow.put(row, with);
                }
            }
        }
        return claims.stream().map(c -> changed.getOrDefault(c.id(), c)).toList();
    }

    private List<ImportIssue> inOrder() {
        Map<String, Integer> order = new HashMap<>();
        for (WorkbookTable table : tables) {
            order.putIfAbsent(table.name(), order.size() + 1);
        }
        return issues.stream()
                .sorted(Comparator.comparingInt((ImportIssue i) -> order.getOrDefault(i.sheet(), 0))
                        .thenComparingLong(ImportIssue::line))
                .toList();
    }
}
