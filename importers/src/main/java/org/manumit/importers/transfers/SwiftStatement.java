package org.manumit.importers.transfers;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.importers.draft.GuardedLines;
import org.manumit.importers.transfers.BankStatements.Balance;
import org.manumit.importers.transfers.MoneyWords.Direction;

/**
 * Reads SWIFT MT940 and MT942 statements with the freedoms banks take: with or without envelope, blank lines, fields of
 * their own. Read here and not by a library, because those refuse what deviates from the standard, and nearly every bank
 * does. Dates have two digits of the year: 80 to 99 are of the last century. Not thread-safe.
 */
final class SwiftStatement {

    private static final Pattern FIELD = Pattern.compile(":(\\d{2}[A-Z]?|NS):(.*)", Pattern.DOTALL);
    private static final Pattern MOVEMENT = Pattern.compile(
            "(\\d{6})(\\d{4})?(R[CD]|E[CD]|[CD])([A-Z])?(\\d{1,15}[,.]?\\d{0,4})([A-Z][A-Z0-9]{3})?([^\\n]*)(?:\\n(.*))?",
            Pattern.DOTALL);
    private static final Pattern BALANCE =
            Pattern.compile("([CD])(\\d{6})([A-Z]{3})(\\d{1,15}[,.]?\\d{0,4})\\s*", Pattern.DOTALL);
    private static final Pattern CURRENCY = Pattern.compile("\\b([A-Z]{3})");
    private static final int LONGEST_FIELD = 200_000;
    private static final int WIDTH = 65;

    private final BankStatements statements;
    private Party own = Party.NOBODY;
    private String account = "";
    private String number = "";
    private String currency = "";
    private Optional<Balance> opening = Optional.empty();
    private @Nullable Movement movement;
    private boolean open;
    private boolean ended;

    private static final class Movement {
        private final long line;
        private final Matcher parts;
        private final StringBuilder information = new StringBuilder();
        private final StringBuilder further = new StringBuilder();

        Movement(long line, Matcher parts) {
            this.line = line;
            this.parts = parts;
        }
    }

    SwiftStatement(BankStatements statements) {
        this.statements = statements;
    }

    /** Whether a text begins as such a statement does. */
    static boolean is(String head) {
        Matcher field =
                Pattern.compile("(?m)^:(20|25|28C?|60[FM]|61|34F|13D?):").matcher(head);
        int found = 0;
        boolean movementOrBalance = false;
        while (field.find()) {
            found++;
            String tag = field.group(1);
            movementOrBalance |= tag.startsWith("6") || tag.equals("34F");
        }
        return found >= 3 && movementOrBalance;
    }

    void read(GuardedLines lines) throws IOException {
        StringBuilder field = new StringBuilder();
        long at = 0;
        long line = 0;
        for (Optional<String> text = lines.next(); text.isPresent(); text = lines.next()) {
            line++;
            String plain = withoutEnvelope(text.get());
            if (FIELD.matcher(plain).matches()) {
                field(field.toString(), at);
                field.setLength(0);
                field.append(plain);
                at = line;
            } else if (!field.isEmpty() && !plain.isBlank() && field.length() < LONGEST_FIELD) {
                field.append('\n').append(plain);
            }
        }
        field(field.toString(), at);
        endStatement(Optional.empty());
    }

    /** Without the blocks that SWIFT wraps around a message. */
    private static String withoutEnvelope(String line) {
        String text = line;
        int block = text.indexOf("{4:");
        if (text.startsWith("{1:") || text.startsWith("{2:") || block >= 0) {
            text = block >= 0 ? text.substring(block + 3) : "";
        }
        return text.startsWith("-}") || text.equals("-") ? "" : text;
    }

    private void field(String text, long line) {
        Matcher field = FIELD.matcher(text);
        if (!field.matches()) {
            return;
        }
        String value = field.group(2).stripTrailing();
        switch (field.group(1)) {
            case "20" -> {
                endStatement(Optional.empty());
                opening = Optional.empty();
                currency = "";
                number = value.strip();
                account = "";
                open = true;
                ended = false;
                statements.begin(number, line);
            }
            case "25", "25P" -> {
                account = value.lines().findFirst().orElse("").strip();
                own = Party.account(plainAccount(account));
            }
            case "28", "28C" -> {
                number = value.strip();
                statements.begin(number, line);
            }
            case "60F", "60M" -> opening = balance(value, line);
            case "34F", "90D", "90C" -> {
                Matcher code = CURRENCY.matcher(value.replaceFirst("^\\d+", ""));
                if (currency.isEmpty() && code.lookingAt()) {
                    currency = code.group(1);
                }
            }
            case "61" -> {
                endMovement();
                Matcher parts = MOVEMENT.matcher(value.strip());
                if (parts.matches()) {
                    movement = new Movement(line, parts);
                } else {
                    statements.reject(line, ":61:", value.strip(), "a movement, such as 2401150115D12,50NTRF");
                }
            }
            case "86" -> {
                if (movement != null) {
                    movement.information
                            .append(movement.information.isEmpty() ? "" : "\n")
                            .append(unwrapped(value));
                }
            }
            case "NS" -> {
                if (movement != null) {
                    movement.further
                            .append(movement.further.isEmpty() ? "" : "\n")
                            .append(value);
                }
            }
            case "62F", "62M" -> endStatement(balance(value, line));
            default -> {}
        }
    }

    /** Without the line breaks that only the width of the field made. */
    private static String unwrapped(String value) {
        StringBuilder text = new StringBuilder();
        int before = 4;
        for (String line : value.split("\n", -1)) {
            boolean full = before + line.length() >= WIDTH;
            text.append(line).append(full ? "" : "\n");
            before = 0;
        }
        return text.toString().stripTrailing();
    }

    private Optional<Balance> balance(String value, long line) {
        Matcher parts = BALANCE.matcher(value);
        if (!parts.lookingAt()) {
            statements.note(Severity.WARNING, line, "'" + value + "' is no balance, so the sums cannot be checked.");
            return Optional.empty();
        }
        currency = parts.group(3);
        BigDecimal amount = amount(parts.group(4));
        return Optional.of(new Balance(parts.group(1).equals("D") ? amount.negate() : amount, currency));
    }

    private static BigDecimal amount(String text) {
        String plain = text.replace(',', '.');
        return new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
    }

    private void endStatement(Optional<Balance> closing) {
        endMovement();
        if (open && !ended) {
            statements.end(opening, closing);
            ended = closing.isPresent();
        }
    }

    private void endMovement() {
        Movement done = movement;
        movement = null;
        if (done == null) {
            return;
        }
        Matcher parts = done.parts;
        Optional<LocalDate> value = date(parts.group(1));
        if (value.isEmpty()) {
            statements.reject(done.line, ":61:", parts.group(1), "a date, such as 240115");
            return;
        }
        LocalDate booked = parts.group(2) == null ? value.get() : booked(parts.group(2), value.get());
        String mark = parts.group(3);
        Direction direction = mark.equals("C") || mark.equals("RD") || mark.equals("EC") ? Direction.IN : Direction.OUT;
        Map<String, String> said = new LinkedHashMap<>();
        Information information = Information.of(done.information.toString(), account, direction);
        said.put("booking", information.booking());
        said.put("purpose", information.purpose());
        String references = parts.group(7) == null ? "" : parts.group(7).strip();
        int slashes = references.indexOf("//");
        String own940 = slashes < 0 ? references : references.substring(0, slashes);
        String banks = slashes < 0 ? "" : references.substring(slashes + 2).strip();
        said.put("reference", own940.equals("NONREF") || own940.equals("EREF") ? "" : own940);
        said.put("bank reference", banks);
        said.put("code", parts.group(6) == null ? "" : parts.group(6));
        said.put("supplement", parts.group(8) == null ? "" : parts.group(8));
        said.put("further", done.further.toString());
        said.putAll(information.particulars());
        if (!booked.equals(value.get())) {
            said.put("value date", value.get().toString());
        }
        if (mark.startsWith("R")) {
            said.put("reversal", "yes");
        }
        String supplement = parts.group(8) == null ? "" : parts.group(8).strip();
        // Some banks give the other side's account in the line below the movement.
        String otherAccount =
                information.account().isEmpty() && Iban.isValid(supplement) ? supplement : information.account();
        BankEntry entry = new BankEntry(
                done.line,
                own,
                new Party(otherAccount, information.name(), "", ""),
                information.real().isEmpty() ? Party.NOBODY : new Party("", information.real(), "", ""),
                direction,
                amount(parts.group(5)),
                currency,
                booked.atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                TransferTable.TimeBasis.DATE,
                // A till or a counter is no number of a movement.
                banks.chars().filter(Character::isDigit).count() >= 5 ? banks : "",
                said);
        if (own.isNobody()) {
            statements.reject(done.line, ":25:", "", "the account");
        } else if (mark.startsWith("E")) {
            statements.remark("Movements that the bank only expects, kept", done.line);
            statements.add(entry);
        } else {
            statements.booked(entry);
        }
    }

    private static Optional<LocalDate> date(String text) {
        int year = Integer.parseInt(text.substring(0, 2));
        return date(
                year >= 80 ? 1900 + year : 2000 + year,
                Integer.parseInt(text.substring(2, 4)),
                Integer.parseInt(text.substring(4)));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            // Banks that reckon with months of thirty days write 30 February.
            return Optional.of(
                    month == 2 && (day == 29 || day == 30)
                            ? LocalDate.of(year, 3, 1).minusDays(1)
                            : LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The booking day, which has no year, nearest to the value date. */
    private static LocalDate booked(String monthAndDay, LocalDate value) {
        int month = Integer.parseInt(monthAndDay.substring(0, 2));
        int day = Integer.parseInt(monthAndDay.substring(2));
        LocalDate nearest = value;
        long apart = Long.MAX_VALUE;
        for (int year = value.getYear() - 1; year <= value.getYear() + 1; year++) {
            Optional<LocalDate> candidate = date(year, month, day);
            if (candidate.isPresent() && Math.abs(candidate.get().toEpochDay() - value.toEpochDay()) < apart) {
                nearest = candidate.get();
                apart = Math.abs(nearest.toEpochDay() - value.toEpochDay());
            }
        }
        return nearest;
    }

    /** {@code NL..INGB0123 EUR}, {@code /NL..}, {@code 37040044/532013000}: the number alone. */
    private static String plainAccount(String text) {
        String plain = text.startsWith("/") ? text.substring(1) : text;
        return Iban.within(plain, "").orElse(plain.replaceFirst("\\s*[A-Z]{3}$", ""));
    }

    /**
     * What the free text of field 86 says.
     *
     * @param account the other side's account, or empty
     * @param name the other side's name, or empty
     * @param real who is really behind it, or empty
     * @param booking the bank's word for the kind of movement
     * @param purpose what the payer wrote
     * @param particulars the rest
     */
    record Information(
            String account, String name, String real, String booking, String purpose, Map<String, String> particulars) {

        /** How wide a numbered part is; one that is full goes on in the next. */
        private static final int SUBFIELD = 27;

        private static final List<String> PARTIES = List.of("ORDP", "BENM", "ULTD", "ULTB", "ULTC");
        private static final Pattern NUMBERED = Pattern.compile("^(\\d{3})?\\s*([?><~^|])(\\d{2})");
        private static final Pattern SLASHED = Pattern.compile(
                "/(TRTP|IBAN|BIC|NAME|REMI|EREF|ORDP|BENM|CNTP|MARF|CSID|ADDR|ISDT|PREF|RTRN|PURP|ULTD|ULTB|ULTC|SVCL"
                        + "|OCMT|CHGS|CDTRREFTP|ACC)/");
        private static final Pattern ORDER =
                Pattern.compile("(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC)\\+");
        private static final Pattern REK = Pattern.compile("REK(?:ENING)?:\\s*([A-Z0-9 .]+?)\\s*/\\s*NAAM:\\s*(.+)");

        static Information of(String text, String own, Direction direction) {
            Matcher numbered = NUMBERED.matcher(text.strip());
            if (numbered.find()) {
                return numbered(text.strip(), numbered.group(2), numbered.group(1));
            }
            return SLASHED.matcher(text).find() ? slashed(text, own, direction) : plain(text, own);
        }

        private static Information numbered(String text, String mark, @Nullable String code) {
            Map<String, String> fields = new LinkedHashMap<>();
            String[] parts = text.split(Pattern.quote(mark) + "(?=\\d{2})", -1);
            for (int i = 1; i < parts.length; i++) {
                fields.merge(parts[i].substring(0, 2), parts[i].substring(2), (a, b) -> a + "\n" + b);
            }
            StringBuilder purpose = new StringBuilder();
            boolean full = false;
            for (Map.Entry<String, String> field : fields.entrySet()) {
                int tag = Integer.parseInt(field.getKey());
                if ((tag >= 20 && tag <= 29) || (tag >= 60 && tag <= 63)) {
                    purpose.append(full || purpose.isEmpty() ? "" : "\n").append(field.getValue());
                    full = field.getValue().length() >= SUBFIELD;
                }
            }
            Map<String, String> rest = new LinkedHashMap<>();
            rest.put("transaction code", code == null ? "" : code);
            rest.put("bank of the other side", compact(fields.getOrDefault("30", "")));
            rest.put("text key", fields.getOrDefault("34", ""));
            String account = compact(fields.getOrDefault("31", ""));
            String iban = compact(fields.getOrDefault("38", ""));
            String name = join(fields.getOrDefault("32", ""), fields.getOrDefault("33", ""));
            Orders orders = Orders.of(purpose.toString());
            return new Information(
                    iban.isEmpty() ? account.isEmpty() ? orders.iban : account : iban,
                    name,
                    orders.real,
                    fields.getOrDefault("00", ""),
                    orders.purpose,
                    with(rest, orders.rest));
        }

        private static Information slashed(String text, String own, Direction direction) {
            String flat = text.replace('\n', ' ');
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher matcher = SLASHED.matcher(flat);
            List<int[]> places = new ArrayList<>();
            List<String> names = new ArrayList<>();
            while (matcher.find()) {
                places.add(new int[] {matcher.start(), matcher.end()});
                names.add(matcher.group(1));
                matcher.region(matcher.end() - 1, flat.length());
            }
            String before = flat.substring(0, places.getFirst()[0]);
            for (int i = 0; i < names.size(); i++) {
                int to = i + 1 < names.size() ? places.get(i + 1)[0] : flat.length();
                String value = flat.substring(Math.min(places.get(i)[1], to), to);
                boolean ofParty = names.get(i).equals("NAME") && i > 0 && PARTIES.contains(names.get(i - 1));
                fields.merge(ofParty ? names.get(i - 1) : names.get(i), value, (a, b) -> a.isBlank() ? b : a);
            }
            String account = fields.getOrDefault("IBAN", "");
            String name = fields.getOrDefault("NAME", "");
            String[] counterparty = fields.getOrDefault("CNTP", "").split("/", -1);
            if (counterparty.length >= 3) {
                account = account.isBlank() ? counterparty[0] : account;
                name = name.isBlank() ? counterparty[2] : name;
            }
            // Whoever is not the account's holder: the beneficiary of what went out, the orderer of what came in.
            List<String> others =
                    switch (direction) {
                        case OUT -> List.of("BENM", "ORDP");
                        case IN -> List.of("ORDP", "BENM");
                    };
            for (String party : others) {
                name = name.isBlank() ? fields.getOrDefault(party, "").replaceAll("^/+|/+$", "") : name;
            }
            Map<String, String> rest = new LinkedHashMap<>();
            fields.forEach((key, value) -> {
                if (!PARTIES.contains(key)
                        && !List.of("IBAN", "NAME", "CNTP", "REMI", "TRTP").contains(key)
                        && !value.equals("NOTPROVIDED")) {
                    rest.put(key, value.replaceAll("^/+|/+$", ""));
                }
            });
            rest.put("text", before);
            String purpose = fields.getOrDefault("REMI", "").replaceAll("^(USTD|STRD)?/+", "");
            String real = "";
            for (String party : List.of("ULTD", "ULTB", "ULTC")) {
                real = real.isBlank() ? fields.getOrDefault(party, "").replaceAll("/+(NAME)?/*", " ") : real;
            }
            return new Information(
                    compact(account).isEmpty() ? Iban.within(flat, own).orElse("") : compact(account),
                    name.strip(),
                    real.strip(),
                    fields.getOrDefault("TRTP", ""),
                    purpose.replaceAll("/+$", ""),
                    rest);
        }

        private static Information plain(String text, String own) {
            Matcher rek = REK.matcher(text);
            if (rek.find()) {
                return new Information(
                        compact(rek.group(1)), rek.group(2).strip(), "", "", text.substring(0, rek.start()), Map.of());
            }
            Orders orders = Orders.of(text);
            String account = orders.iban.isEmpty() ? Iban.within(text, own).orElse("") : orders.iban;
            return new Information(account, "", orders.real, "", orders.purpose, orders.rest);
        }

        /** The parts of a German purpose that have marks of their own. */
        private record Orders(String purpose, String iban, String real, Map<String, String> rest) {

            static Orders of(String text) {
                Matcher matcher = ORDER.matcher(text);
                if (!matcher.find()) {
                    return new Orders(text, "", "", Map.of());
                }
                String flat = text.replace('\n', ' ');
                matcher = ORDER.matcher(flat);
                Map<String, String> parts = new LinkedHashMap<>();
                String name = "";
                int from = 0;
                while (matcher.find()) {
                    parts.merge(name, flat.substring(from, matcher.start()), (a, b) -> a + " " + b);
                    name = matcher.group(1);
                    from = matcher.end();
                }
                parts.merge(name, flat.substring(from), (a, b) -> a + " " + b);
                Map<String, String> rest = new LinkedHashMap<>(parts);
                List.of("", "SVWZ", "IBAN", "ABWA", "ABWE").forEach(rest::remove);
                return new Orders(
                        (parts.getOrDefault("", "") + " " + parts.getOrDefault("SVWZ", "")).strip(),
                        compact(parts.getOrDefault("IBAN", "")),
                        (parts.getOrDefault("ABWA", "") + " " + parts.getOrDefault("ABWE", "")).strip(),
                        rest);
            }
        }

        private static Map<String, String> with(Map<String, String> one, Map<String, String> other) {
            Map<String, String> all = new LinkedHashMap<>(one);
            all.putAll(other);
            return all;
        }

        private static String join(String one, String other) {
            String text = (one + (other.isBlank() ? "" : "\n" + other)).replace('\n', ' ');
            return text.strip();
        }

        private static String compact(String text) {
            return text.replaceAll("\\s", "");
        }
    }
}
