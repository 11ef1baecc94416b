package org.manumit.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.manumit.app.feature.documents.DocumentsViewModel;
import org.manumit.app.feature.documents.Offer;
import org.manumit.app.feature.documents.Paragraph;
import org.manumit.app.session.MemoryStore;
import org.manumit.app.session.OpenedCase;
import org.manumit.app.session.SampleCase;
import org.manumit.app.session.SampleStatement;
import org.manumit.graph.CaseAddition;
import org.manumit.graph.EntityId;
import org.manumit.graph.EntityKind;
import org.manumit.importers.documents.DocumentImporter;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Reviewing what a statement speaks of, and searching it, in the whole window and by keyboard. */
@ExtendWith(ApplicationExtension.class)
class DocumentsJourneyTest extends WindowJourney {

    private static final EntityId NEW_NUMBER = EntityId.of(EntityKind.PHONE, "+40744555666");

    @TempDir
    static Path folder;

    @Start
    void start(Stage stage) {
        show(
                parts(
                        (request, progress, cancellation) -> {
                            MemoryStore store = new MemoryStore("Operation Sample");
                            List<CaseAddition> all = new ArrayList<>(SampleCase.additions());
                            all.add(SampleStatement.addition());
                            all.forEach(addition -> store.commit(addition, progress, cancellation));
                            return new OpenedCase(store, Optional.empty());
                        },
                        (graph, progress, cancellation) -> SampleCase.analysis(),
                        folder.resolve("remembered"),
                        new DocumentImporter()),
                stage);
    }

    private DocumentsViewModel documents() {
        return workstation().documents();
    }

    private List<String> offered() {
        return documents().offers().stream().map(Offer::value).toList();
    }

    private boolean isKnown(EntityId entity) {
        return workstation().session().snapshot().graph().entity(entity).isPresent();
    }

    private void openDocuments(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workstation().open("sample"));
        await("the case", () -> !workstation().session().snapshot().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT6).release(KeyCode.DIGIT6, KeyCode.CONTROL);
        await("the offers", () -> offered().size() == 8);
    }

    @Test
    void anAnalystAcceptsAndDismissesByKeyboardAndTakesItBack(FxRobot robot) throws TimeoutException {
        openDocuments(robot);
        ListView<Offer> list = robot.lookup("#offers").query();
        int number = offered().indexOf("+40744555666");
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(number);
        });

        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        await("the number in the case", () -> isKnown(NEW_NUMBER) && !offered().contains("+40744555666"));
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(offered().indexOf("1500 EUR"));
        });
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);
        await("the amount to be gone", () -> offered().size() == 6);

        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await("the amount to be back", () -> offered().contains("1500 EUR"));
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await(
                "the number to be gone from the case",
                () -> !isKnown(NEW_NUMBER) && offered().size() == 8);
    }

    @Test
    void anAnalystFindsAPassageByItsWordsAndSeesItInItsDocument(FxRobot robot) throws TimeoutException {
        robot.interact(() -> workstation().open("sample"));
        await("the case", () -> !workstation().session().snapshot().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.write("temesvar");
        await("the index", () -> jobs.running().isEmpty());

        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        await("the documents", () -> workstation().shell().placeProperty().get() == Place.DOCUMENTS);
        await("the text", () -> !documents().text().isEmpty());
        ListView<Paragraph> text = robot.lookup("#document-text").query();
        await("the paragraph", () -> Optional.ofNullable(
                        text.getSelectionModel().getSelectedItem())
                .map(paragraph -> paragraph.passage().equals(SampleStatement.passage(3)))
                .orElse(false));
    }
}
