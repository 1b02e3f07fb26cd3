package dev.tallyport.adapter.rest.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/// How a table is written.
public enum Format {
    CSV("csv", "text/csv; charset=utf-8"),
    XLSX("xlsx", Format.XLSX_TYPE),
    JSON_LINES("jsonl", Format.JSON_LINES_TYPE);

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String JSON_LINES_TYPE = "application/x-ndjson";

    private final String title;
    private final String mediaType;

    Format(String title, String mediaType) {
        this.title = title;
        this.mediaType = mediaType;
    }

    /// Its name in the API, and the ending of its files.
    public String title() {
        return title;
    }

    String mediaType() {
        return mediaType;
    }

    public static Optional<Format> find(String title) {
        return Arrays.stream(values()).filter(format -> format.title.equals(title)).findFirst();
    }

    <R> TableWriter<R> writer(Table<R> table, OutputStream to) throws IOException {
        return switch (this) {
            case CSV -> new CsvTableWriter<>(table, to);
            case XLSX -> new XlsxTableWriter<>(table, to);
            case JSON_LINES -> new JsonLinesTableWriter<>(table, to);
        };
    }
}
