package org.manumit.importers.tabular.value;

/** In which order a date's numbers stand. */
public enum DateOrder {
    YEAR_FIRST("2024-12-31"),
    DAY_FIRST("31/12/2024"),
    MONTH_FIRST("12/31/2024");

    private final String example;

    DateOrder(String example) {
        this.example = example;
    }

    /** The last day of 2024 written so. */
    public String example() {
        return example;
    }

    /** The order in words: "day first". */
    public String words() {
        return switch (this) {
            case YEAR_FIRST -> "year first";
            case DAY_FIRST -> "day first";
            case MONTH_FIRST -> "month first";
        };
    }
}
