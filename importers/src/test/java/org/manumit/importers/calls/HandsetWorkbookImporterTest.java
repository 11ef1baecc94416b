package org.manumit.importers.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.job.Cancellation;
import org.manumit.graph.job.Progress;
import org.manumit.importers.draft.SourceFile;
import org.manumit.importers.golden.DraftText;
import org.manumit.importers.golden.GoldenPairs;
import org.manumit.importers.spi.ImportOptions;

class HandsetWorkbookImporterTest {

    private final HandsetWorkbookImporter importer = new HandsetWorkbookImporter();

    @TempDir
    Path folder;

    static Stream<Path> lists() throws IOException, URISyntaxException {
        return GoldenPairs.in("chatlists");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readsEachListOfChatsAsWrittenBesideIt(Path source) throws IOException {
        GoldenPairs.check(importer, source);
    }

    /** A workbook from lines: a sheet's name after two equals signs, then its rows with tabs between cells. */
    private SourceFile workbook(String text) throws IOException {
        Path path = folder.resolve("report.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(path)) {
            Sheet sheet = null;
            int at = 0;
            for (String line : text.lines().toList()) {
                if (line.startsWith("== ")) {
                    sheet = book.createSheet(line.substring(3));
                    at = 0;
                } else if (sheet != null) {
                    Row row = sheet.createRow(at++);
                    List<String> cells = List.of(line.split("\t", -1));
                    for (int i = 0; i < cells.size(); i++) {
                        if (!cells.get(i).isEmpty()) {
                            row.createCell(i).setCellValue(cells.get(i).replace("|", "\n"));
                        }
                    }
                }
            }
            book.write(out);
        }
        return SourceFile.of(path);
    }

    private List<String> read(String text) throws IOException {
        SourceFile file = workbook(text);
        assertThat(importer.detect(file, ImportOptions.NONE)).isPresent();
        return DraftText.lines(importer.read(file, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER));
    }

    @Test
    void readsCallsMessagesChatsAndContactsOfEachSheetAsWhatTheyAre() throws IOException {
        List<String> lines = read("""
                == Summary
                Example laboratory
                == Device Info
                Device Info (3)
                #\tName\tValue\tDeleted
                1\tIMEI\t356938035643809
                2\tMSISDN\t+40722000001
                3\tIMSI\t226010000000001
                == Contacts
                Contacts (2)
                #\tName\tEntries\tNotes\tSource\tDeleted
                1\tBoss\tPhone-Mobile: +40 722 000 002|Email-Home: boss@example.org\t\tNative
                2\t\t\t\tNative
                == Call Log
                Call Log (4)
                #\tParties\tDate\tTime\tDuration\tType\tSource\tDeleted
                1\tTo: +40722000002 Boss\t13/03/2024\t13/03/2024 10:15:00(UTC+2)\t00:01:05\tOutgoing\tNative
                2\tFrom: 0040722000003\t14/03/2024\t14/03/2024 11:00:00(UTC+2)\t00:00:00\tMissed\tNative\tYes
                3\tFrom: 40722000004@s.whatsapp.net Mira\t15/03/2024\t15/03/2024 11:00:00(UTC+3)\t00:10:00\tIncoming\tWhatsApp
                4\t+40722000009\t15/03/2024\t15/03/2024 11:00:00(UTC+3)\t00:10:00\tUnknown\tNative
                == SMS Messages
                SMS Messages (2)
                #\tParty\tFolder\tStatus\tDate\tTime\tBody\tSource
                1\tFrom: BANK\tInbox\tRead\t13/03/2024\t13/03/2024 08:00:00(UTC+2)\tcome tomorrow\tNative
                2\tTo: +40722000002 Boss\tSent\tSent\t13/03/2024\t13/03/2024 08:05:00(UTC+2)\tok\tNative
                == Chats
                Chats (1)
                #\tParticipants\tFrom\tTo\tTimestamp: Date\tTimestamp: Time\tBody\tSource
                1\t40722000001@s.whatsapp.net Toni (owner)|40722000002@s.whatsapp.net Boss|40722000004@s.whatsapp.net Mira\t40722000002@s.whatsapp.net Boss\t\t13/03/2024\t13/03/2024 09:00:00(UTC+0)\tto all of you\tWhatsApp
                == Web History
                #\tURL
                1\thttp://example.org
                """);
        assertThat(lines)
                .containsExactly(
                        "rows 9 = 7 accepted + 2 rejected + 0 duplicate",
                        "call Call Log!3 phone:+40722000001 -> phone:+40722000002 2024-03-13T08:15:00Z 65s {saved as=Boss;"
                                + " service=Native}",
                        "call Call Log!4 phone:+40722000003 -> phone:+40722000001 2024-03-14T09:00:00Z 0s {kind=missed;"
                                + " service=Native; deleted=Deleted}",
                        "call Call Log!5 phone:+40722000004 -> phone:+40722000001 2024-03-15T08:00:00Z 600s {saved as=Mira;"
                                + " service=WhatsApp}",
                        "message SMS Messages!3 phone:native:BANK -> phone:+40722000001 2024-03-13T06:00:00Z {folder=Inbox;"
                                + " text=come tomorrow; service=Native}",
                        "message SMS Messages!4 phone:+40722000001 -> phone:+40722000002 2024-03-13T06:05:00Z {folder=Sent;"
                                + " text=ok; saved as=Boss; service=Native}",
                        "message Chats!3 phone:+40722000002 -> phone:+40722000001 2024-03-13T09:00:00Z {service=WhatsApp;"
                                + " saved as=Boss; text=to all of you}",
                        "message Chats!3 phone:+40722000002 -> phone:+40722000004 2024-03-13T09:00:00Z {service=WhatsApp;"
                                + " saved as=Boss; text=to all of you}",
                        "claim Contacts!3 PHONE SUBJECT=phone:+40722000001 CONTACT=phone:+40722000002 {saved as=Boss;"
                                + " service=Native; e-mail=boss@example.org; type=Mobile; as written=+40 722 000 002}",
                        "claim Device!1 PHONE SUBJECT=phone:+40722000001 HANDSET=handset:356938035643809"
                                + " SIM=sim:226010000000001 {}",
                        "issue NOTE 0 The telephone is that of +40722000001, as the report says.",
                        "issue REJECTED Contacts!4 The contact is empty.",
                        "issue NOTE Call Log!0 Dates in 'Time' are read day first: 4 values have a first number above 12.",
                        "issue REJECTED Call Log!6 The record does not say who called or wrote to whom.",
                        "issue NOTE SMS Messages!0 Dates in 'Time' are read day first: 2 values have a first number above"
                                + " 12.",
                        "issue NOTE Chats!0 Dates in 'Timestamp: Time' are read day first: 1 value has a first number above"
                                + " 12.",
                        "issue NOTE 0 Sheets left out, because they hold no contacts, calls or messages: Summary, Web"
                                + " History.");
    }

    @Test
    void readsReportsWithOneNumberARowAndTheDirectionInWords() throws IOException {
        List<String> lines = read("""
                == General Information
                Property\tValue
                Mobile Id (IMEI)\t356938035643801
                Subscriber Id (IMSI)\t226010000000001
                Phone Number\t+40722000001
                == Contacts
                #\tName\tTel\tStorage\tDeleted
                1\tBoss\t+40722000002\tDevice\tNo
                == Calls
                #\tCall Type\tNumber\tName\tTime\tDuration\tDeleted
                1\tDialed\t+40722000002\tBoss\t2024-03-05 10:15:00 UTC+02:00\t00:01:05\tNo
                2\tReceived\t+40722000003\t\t2024-03-05 11:15:00 UTC+02:00\t00:00:05\tYes
                3\tMissed\t+40722000003\t\t2024-03-05 12:15:00\t00:00:00\tNo
                == Chat
                #\tRelated Application\tDirection\tFrom\tTo\tTime\tText
                1\tTelegram\tIncoming\tboss79\ttoni\t2024-03-05 10:15:00 UTC+02:00\thello
                2\tTelegram\tOutgoing\t\tboss79\t2024-03-05 10:16:00 UTC+02:00\tyes
                """);
        assertThat(lines)
                .containsExactly(
                        "rows 6 = 6 accepted + 0 rejected + 0 duplicate",
                        "call Calls!2 phone:+40722000001 -> phone:+40722000002 2024-03-05T08:15:00Z 65s {saved as=Boss}",
                        "call Calls!3 phone:+40722000003 -> phone:+40722000001 2024-03-05T09:15:00Z 5s {deleted=Deleted}",
                        "call Calls!4 phone:+40722000003 -> phone:+40722000001 2024-03-05T12:15:00Z 0s {kind=missed}",
                        "message Chat!2 phone:telegram:boss79 -> phone:+40722000001 2024-03-05T08:15:00Z"
                                + " {service=Telegram; text=hello}",
                        "message Chat!3 phone:+40722000001 -> phone:telegram:boss79 2024-03-05T08:16:00Z"
                                + " {service=Telegram; text=yes}",
                        "claim Contacts!2 PHONE SUBJECT=phone:+40722000001 CONTACT=phone:+40722000002 {saved as=Boss}",
                        "claim Device!1 PHONE SUBJECT=phone:+40722000001 HANDSET=handset:356938035643801"
                                + " SIM=sim:226010000000001 {}",
                        "issue NOTE 0 The telephone is that of +40722000001, as the report says.",
                        "issue NOTE 0 Times carry no zone and are taken as UTC; give the zone that the report is written in"
                                + " to correct that.",
                        "issue WARNING Device!1 The last digit of handset 356938035643801 contradicts the others, so that one"
                                + " may be mistyped; it is kept as a handset of its own.");
    }

    @Test
    void readsReportsInOtherLanguages() throws IOException {
        List<String> lines = read("""
                == Ger\u00e4teinformationen
                #\tName\tWert
                1\tMSISDN\t+491700000001
                == Kontakte
                #\tName\tEintr\u00e4ge\tQuelle
                1\tBoss\tTelefon-Mobil: +49 170 0000002\tNativ
                == Anrufliste
                #\tParteien\tDatum\tUhrzeit\tDauer\tTyp
                1\tAn: +491700000002 Boss\t13.03.2024\t13.03.2024 10:15:00(UTC+1)\t00:01:05\tAusgehend
                2\tVon: +491700000003\t13.03.2024\t13.03.2024 11:15:00(UTC+1)\t00:00:00\tVerpasst
                == SMS-Nachrichten
                #\tTeilnehmer\tOrdner\tStatus\tZeitstempel\tText
                1\t+491700000002 Boss\tPosteingang\tGelesen\t13.03.2024 10:15:00(UTC+1)\thallo
                2\t+491700000002 Boss\tGesendet\tGesendet\t13.03.2024 10:16:00(UTC+1)\tja
                """);
        assertThat(lines)
                .contains(
                        "call Anrufliste!2 phone:+491700000001 -> phone:+491700000002 2024-03-13T09:15:00Z 65s {saved"
                                + " as=Boss}",
                        "call Anrufliste!3 phone:+491700000003 -> phone:+491700000001 2024-03-13T10:15:00Z 0s"
                                + " {kind=verpasst}",
                        "message SMS-Nachrichten!2 phone:+491700000002 -> phone:+491700000001 2024-03-13T09:15:00Z"
                                + " {folder=Posteingang; text=hallo; saved as=Boss}",
                        "message SMS-Nachrichten!3 phone:+491700000001 -> phone:+491700000002 2024-03-13T09:16:00Z"
                                + " {folder=Gesendet; text=ja; saved as=Boss}");
    }

    @Test
    void leavesAnOperatorsWorkbookOfCallsAndMessagesAlone() throws IOException {
        SourceFile file = workbook("""
                == Calls
                A Number\tB Number\tStart\tDuration
                40722000001\t40722000002\t2024-03-05 10:15:00\t65
                == SMS
                A Number\tB Number\tStart\tDuration
                40722000001\t40722000002\t2024-03-05 10:15:00
                """);
        assertThat(importer.detect(file, ImportOptions.NONE)).isEmpty();
        assertThat(DraftText.lines(
                        new CallsImporter().read(file, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER)))
                .contains(
                        "call Calls!2 phone:40722000001 -> phone:40722000002 2024-03-05T10:15:00Z 65s",
                        "message SMS!2 phone:40722000001 -> phone:40722000002 2024-03-05T10:15:00Z");
    }

    @Test
    void takesWhoseCallsSheetsOfBothWaysHoldFromTheSheetBeforeThem() throws IOException {
        SourceFile file = workbook("""
                == Info
                Subscriber\t+40722000111
                == Incoming calls
                Date\tCalling number\tDuration
                15.03.2024 10:15:22\t+40733000001\t65
                == Outgoing SMS
                Date\tRecipient
                16.03.2024 12:15:22\t+40733000001
                """);
        CallsImporter calls = new CallsImporter();
        assertThat(calls.detect(file, ImportOptions.NONE)).isPresent();

        List<String> lines = DraftText.lines(calls.read(file, ImportOptions.NONE, Progress.NONE, Cancellation.NEVER));

        assertThat(lines)
                .contains(
                        "rows 2 = 2 accepted + 0 rejected + 0 duplicate",
                        "call Incoming calls!2 phone:+40733000001 -> phone:+40722000111 2024-03-15T10:15:22Z 65s",
                        "message Outgoing SMS!2 phone:+40722000111 -> phone:+40733000001 2024-03-16T12:15:22Z");
    }

    @Test
    void readsReportsThatSayWhoseClockItWasAndKeepSeveralNumbersOfAContact() throws IOException {
        List<String> lines = read("""
                == General Information
                Attribute\tData
                Mobile Id (IMEI)\t356938035643809
                Subscriber Number (MSISDN)\t+40722000111
                == Contacts
                #\tName\tTel\tMobile\tDeleted
                1\tAna\t+40722111222\t+40733111222\t
                == Calls
                #\tRelated Application\tCall Type\tName\tTel\tTime\tDuration\tDeleted
                1\tPhone\tDialed\tAna\t+40722111222\t2024-03-05 10:15:22 UTC+02:00 (Device)\t00:01:05\t
                2\tPhone\tReceived\tIon\t+40722333444\t2024-03-16 10:15:22 UTC+02:00 (Network)\t00:00:05\tYes
                """);

        assertThat(lines)
                .contains(
                        "rows 3 = 3 accepted + 0 rejected + 0 duplicate",
                        "call Calls!2 phone:+40722000111 -> phone:+40722111222 2024-03-05T08:15:22Z 65s"
                                + " {saved as=Ana; service=Phone}",
                        "call Calls!3 phone:+40722333444 -> phone:+40722000111 2024-03-16T08:15:22Z 5s"
                                + " {saved as=Ion; service=Phone; deleted=Deleted}");
        assertThat(String.join("\n", lines)).contains("CONTACT=phone:+40722111222", "CONTACT=phone:+40733111222");
    }

    @Test
    void takesTheNumberBesideTheOtherPartysNameAndTheLocalUserForTheOwner() throws IOException {
        List<String> lines = read("""
                == Device information
                Name\tValue
                Phone number\t+40722000111
                == Calls
                Source\tDirection\tRemote party\tRemote party phone\tTime stamp (UTC)\tDuration
                Event Log\tOutgoing\tAna\t+40722111222\t15.03.2024 08:15:22\t00:01:05
                == Android SMS
                Sender\tRecipient(s)\tMessage\tSent Date/Time - UTC (dd/MM/yyyy)
                +40722111222\tLocal User\thello\t15/03/2024 08:15:22
                Local User\t+40722333444\thi\t16/03/2024 08:15:22
                """);

        assertThat(lines)
                .contains(
                        "call Calls!2 phone:+40722000111 -> phone:+40722111222 2024-03-15T08:15:22Z 65s"
                                + " {saved as=Ana; service=Event Log}",
                        "message Android SMS!2 phone:+40722111222 -> phone:+40722000111 2024-03-15T08:15:22Z"
                                + " {text=hello}",
                        "message Android SMS!3 phone:+40722000111 -> phone:+40722333444 2024-03-16T08:15:22Z {text=hi}");
    }
}
