package org.manumit.importers.calls;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.manumit.graph.CallTable;
import org.manumit.importers.tabular.HeaderText;

/** The words that operators use for what passed and which way, in the main languages of the European Union. */
final class CallWords {

    /** Which way a record goes, seen from the subscriber. */
    enum Direction {
        OUT,
        IN
    }

    private static final Set<String> MESSAGE = words("sms mms text texts txt message messages msg nachricht nachrichten"
            + " kurznachricht mensaje mensajes messaggio messaggi mensagem mensagens bericht wiadomosc mesaj mesaje съобщение"
            + " uzenet zprava zpravy sprava μηνυμα smsmo smsmt smo smt chat imessage whatsapp rcs");
    private static final Set<String> DATA =
            words("data gprs internet packet ps pdp web daten datenverbindung donnees datos"
                    + " dati dados dane date adat adatforgalom данни интернет δεδομενα sgsn pgw ggsn browsing wap ip");
    private static final Set<String> CALL = words(
            "call calls voice telephony telephone speech moc mtc mo mt tel anruf anrufe"
                    + " gesprach sprache telefonie telefonat appel appels voix llamada llamadas voz chiamata chiamate voce chamada"
                    + " chamadas oproep gesprek spraak rozmowa rozmowy polaczenie polaczenia glos glosowe glosowa apel apeluri"
                    + " convorbire convorbiri повикване разговор обаждане глас hivas hang hanghivas beszelgetes hovor volani hlas"
                    + " κληση φωνη volte vowifi video videocall cs phone missed zmeskany manque verpasst perdida persa");
    private static final Set<String> IN =
            words("in incoming inbound mt mtc terminating terminated received receive incomming"
                    + " eingehend eingehende eingehender ankommend ankommende kommend entrant entrante entrantes recu recue recus"
                    + " recibida recibido recibidas entrata ricevuta ricevuto ricevute recebida recebido entrada inkomend inkomende"
                    + " ontvangen przychodzace przychodzaca przychodzacy przych odebrane odebrana primit primita primite intrare"
                    + " intrari входящ входящо входящи получен bejovo fogadott prichozi prijaty εισερχομενη εισερχομενο εισερχομενες"
                    + " smsmt smt missed i verpasst manque perdida persa incall");
    private static final Set<String> OUT =
            words("out outgoing outbound mo moc originating originated made dialled dialed sent"
                    + " placed ausgehend ausgehende ausgehender abgehend abgehende gehend gewahlt sortant sortante sortants emis emise"
                    + " effectue saliente salientes realizada emitida enviada enviado uscita effettuata effettuato inviato efectuada"
                    + " enviada saida uitgaand uitgaande verzonden wychodzace wychodzaca wychodzacy wych wykonane wyslane iesire iesiri"
                    + " efectuat efectuata efectuate initiat initiata trimis изходящ изходящо изходящи изпратен kimeno inditott odchozi"
                    + " odeslany εξερχομενη εξερχομενο εξερχομενες smsmo smo o outcall");

    /** Beginnings of words with many endings. */
    private static final List<String> CALL_STEMS = List.of(
            "anruf",
            "gesprach",
            "chiamat",
            "llamad",
            "chamad",
            "polacz",
            "rozm",
            "convorb",
            "разговор",
            "повикв",
            "hivas",
            "hovor",
            "volan",
            "telefon");

    private CallWords() {}

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ", -1)));
    }

    /** What passed, by the words in the cell. */
    static Optional<CallTable.Kind> kind(String cell) {
        String[] words = HeaderText.plain(cell).split(" ", -1);
        for (String word : words) {
            if (MESSAGE.contains(word) || word.startsWith("sms") || word.startsWith("mms")) {
                return Optional.of(CallTable.Kind.MESSAGE);
            }
        }
        for (String word : words) {
            if (DATA.contains(word)) {
                return Optional.of(CallTable.Kind.DATA);
            }
        }
        for (String word : words) {
            if (CALL.contains(word) || CALL_STEMS.stream().anyMatch(word::startsWith)) {
                return Optional.of(CallTable.Kind.CALL);
            }
        }
        return Optional.empty();
    }

    /** Which way it went, by the words in the cell. */
    static Optional<Direction> direction(String cell) {
        boolean in = false;
        boolean out = false;
        for (String word : HeaderText.plain(cell).split(" ", -1)) {
            in |= IN.contains(word);
            out |= OUT.contains(word);
        }
        if (in == out) {
            return Optional.empty();
        }
        return Optional.of(in ? Direction.IN : Direction.OUT);
    }
}
