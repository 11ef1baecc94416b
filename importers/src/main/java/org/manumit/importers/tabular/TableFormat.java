package org.manumit.importers.tabular;

/** The kinds of file a table can be read from. */
public enum TableFormat {
    /** Text with one record per line: CSV, TSV and the like. */
    DELIMITED_TEXT,
    /** Office Open XML workbook ({@code .xlsx}, {@code .xlsm}). */
    XLSX,
    /** Binary workbook of Excel 97 to 2003 ({@code .xls}). */
    XLS,
    /** Lists of records in JSON. */
    JSON
}
