package org.manumit.importers.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingDetectorTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x-windows-874 | วันที่,รายการ,ถอนเงิน,ฝากเงิน,คงเหลือ
            x-windows-874 | เบอร์โทร,วันเวลา
            x-windows-874 | วันที่ทำรายการ,ผู้รับเงิน;สมชาย ใจดี
            windows-1257 | Data,Skambinančiojo numeris,Gavėjo numeris,Trukmė
            windows-1257 | Pradžia;Abonentas;Kryptis;išeinantis
            windows-1257 | Zvanītājs;Sākums;Ilgums
            windows-1257 | Įrašo data;Siuntėjas;Suma EUR;Rūta Žukauskaitė
            GB18030 | 序号,通话时间,通信地点,对方号码
            GB18030 | 时间,金额
            GB18030 | 姓名,手机号;张三
            Big5 | 日期,金額
            Big5 | 姓名,電話;王小明
            Big5 | 帳務日期,說明,支出金額,存入金額
            EUC-JP | 日付,金額
            windows-31j | 日付,金額
            EUC-JP | 日付,時刻,発信番号,着信番号
            x-windows-949 | 날짜,금액
            windows-1250 | Data;Godzina;Numer dzwoniącego;Czas trwania połączenia
            ISO-8859-2 | Data księgowania;Nadawca;Kwota;Tytuł
            windows-1250 | Vrijeme početka;Trajanje
            windows-1254 | Arayan;Aranan;Başlangıç;Süre
            windows-1251 | Дата;Сумма
            KOI8-R | Дата;Сумма
            IBM866 | Дата;Сумма
            windows-1253 | Ημερομηνία;Ποσό
            windows-1255 | תאריך,חובה,זכות,יתרה
            windows-1256 | التاريخ,مدين,دائن,الرصيد
            windows-1252 | Date;Opération;Débit
            windows-1252 | Dags;Upphæð;Skýring
            """)
    void tellsTheCodePageOfAFewHeadersByTheWordsTheyMakeInIt(String encoding, String headers) throws IOException {
        String text = headers.replace(';', '\n') + "\n100,200\n";
        Path file = Files.write(folder.resolve("short.csv"), text.getBytes(Charset.forName(encoding)));

        TextEncoding found = EncodingDetector.detect(file);

        assertThat(Files.readString(file, found.charset())).isEqualTo(text);
    }
}
