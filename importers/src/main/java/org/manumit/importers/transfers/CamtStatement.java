package org.manumit.importers.transfers;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.manumit.graph.ImportIssue.Severity;
import org.manumit.graph.TransferTable;
import org.manumit.importers.draft.GuardedXml;
import org.manumit.importers.transfers.BankStatements.Balance;
import org.manumit.importers.transfers.MoneyWords.Direction;

/**
 * Reads ISO 20022 statements, reports and notifications (camt.052, .053, .054) of every version: elements are told by
 * their local names, and only one entry is in memory at a time. Read here and not by the bindings of a library, which
 * need a class per version and the whole message in memory. Not thread-safe.
 */
final class CamtStatement {

    private final BankStatements statements;
    private final ZoneId zone;
    private long movements;
    private boolean sawLocalTime;

    private String account = "";
    private String holder = "";
    private Optional<Balance> opening = Optional.empty();
    private Optional<Balance> closing = Optional.empty();

    CamtStatement(BankStatements statements, ZoneId zone) {
        this.statements = statements;
        this.zone = zone;
    }

    boolean sawLocalTime() {
        return sawLocalTime;
    }

    void read(InputStream in) throws XMLStreamException {
        XMLStreamReader xml = GuardedXml.reader(in);
        boolean within = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Stmt", "Rpt", "Ntfctn" -> {
                        within = true;
                        account = "";
                        holder = "";
                        opening = Optional.empty();
                        closing = Optional.empty();
                        statements.begin("", movements + 1);
                    }
                    case "Id" -> {
                        if (within && account.isEmpty()) {
                            statements.begin(Tree.read(xml).text(), movements + 1);
                        }
                    }
                    case "Acct" -> {
                        if (within) {
                            account(Tree.read(xml));
                        }
                    }
                    case "Bal" -> {
                        if (within) {
                            balance(Tree.read(xml));
                        }
                    }
                    case "Ntry" -> {
                        if (within) {
                            entry(Tree.read(xml));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("Stmt") || name.equals("Rpt") || name.equals("Ntfctn")) {
                    statements.end(opening, closing);
                    within = false;
                }
            }
        }
    }

    /** One element with all that is in it. */
    private record Tree(String name, Map<String, String> attributes, List<Tree> children, String text) {

        private static final int DEEPEST = 60;
        private static final int MOST = 2_000_000;

        static Tree read(XMLStreamReader xml) throws XMLStreamException {
            return read(xml, 0, new int[1]);
        }

        private static Tree read(XMLStreamReader xml, int depth, int[] count) throws XMLStreamException {
            if (depth > DEEPEST || ++count[0] > MOST) {
                throw new XMLStreamException("an entry holds far more than any bank writes", xml.getLocation());
            }
            String name = xml.getLocalName();
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
            List<Tree> children = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    children.add(read(xml, depth + 1, count));
                } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    break;
                }
            }
            return new Tree(name, attributes, children, text.toString().strip());
        }

        Optional<Tree> child(String path) {
            Tree at = this;
            for (String step : path.split("/", -1)) {
                Optional<Tree> next =
                        at.children.stream().filter(c -> c.name.equals(step)).findFirst();
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                at = next.get();
            }
            return Optional.of(at);
        }

        List<Tree> all(String child) {
            return children.stream().filter(c -> c.name.equals(child)).toList();
        }

        /** The text at the first of these paths that has any. */
        String at(String... paths) {
            for (String path : paths) {
                String found = child(path).map(Tree::text).orElse("");
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
    }

    private void account(Tree acct) {
        account = accountOf(acct);
        holder = acct.at("Ownr/Nm", "Ownr/Pty/Nm", "Nm");
    }

    private static String accountOf(Tree acct) {
        return acct.at("Id/IBAN", "Id/Othr/Id", "Id/PrtryAcct/Id", "Id/BBAN", "Id/UPIC", "Prxy/Id");
    }

    private void balance(Tree bal) {
        Optional<Balance> amount = amount(bal, "Amt")
                .map(a -> "DBIT".equals(bal.at("CdtDbtInd"))
                        ? new Balance(a.amount().negate(), a.currency())
                        : a);
        switch (bal.at("Tp/CdOrPrtry/Cd")) {
            case "OPBD" -> opening = amount;
            case "PRCD" -> opening = opening.or(() -> amount);
            case "CLBD" -> closing = amount;
            default -> {}
        }
    }

    private static Optional<Balance> amount(Tree tree, String path) {
        Optional<Tree> amt = tree.child(path);
        if (amt.isEmpty() || amt.get().text().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Balance(
                    new BigDecimal(amt.get().text()), amt.get().attributes().getOrDefault("Ccy", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void entry(Tree entry) {
        Optional<Balance> booked = amount(entry, "Amt");
        if (booked.isEmpty()) {
            movements++;
            statements.reject(movements, "Amt", entry.at("Amt"), "an amount, such as 1234.56");
            return;
        }
        String status = entry.at("Sts/Cd", "Sts/Prtry", "Sts");
        List<Tree> details = entry.all("NtryDtls").stream()
                .flatMap(d -> d.all("TxDtls").stream())
                .toList();
        List<Optional<Balance>> parts =
                details.stream().map(CamtStatement::detailAmount).toList();
        boolean split = details.size() > 1
                && parts.stream().allMatch(p -> p.filter(
                                a -> a.currency().equals(booked.get().currency())
                                        && a.amount().signum() != 0)
                        .isPresent());
        if (split) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < details.size(); i++) {
                Tree detail = details.get(i);
                Balance part = parts.get(i).orElseThrow();
                movements++;
                boolean opposite = !detail.at("CdtDbtInd").isEmpty()
                        && !detail.at("CdtDbtInd").equals(entry.at("CdtDbtInd"));
                sum = opposite ? sum.subtract(part.amount()) : sum.add(part.amount());
                movement(entry, List.of(detail), part, status, false);
            }
            if (sum.compareTo(booked.get().amount()) != 0) {
                statements.note(
                        Severity.WARNING,
                        movements,
                        "The " + details.size() + " payments of an entry make " + sum.toPlainString()
                                + ", the entry says " + booked.get().amount().toPlainString()
                                + ": charges may have been taken.");
            }
        } else {
            movements++;
            if (details.size() > 1) {
                statements.remark(
                        "Entries of several payments whose amounts the bank does not give, kept as one", movements);
            }
            movement(entry, details, booked.get(), status, true);
        }
    }

    private static Optional<Balance> detailAmount(Tree detail) {
        return amount(detail, "Amt").or(() -> amount(detail, "AmtDtls/TxAmt/Amt"));
    }

    private record When(long time, TransferTable.TimeBasis basis) {}

    /** What was booked counts where a lone payment within the entry says otherwise; the parts of a batch differ. */
    private String booked(Tree entry, Tree first, boolean ofEntry) {
        String whole = entry.at("CdtDbtInd");
        String part = first.at("CdtDbtInd");
        if (ofEntry && !whole.isEmpty() && !part.isEmpty() && !part.equals(whole)) {
            statements.remark(
                    "Entries whose payment says it went the other way than what was booked, read as booked", movements);
        }
        return part.isEmpty() || (ofEntry && !whole.isEmpty()) ? whole : part;
    }

    private void movement(Tree entry, List<Tree> details, Balance amount, String status, boolean ofEntry) {
        Tree first = details.isEmpty() ? entry : details.getFirst();
        String indicator = booked(entry, first, ofEntry);
        if (!indicator.equals("CRDT") && !indicator.equals("DBIT")) {
            statements.reject(movements, "CdtDbtInd", indicator, "CRDT or DBIT");
            return;
        }
        if (account.isEmpty()) {
            statements.reject(movements, "Acct", "", "the account of the statement");
            return;
        }
        Direction direction = indicator.equals("CRDT") ? Direction.IN : Direction.OUT;
        Optional<When> when = when(entry);
        if (when.isEmpty()) {
            statements.remark("Movements without a date, kept", movements);
        }
        boolean several = details.size() > 1;
        Party other = several ? Party.NOBODY : other(first, direction);
        String real = several
                ? ""
                : direction == Direction.IN
                        ? first.at("RltdPties/UltmtDbtr/Nm", "RltdPties/UltmtDbtr/Pty/Nm")
                        : first.at("RltdPties/UltmtCdtr/Nm", "RltdPties/UltmtCdtr/Pty/Nm");
        BankEntry read = new BankEntry(
                movements,
                new Party(account, holder, "", ""),
                other,
                real.isEmpty() || real.equals(other.name()) ? Party.NOBODY : new Party("", real, "", ""),
                direction,
                amount.amount().abs(),
                amount.currency(),
                when.map(When::time).orElse(0L),
                when.map(When::basis).orElse(TransferTable.TimeBasis.NONE),
                numberOf(entry, first),
                particulars(entry, details, amount, status));
        if (status.equals("BOOK") || status.isEmpty()) {
            statements.booked(read);
        } else {
            statements.remark("Movements that are announced and not yet booked, kept", movements);
            statements.add(read);
        }
    }

    /** A number that names this one movement: of the payment, or of the entry when it is the only one. */
    private static String numberOf(Tree entry, Tree first) {
        String payment = first.at("Refs/TxId", "Refs/AcctSvcrRef", "Refs/InstrId");
        return payment.isEmpty() ? entry.at("AcctSvcrRef", "NtryRef") : payment;
    }

    private static Party party(Tree detail, String role) {
        return new Party(
                detail.child("RltdPties/" + role + "Acct")
                        .map(CamtStatement::accountOf)
                        .orElse(""),
                detail.at(
                        "RltdPties/" + role + "/Nm",
                        "RltdPties/" + role + "/Pty/Nm",
                        detail.child("RltdPties/" + role + "Acct").isPresent()
                                ? "RltdPties/" + role + "Acct/Nm"
                                : "RltdPties/" + role + "/Agt/FinInstnId/Nm",
                        "RltdPties/" + role + "Acct/Nm"),
                "",
                "");
    }

    /**
     * The side that is not the account: for money that came in the debtor, for money that went out the creditor. Where a
     * bank names the wrong one only, with another account, that is the other side.
     */
    private Party other(Tree detail, Direction direction) {
        Party expected = party(detail, direction == Direction.IN ? "Dbtr" : "Cdtr");
        if (!expected.isNobody()) {
            return expected;
        }
        Party turned = party(detail, direction == Direction.IN ? "Cdtr" : "Dbtr");
        if (turned.account().isEmpty() || turned.account().equals(account)) {
            return Party.NOBODY;
        }
        statements.remark(
                "Movements whose bank names the other side where the account's own should stand, read so", movements);
        return turned;
    }

    private Map<String, String> particulars(Tree entry, List<Tree> details, Balance amount, String status) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(
                "purpose",
                details.stream()
                        .flatMap(d -> d.child("RmtInf").stream())
                        .flatMap(r -> r.all("Ustrd").stream())
                        .map(Tree::text)
                        .collect(Collectors.joining(" ")));
        said.put("creditor reference", joined(details, "RmtInf/Strd/CdtrRefInf/Ref"));
        said.put("further purpose", joined(details, "RmtInf/Strd/AddtlRmtInf", "Purp/Cd", "Purp/Prtry"));
        said.put("information", String.join(" ", entry.at("AddtlNtryInf"), joined(details, "AddtlTxInf")));
        String endToEnd = joined(details, "Refs/EndToEndId");
        said.put("end to end", endToEnd.equals("NOTPROVIDED") ? "" : endToEnd);
        said.put("reference", joined(details, "Refs/TxId", "Refs/AcctSvcrRef", "Refs/InstrId", "Refs/Prtry/Ref"));
        said.put("mandate", joined(details, "Refs/MndtId"));
        said.put("UETR", joined(details, "Refs/UETR"));
        if (details.size() == 1) {
            sides(entry, details.getFirst(), said);
        }
        said.put("bank reference", entry.at("AcctSvcrRef", "NtryRef"));
        String domain = String.join(
                " ",
                entry.at("BkTxCd/Domn/Cd"),
                entry.at("BkTxCd/Domn/Fmly/Cd"),
                entry.at("BkTxCd/Domn/Fmly/SubFmlyCd"));
        said.put("code", domain.isBlank() ? entry.at("BkTxCd/Prtry/Cd") : domain);
        boolean in = "CRDT".equals(entry.at("CdtDbtInd"));
        String agent = in ? "RltdAgts/DbtrAgt/FinInstnId/" : "RltdAgts/CdtrAgt/FinInstnId/";
        String party = (in ? "RltdPties/Dbtr" : "RltdPties/Cdtr") + "/Agt/FinInstnId/";
        said.put(
                "bank of the other side",
                joined(details, agent + "BICFI", agent + "BIC", agent + "Nm", party + "BICFI", party + "Nm"));
        if (details.size() == 1) {
            detailAmount(details.getFirst())
                    .or(() -> amount(details.getFirst(), "AmtDtls/InstdAmt/Amt"))
                    .filter(a -> a.amount().signum() != 0
                            && (a.amount().compareTo(amount.amount()) != 0
                                    || !a.currency().equals(amount.currency())))
                    .ifPresent(a -> said.put("ordered amount", a.amount().toPlainString() + " " + a.currency()));
        }
        String value = entry.at("ValDt/Dt", "ValDt/DtTm");
        if (!value.isEmpty() && !value.startsWith(entry.at("BookgDt/Dt"))) {
            said.put("value date", value);
        }
        if (entry.at("RvslInd").equals("true") || entry.at("RvslInd").equals("1")) {
            said.put("reversal", "yes");
        }
        said.put("status", status.equals("BOOK") ? "" : status);
        return said;
    }

    /** On whose behalf the account's own side acted, and where and by which number the other side is reached. */
    private void sides(Tree entry, Tree detail, Map<String, String> said) {
        boolean in = (entry.at("CdtDbtInd").isEmpty() ? detail : entry)
                .at("CdtDbtInd")
                .equals("CRDT");
        String own = detail.at(
                in ? "RltdPties/UltmtCdtr/Pty/Nm" : "RltdPties/UltmtDbtr/Pty/Nm",
                in ? "RltdPties/UltmtCdtr/Nm" : "RltdPties/UltmtDbtr/Nm");
        said.put("on behalf of", own.equals(holder) ? "" : own);
        String role = "RltdPties/" + (in ? "Dbtr" : "Cdtr");
        Optional<Tree> other = detail.child(role + "/Pty").or(() -> detail.child(role));
        if (other.isPresent()) {
            Tree party = other.get();
            said.put(
                    "address of the other side",
                    party.child("PstlAdr").map(CamtStatement::address).orElse(""));
            said.put("country of the other side", party.at("CtryOfRes"));
            said.put("phone of the other side", party.at("CtctDtls/MobNb", "CtctDtls/PhneNb"));
            said.put("e-mail of the other side", party.at("CtctDtls/EmailAdr"));
            said.put(
                    "paper of the other side",
                    party.at("Id/PrvtId/Othr/Id", "Id/OrgId/Othr/Id", "Id/OrgId/LEI", "Id/OrgId/AnyBIC"));
            said.put("born", party.at("Id/PrvtId/DtAndPlcOfBirth/BirthDt"));
        }
    }

    /** The parts of an address as banks give them: in lines, or each by its name. */
    private static String address(Tree address) {
        return address.children().stream()
                .filter(part -> !part.name().equals("AdrTp"))
                .map(Tree::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String joined(List<Tree> details, String... paths) {
        return details.stream()
                .map(d -> d.at(paths))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private Optional<When> when(Tree entry) {
        for (String date : List.of("BookgDt", "ValDt")) {
            String day = entry.at(date + "/Dt");
            String moment = entry.at(date + "/DtTm");
            try {
                if (!moment.isEmpty()) {
                    return Optional.of(moment(moment));
                }
                if (!day.isEmpty()) {
                    return Optional.of(day(LocalDate.parse(day.substring(0, Math.min(10, day.length())))));
                }
            } catch (DateTimeException e) {
                statements.remark("Movements with a date that does not exist", movements);
            }
        }
        return Optional.empty();
    }

    private static When day(LocalDate day) {
        return new When(day.atStartOfDay(ZoneOffset.UTC).toEpochSecond(), TransferTable.TimeBasis.DATE);
    }

    /** Midnight is how banks write a day that has no time. */
    private When moment(String text) {
        boolean zoned = text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$") && text.indexOf('T') > 0;
        LocalDateTime local = zoned ? OffsetDateTime.parse(text).toLocalDateTime() : LocalDateTime.parse(text);
        if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return day(local.toLocalDate());
        }
        sawLocalTime |= !zoned;
        long second = zoned
                ? OffsetDateTime.parse(text).toEpochSecond()
                : local.atZone(zone).toEpochSecond();
        return new When(second, TransferTable.TimeBasis.INSTANT);
    }
}
