package org.manumit.examples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Writes the two statements of the shipped case as documents. */
final class Statements {
    private final World world;
    private final Path folder;

    Statements(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    List<Path> write() throws IOException {
        Person witness = person("V01");
        Person leader = person("P09");
        Person manager = person("P10");
        Person controller = person("P11");
        Person recruiter = person("P06");
        Path first = folder.resolve("statement-tanner-street.docx");
        document(
                first,
                "Statement of a woman found at 14 Tanner Street",
                "Taken on 15 September 2025 by the Joint Trafficking Unit. Interpreter present. The witness was told of"
                        + " her rights and of the reflection period before the interview.",
                "My name is " + witness.name + ". I am from a village near Constanța.",
                "In January a man called " + recruiter.name + " rang me almost every evening from "
                        + recruiter.phones.get(0).number
                        + ". He said there was work in a hotel in London, 1,400 euros a month and a room.",
                "I did not pay for the journey. A lorry with the letters LCG took me and I was given an identity card"
                        + " that was not mine. The driver kept it.",
                "In London " + leader.name + " was waiting. He said that I owed 4,500 euros for the journey and the"
                        + " papers. The hotel did not exist.",
                "We lived in the flat in Tanner Street. " + controller.name
                        + " held our papers, answered the telephone "
                        + controller.phones.get(0).number
                        + " when the men rang, and counted the money each night. She had been there as one of us, the"
                        + " year before.",
                manager.name + " paid for the flat and came twice a week.",
                "Of about 250 euros a day I was given 20. A tenth of everything went home each week to the people who"
                        + " had sent us. They sent it in our names; I had to sign once.",
                "I was told that my mother's house was known. I was not allowed to go out alone.");
        Path second = folder.resolve("statement-landlord.docx");
        document(
                second,
                "Statement of the landlord of 14 Tanner Street",
                "Taken on 16 September 2025 by the Joint Trafficking Unit.",
                "I let flat 6 at 14 Tanner Street to " + manager.name + " from January 2025 for 1,150 pounds a month.",
                "The rent came by bank transfer from " + leader.name + ", whom I have met once. I thought he was the"
                        + " employer.",
                "I saw several young women there and was told they cleaned in hotels. I had no reason to ask.",
                "In April officers came and the flat was empty that morning; the neighbours said everybody had left"
                        + " in the night.");
        return List.of(first, second);
    }

    private Person person(String id) {
        return world.people.stream()
                .filter(p -> p.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the shipped case has no " + id));
    }

    private static void document(Path file, String title, String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            XWPFParagraph heading = document.createParagraph();
            XWPFRun run = heading.createRun();
            run.setBold(true);
            run.setFontSize(15);
            run.setText(title);
            for (String text : paragraphs) {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setSpacingAfter(120);
                paragraph.createRun().setText(text);
            }
            document.write(out);
        }
    }
}
