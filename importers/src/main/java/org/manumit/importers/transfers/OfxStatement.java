package org.manumit.importers.transfers;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.importers.transfers.MoneyWords.Direction;

/**
 * Reads OFX statements, the SGML of version 1 (whose elements are not closed) and the XML of version 2 alike, as a stream
 * of marks and values. Read here and not by a library: the one there is has not been maintained for years. Not
 * thread-safe.
 */
final class OfxStatement {

    private static final int LONGEST = 100_000;
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})?)?(?:\\.\\d+)?(?:\\[([+-]?\\d{1,2})(?:\\.(\\d{1,2}))?(?::.*)?\\])?.*");
    private static final Set<String> OUT =
            Set.of("DEBIT", "ATM", "POS", "FEE", "SRVCHG", "PAYMENT", "CHECK", "CASH", "DIRECTDEBIT", "REPEATPMT");

    private final BankStatements statements;
    private final ZoneId zone;
    private final Map<String, String> account = new HashMap<>();
    private final Map<String, String> movement = new LinkedHashMap<>();
    private final Map<String, String> otherAccount = new HashMap<>();
    private String currency = "";
    private String within = "";
    private boolean other;
    private boolean converted;
    private long investments;
    private long movements;

    OfxStatement(BankStatements statements, ZoneId zone) {
        this.statements = statements;
        this.zone = zone;
    }

    static boolean is(String head) {
        String text = head.stripLeading();
        return text.startsWith("OFXHEADER")
                || text.contains("<?OFX")
                || (text.startsWith("<") && text.contains("<OFX>"))
                || (text.contains("OFXHEADER:") && text.contains("<OFX>"));
    }

    void read(Reader in) throws IOException {
        StringBuilder mark = new StringBuilder();
        StringBuilder value = new StringBuilder();
        boolean inMark = false;
        String open = "";
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '<') {
                value(open, value.toString());
                value.setLength(0);
                mark.setLength(0);
                inMark = true;
            } else if (c == '>' && inMark && isOpenCharacterData(mark)) {
                mark.append('>');
            } else if (c == '>' && inMark) {
                inMark = false;
                if (mark.indexOf("![CDATA[") == 0) {
                    value(open, mark.substring(8, mark.length() - 2));
                    continue;
                }
                if (mark.indexOf("!--") == 0 || mark.indexOf("?") == 0) {
                    continue;
                }
                String name = mark.toString().strip().toUpperCase(Locale.ROOT);
                if (name.startsWith("/")) {
                    end(name.substring(1));
                    open = "";
                } else {
                    begin(name);
                    open = name;
                }
            } else if (inMark && mark.length() < LONGEST) {
                mark.append((char) c);
            } else if (!inMark && value.length() < LONGEST) {
                value.append((char) c);
            }
        }
        end("STMTTRN");
        if (investments > 0) {
            statements.note(
                    Severity.NOTE,
                    0,
                    investments + " orders of securities (bought, sold, income) are no payments between accounts and"
                            + " were left out.");
        }
    }

    private static boolean isOpenCharacterData(StringBuilder mark) {
        int end = mark.length();
        return mark.indexOf("![CDATA[") == 0 && (end < 10 || mark.lastIndexOf("]]") != end - 2);
    }

    private void begin(String name) {
        switch (name) {
            case "STMTRS", "CCSTMTRS", "INVSTMTRS" -> {
                account.clear();
                currency = "";
            }
            case "BANKACCTFROM", "CCACCTFROM", "INVACCTFROM" -> within = name;
            case "INVBUY", "INVSELL", "INCOME", "REINVEST", "INVEXPENSE", "MARGININTEREST" -> investments++;
            case "ORIGCURRENCY" -> converted = true;
            case "STMTTRN" -> {
                end("STMTTRN");
                converted = false;
                movement.clear();
                otherAccount.clear();
                movements++;
                within = name;
            }
            case "BANKACCTTO", "CCACCTTO" -> other = true;
            default -> {}
        }
    }

    private void end(String name) {
        switch (name) {
            case "BANKACCTFROM", "CCACCTFROM", "INVACCTFROM" -> within = "";
            case "ORIGCURRENCY" -> converted = false;
            case "BANKACCTTO", "CCACCTTO" -> other = false;
            case "STMTTRN" -> {
                if (within.equals("STMTTRN")) {
                    movement();
                }
                within = "";
            }
            default -> {}
        }
    }

    private void value(String name, String text) {
        String plain = text.strip()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        if (name.isEmpty() || plain.isEmpty()) {
            return;
        }
        if (name.equals("CURDEF")) {
            currency = plain;
        } else if (within.equals("STMTTRN")) {
            // What was converted into the account's currency names the currency it came from.
            String key = converted && name.equals("CURSYM") ? "ORIGINAL CURRENCY" : name;
            (other ? otherAccount : movement).put(key, plain);
        } else if (within.endsWith("ACCTFROM")) {
            account.put(name, plain);
        }
    }

    private static String accountOf(Map<String, String> fields) {
        String number = fields.getOrDefault("ACCTID", "");
        String bank = fields.getOrDefault("BANKID", fields.getOrDefault("BROKERID", ""));
        return number.isEmpty() || bank.isEmpty() || Iban.isValid(number) ? number : bank + "/" + number;
    }

    private void movement() {
        String own = accountOf(account);
        if (own.isEmpty()) {
            statements.reject(movements, "ACCTID", "", "the account of the statement");
            return;
        }
        String text = movement.getOrDefault("TRNAMT", "");
        Optional<BigDecimal> amount = amount(text);
        if (amount.isEmpty()) {
            statements.reject(movements, "TRNAMT", text, "an amount, such as -12.50");
            return;
        }
        String posted = movement.getOrDefault("DTPOSTED", movement.getOrDefault("DTUSER", ""));
        Matcher date = DATE.matcher(posted);
        if (!date.matches()) {
            statements.reject(movements, "DTPOSTED", posted, "a date, such as 20240115");
            return;
        }
        long time;
        TransferTable.TimeBasis basis;
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
            boolean clock = date.group(4) != null && !posted.substring(8).matches("(000000|120000).*");
            basis = clock ? TransferTable.TimeBasis.INSTANT : TransferTable.TimeBasis.DATE;
            time = clock ? second(day, date) : day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        } catch (DateTimeException e) {
            statements.reject(movements, "DTPOSTED", posted, "a date that exists");
            return;
        }
        String type = movement.getOrDefault("TRNTYPE", "").toUpperCase(Locale.ROOT);
        boolean out = amount.get().signum() < 0 || (amount.get().signum() == 0 && OUT.contains(type));
        Map<String, String> said = new LinkedHashMap<>();
        said.put("purpose", movement.getOrDefault("MEMO", ""));
        said.put("type", type);
        said.put("original currency", movement.getOrDefault("ORIGINAL CURRENCY", ""));
        said.put("reference", movement.getOrDefault("REFNUM", ""));
        said.put("check", movement.getOrDefault("CHECKNUM", ""));
        said.put("bank reference", movement.getOrDefault("FITID", ""));
        String name = movement.getOrDefault("NAME", movement.getOrDefault("PAYEE", ""));
        statements.booked(new BankEntry(
                movements,
                Party.account(own),
                new Party(accountOf(otherAccount), name, "", ""),
                Party.NOBODY,
                out ? Direction.OUT : Direction.IN,
                amount.get().abs(),
                movement.getOrDefault("CURSYM", currency),
                time,
                basis,
                movement.getOrDefault("FITID", ""),
                said));
    }

    private long second(LocalDate day, Matcher date) {
        LocalDateTime local = day.atTime(
                Integer.parseInt(date.group(4)),
                Integer.parseInt(date.group(5)),
                date.group(6) == null ? 0 : Integer.parseInt(date.group(6)));
        return date.group(7) == null
                ? local.atZone(zone).toEpochSecond()
                : local.toEpochSecond(ZoneOffset.ofHours(Integer.parseInt(date.group(7))));
    }

    private static Optional<BigDecimal> amount(String text) {
        try {
            return Optional.of(new BigDecimal(text.replace(",", ".").replace("+", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
