package org.manumit.importers.tabular.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manumit.importers.tabular.value.Position.Order;

class PositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "21.29669/72.8915 | 21.29669, 72.8915 |",
                "41.38, -2.17 | 41.38, -2.17 |",
                "POINT (2.17 41.38) | 41.38, 2.17 |",
                "Hill II C; Town; Lat-22.39711; Long-88.43938 | 22.39711, 88.43938 | Hill II C; Town",
                "Long: -88.43 Lat: 22.39 | 22.39, -88.43 |",
                "[25001/23112:39.09970:-94.58310:120:-1.0] | 39.09970, -94.58310 | 25001/23112",
            })
    void findsBothNumbersInOneCell(String cell, String words, String before) {
        Position.Found found = Position.read(cell, Order.LATITUDE_FIRST).orElseThrow();
        assertThat(found.words()).isEqualTo(words);
        assertThat(found.before()).isEqualTo(before == null ? "" : before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"10.92.26.67", "12.30", "95.10 200.20", "0.00, 0.00", "05.03.2024 10.15", "404-98-8331-221532"})
    void findsNoneWhereThereIsNone(String cell) {
        assertThat(Position.read(cell, Order.LATITUDE_FIRST)).isEmpty();
    }

    @Test
    void tellsTheOrderFromTheWholeColumnOrNotAtAll() {
        assertThat(Position.order(List.of("12.50 44.10", "-87.63 41.88"))).contains(Order.LONGITUDE_FIRST);
        assertThat(Position.order(List.of("12.50 44.10", "21.29 172.89"))).contains(Order.LATITUDE_FIRST);
        assertThat(Position.order(List.of("12.50 44.10"))).isEmpty();
    }

    @Test
    void placesTheBritishGridInDegrees() {
        // The worked example of Ordnance Survey's guide, on the ground of the World Geodetic System.
        assertThat(OsGrid.place(651_409.903, 313_177.270).map(Position.Found::words))
                .isEqualTo(Optional.of("52.65798, 1.71605"));
        assertThat(OsGrid.place(4_400_000, 5_400_000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "356938035643809, EXACT",
        "356938035643800, COMPLETED",
        "35693803564380, COMPLETED",
        "3569380356438001, COMPLETED",
        "356938035643805, CONTRADICTORY",
        "A1000012345678, EXACT"
    })
    void tellsHowAHandsetIsWritten(String cell, EquipmentNumbers.Spelling spelling) {
        assertThat(EquipmentNumbers.spelling(cell)).isEqualTo(spelling);
    }
}
