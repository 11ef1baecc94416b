package org.manumit.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonFieldsTest {

    private static final double DUSTY = 0.4 + 0.4 + 0.4 + 0.3 + 0.1;

    @Test
    void writesWhatWasAddedUpFromWeightsAsAReaderWouldAddItUp() throws IOException {
        assertThat(Double.toString(DUSTY)).hasSizeGreaterThan(10);

        assertThat(written(json -> JsonFields.weighed("score", DUSTY, json))).contains("\"score\" : 1.6\n");
    }

    @Test
    void writesAMeasureOfAGraphToItsLastDigit() throws IOException {
        double third = 100.0 / 3;

        assertThat(written(json -> JsonFields.measured("betweenness", third, json)))
                .contains("\"betweenness\" : " + third + "\n");
    }

    @Test
    void keepsSumsAndProductsOfRoundedFiguresToAThousandMillionth() throws IOException {
        double importance = 2.0 / 3;
        double redundancy = 1.0 / 7;

        String json = written(out -> {
            JsonFields.weighed("importance", importance, out);
            JsonFields.weighed("criticality", importance * (1 - redundancy), out);
        });

        double written = Double.parseDouble(json.replaceAll("(?s).*\"criticality\" : ([0-9.]+).*", "$1"));
        assertThat(Math.abs(written - importance * (1 - redundancy))).isLessThan(1e-11);
    }

    @Test
    void writesNothingWhereThereIsNoFigure() throws IOException {
        assertThat(written(json -> {
                    JsonFields.weighed("score", Double.NaN, json);
                    JsonFields.measured("closeness", Double.POSITIVE_INFINITY, json);
                }))
                .contains("\"score\" : null")
                .contains("\"closeness\" : null");
    }

    private static String written(JsonFields.Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonFields.write("test/1", out, content);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
