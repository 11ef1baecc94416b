package org.manumit.importers.transfers;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.manumit.importers.tabular.HeaderText;

/** The words of banks for which way money went, and the marks of firms' names, in the main languages of the Union. */
final class MoneyWords {

    /** Which way money went, seen from the account. */
    enum Direction {
        OUT,
        IN
    }

    private static final Set<String> IN = words(
            "c cr credit credits h haben gutschrift eingang in incoming received receive"
                    + " deposit deposits einzahlung versement virement_recu recu abono ingreso haber accredito avere entrata entrate credito"
                    + " entrada bij bijschrijving uznanie ma wplata przychod creditare incasare intrare depunere primit кредит кт"
                    + " внасяне jovairas befizetes prijem vklad kreedit kredit kredits kreditas uplata insattning indbetaling alacak дохід кредит crédit دائن saapuva pano prihod priliv potrazuje πιστωση καταθεση crdt plus inbound topup inflow income received incomes deposited 收入 存入 转入 贷 贷方 入金 입금 masuk kredit واریز");
    private static final Set<String> OUT = words(
            "d dr db debit debits s soll lastschrift belastung ausgang out outgoing sent send"
                    + " withdraw withdrawal withdrawals auszahlung abhebung retrait prelevement cargo adeudo debe reintegro addebito dare uscita uscite"
                    + " prelievo debito saida af afschrijving opname debet obciazenie wn winien wyplata debitare plata iesire retragere"
                    + " trimis дебит дт теглене terheles kifizetes vydaj vyber deebet debets debetas isplata uttag udbetaling borc витрата дебет مدين lahteva otto rashod odliv duguje χρεωση αναληψη dbit minus outbound outflow expense expenses spent 支出 转出 支取 借 借方 出金 출금 keluar برداشت");
    private static final Set<String> FIRMS = words(
            "ltd limited llc llp plc inc corp corporation company co gmbh ag kg ug ohg gbr"
                    + " mbh sarl sas sa eurl sasu srl spa snc sl slu lda ltda bv nv vof zoo spolka ood eood ad kft bt zrt rt nyrt sro"
                    + " spol as doo ike epe ae bank bancorp bancpost sparkasse banque banco banca agency agentur hotel club bar"
                    + " restaurant pharmacy shop market supermarkt store services service group holding insurance versicherung energy"
                    + " telecom mobile university council ministry municipality church foundation stiftung ev e.v. fuel broadband");

    private MoneyWords() {}

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ", -1)));
    }

    /** Which way the words of the cell say the money went. */
    static Optional<Direction> direction(String cell) {
        if (cell.equals("+")) {
            return Optional.of(Direction.IN);
        }
        if (cell.equals("-")) {
            return Optional.of(Direction.OUT);
        }
        boolean in = false;
        boolean out = false;
        for (String word : HeaderText.plain(cell).split(" ", -1)) {
            in |= IN.contains(word);
            out |= OUT.contains(word);
        }
        return in == out ? Optional.empty() : Optional.of(in ? Direction.IN : Direction.OUT);
    }

    private static final Set<String> NEITHER =
            Set.of("/", "neutral", "internal", "own", "\u4e0d\u8ba1\u6536\u652f", "\u4e0d\u8ba1", "\u5176\u4ed6");

    /** Whether a mark says that money went neither out nor in, but moved within what the holder has. */
    static boolean isNeither(String mark) {
        return NEITHER.contains(mark.toLowerCase(Locale.ROOT));
    }

    private static final Pattern CASH = Pattern.compile(
            "(cash|atm|bargeld|geldautomat|bareinzahlung|barauszahlung|barabhebung|bancomat|esp\u00e8ces|contanti"
                    + "|efectivo|dinheiro|numerar|got\u00f3wka|k\u00e9szp\u00e9nz|contant|hotovost|kontant)"
                    + "([ /-]*(deposit|deposited|withdrawal|withdrawn|paid in|paid out|pay-in|machine|einzahlung"
                    + "|auszahlung|retrait|versement|d\u00e9p\u00f4t))?");

    private static final Pattern BALANCE_LINE = Pattern.compile(
            "((opening|closing|beginning|ending|starting|start|end|previous|new|ledger|available) balance"
                    + "( (at|of|as|on|for|brought|carried)\\b.*)?|balance (at|as|of|on)\\b.*|balance"
                    + "|balance (brought|carried) (forward|down)|brought forward|carried forward|b ?/ ?f|c ?/ ?f"
                    + "|(anfangs|end|start|eroffnungs|schluss)saldo\\b.*|(alter|neuer) (konto)?(saldo|stand)\\b.*"
                    + "|kontostand (am|vom|per|zum)\\b.*|saldo\\b.{0,24}|(ancien|nouveau) solde\\b.*"
                    + "|solde (au|initial|final|precedent)\\b.*|vorig saldo\\b.*|nieuw saldo\\b.*"
                    + "|stan (poczatkowy|koncowy)\\b.*|sold (initial|final|precedent)\\b.*"
                    + "|(pociatocny|konecny|pocatecni|koncovy) zostatok\\b.*|(pocatecni|konecny) zustatek\\b.*"
                    + "|(nyito|zaro) egyenleg\\b.*|likutis\\b.{0,24}|apyvarta\\b.*|turnover|(alg|lopp)saldo\\b.*"
                    + "|atlikums\\b.*|(начално|краино) салдо.*|(входящии|исходящии) остаток.*|остаток на\\b.*"
                    + "|(вхіднии|вихіднии) залишок.*|devreden bakiye\\b.*|期初余额|期末余额|前期繰越|次期繰越|繰越)");

    /** Whether the text says that the row gives a balance and no movement. */
    static boolean isBalanceLine(String text) {
        return text.length() <= 60
                && BALANCE_LINE
                        .matcher(HeaderText.plain(text.toLowerCase(Locale.ROOT)))
                        .matches();
    }

    private static final Pattern FAILED = Pattern.compile(
            ".*\\b(fail(ed|ure)?|unsuccessful|not successful|declined|rejected|refused|denied|cancell?ed|aborted|expired|reverted"
                    + "|void(ed)?|echec|echoue|refuse|annule|rejete|fehlgeschlagen|abgelehnt|storniert|abgebrochen"
                    + "|fallid[oa]|rechazad[oa]|cancelad[oa]|anulad[oa]|fallit[oa]|respint[oa]|annullat[oa]|falhou"
                    + "|recusad[oa]|mislukt|geweigerd|geannuleerd|nieudan[ay]|odrzucon[ay]|anulowan[ay]|esuat|respins[a]?"
                    + "|anulat[a]?|zamitnut[ao]|zruseno|odbijen[ao]?|sikertelen|elutasitva|отклонен[ао]?|отменен[ао]?"
                    + "|неуспеш\\p{L}*|отказан[ао]?|скасован[ао]?|basarisiz|reddedildi|iptal|gagal|ditolak|dibatalkan"
                    + "|that bai|bi huy|فشل|فاشلة|مرفوض|مرفوضة|ملغى|ملغاة)\\b.*"
                    + "|.*(失败|交易关闭|已关闭|已撤销|已取消|失敗|取消|실패|취소|거절|ล้มเหลว|ยกเลิก).*");
    private static final Pattern PAID_BACK = Pattern.compile(
            ".*\\b(refunded|reversed|returned|paid back|rembourse|erstattet|zuruckerstattet|reembolsad[oa]|devuelt[oa]"
                    + "|rimborsat[oa]|estornad[oa]|terugbetaald|zwrocon[ay]|rambursat[a]?|возвращен[ао]?|iade)\\b.*"
                    + "|.*(已退款|全额退款|对方已退还|已退还|返金|환불).*");

    /** Whether a status says that the payment was never carried out. */
    static boolean isNotCarriedOut(String status) {
        String plain = HeaderText.plain(status.toLowerCase(Locale.ROOT));
        return FAILED.matcher(plain).matches() || FAILED.matcher(status).matches();
    }

    /** Whether a status says that the money went back to who paid it. */
    static boolean isPaidBack(String status) {
        String plain = HeaderText.plain(status.toLowerCase(Locale.ROOT));
        return PAID_BACK.matcher(plain).matches() || PAID_BACK.matcher(status).matches();
    }

    /** Whether what stands in a party's place only says that the money was cash. */
    static boolean isCash(String text) {
        return CASH.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether a name is that of a firm or authority rather than of a person. */
    static boolean isFirm(String name) {
        // In lower case first: the H of GmbH begins no word of its own.
        String plain = HeaderText.plain(name.toLowerCase(Locale.ROOT));
        for (String word : plain.split(" ", -1)) {
            if (FIRMS.contains(word)) {
                return true;
            }
        }
        String spaced = " " + plain + " ";
        for (String form :
                new String[] {" s r l ", " s r o ", " s a ", " z o o ", " d o o ", " b v ", " a s ", " s p a "}) {
            if (spaced.contains(form)) {
                return true;
            }
        }
        return false;
    }
}
