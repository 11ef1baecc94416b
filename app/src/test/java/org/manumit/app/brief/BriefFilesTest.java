package org.manumit.app.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.manumit.app.brief.BriefDocument.Alignment;
import org.manumit.app.brief.BriefDocument.Block;
import org.manumit.app.brief.BriefDocument.Cell;
import org.manumit.app.brief.BriefDocument.Column;
import org.manumit.app.brief.BriefDocument.Contents;
import org.manumit.app.brief.BriefDocument.Heading;
import org.manumit.app.brief.BriefDocument.Look;
import org.manumit.app.brief.BriefDocument.PageBreak;
import org.manumit.app.brief.BriefDocument.Paragraph;
import org.manumit.app.brief.BriefDocument.Run;
import org.manumit.app.brief.BriefDocument.Style;
import org.manumit.app.brief.BriefDocument.Table;
import org.manumit.app.brief.BriefDocument.TableLook;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

class BriefFilesTest {

    private static final List<Column> COLUMNS =
            List.of(new Column("Who", 30, Alignment.LEFT), new Column("Because", 70, Alignment.LEFT));

    private static BriefDocument brief(Block... blocks) {
        return new BriefDocument("Brief of a test", "Reference 7", "tester", "For nobody", "R7", List.of(blocks));
    }

    private static Paragraph said(Style style, String text) {
        return new Paragraph(style, List.of(new Run(text, Look.PLAIN)));
    }

    private static List<String> pages(BriefDocument brief) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfBrief.write(brief, out);
        List<String> pages = new ArrayList<>();
        try (PdfReader reader = new PdfReader(out.toByteArray())) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(extractor.getTextFromPage(page).replaceAll("\\s+", " "));
            }
        }
        return pages;
    }

    private static String word(BriefDocument brief) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocxBrief.write(brief, out);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(word)) {
            return extractor.getText().replaceAll("\\s+", " ");
        }
    }

    @Test
    void saysTheSameInBothFormatsInTheSameOrder() throws IOException {
        BriefDocument brief = brief(
                new Heading(1, "1", "Summary"),
                said(Style.VERDICT, "It points to a hybrid network."),
                said(Style.BULLET, "One remits to another."),
                new Table(COLUMNS, List.of(List.of(Cell.strong("Anna"), Cell.of("seen twice"))), TableLook.LIST),
                said(Style.NOTE, "A lead and not evidence."),
                said(Style.NOTICE, "Treat as a victim."));
        String[] inOrder = {
            "Brief of a test",
            "Reference 7",
            "1 Summary",
            "It points to a hybrid network.",
            "One remits to another.",
            "Who",
            "Because",
            "Anna",
            "seen twice",
            "A lead and not evidence.",
            "Treat as a victim."
        };

        assertThat(String.join(" ", pages(brief))).containsSubsequence(inOrder);
        assertThat(word(brief)).containsSubsequence(inOrder);
    }

    @Test
    void embedsTypeForTheNamesOfEurope() throws IOException {
        String names = "Ștefan Țurcanu, Łukasz Żółć, Ελένη Παππά, Оксана Їжак, Đorđe Šarić, Şükrü Iğdır, Jānis Ķēniņš";

        assertThat(pages(brief(said(Style.BODY, names))))
                .singleElement()
                .asString()
                .contains(names);
    }

    @Test
    void romanisesWhatItsTypeCannotShow() throws IOException {
        String page = pages(brief(said(Style.BODY, "also known as 王伟 and สมชาย, in the file")))
                .getFirst();

        assertThat(page).contains("also known as [wáng wěi] and [").contains("], in the file");
    }

    @Test
    void repeatsMarkingAndTableHeadOnEveryPage() throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            rows.add(List.of(Cell.of("Row " + i), Cell.of("for a reason")));
        }

        List<String> pages = pages(brief(new Table(COLUMNS, rows, TableLook.LIST)));

        assertThat(pages).hasSizeGreaterThan(2);
        for (int p = 0; p < pages.size(); p++) {
            assertThat(pages.get(p)).contains("FOR NOBODY", "Because", "Page %d of %d".formatted(p + 1, pages.size()));
        }
    }

    @Test
    void tellsInTheContentsOnWhichPageAHeadingStands() throws IOException {
        List<String> pages = pages(brief(
                new Contents(),
                new Heading(1, "1", "Summary"),
                new PageBreak(),
                new Heading(1, "2", "Sources"),
                new PageBreak(),
                new Heading(1, "", "Annex")));

        assertThat(pages.getFirst().replaceAll("[. ]+", " ")).contains("1 Summary 1", "2 Sources 2", "Annex 3");
        assertThat(pages.get(1)).contains("2 Sources");
        assertThat(pages.get(2)).contains("Annex");
    }

    @Test
    void leavesNoHeadingAloneAtTheFootOfAPage() throws IOException {
        for (int lines = 20; lines < 60; lines++) {
            List<Block> blocks = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                blocks.add(said(Style.BODY, "A line of text."));
            }
            blocks.add(new Heading(1, "1", "Money"));
            blocks.add(said(Style.BODY, "These were found."));
            blocks.add(new Table(COLUMNS, List.of(List.of(Cell.of("Anna"), Cell.of("paid"))), TableLook.LIST));

            String page = pages(brief(blocks.toArray(Block[]::new))).stream()
                    .filter(p -> p.contains("1 Money"))
                    .collect(Collectors.joining());

            assertThat(page).as("after %d lines", lines).contains("These were found.", "Because", "Anna");
        }
    }

    @Test
    void keepsControlCharactersOutOfBothFormats() throws IOException {
        BriefDocument brief = brief(said(Style.BODY, "a\u0000b\uFFFFc"));

        assertThat(pages(brief).getFirst()).contains("abc");
        assertThat(word(brief).toLowerCase(Locale.ROOT)).contains("abc");
    }
}
