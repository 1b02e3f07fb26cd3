package dev.tallyport.adapter.rest.audit;

import java.util.Arrays;
import java.util.Optional;

/// How entries are written when they are exported.
enum Format {
    CSV("csv", "text/csv; charset=utf-8"),
    JSONL("jsonl", "application/x-ndjson");

    static final String CSV_TYPE = "text/csv";
    static final String JSONL_TYPE = "application/x-ndjson";

    private final String title;
    private final String mediaType;

    Format(String title, String mediaType) {
        this.title = title;
        this.mediaType = mediaType;
    }

    /// Its name in the API, and the ending of its files.
    String title() {
        return title;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<Format> find(String title) {
        return Arrays.stream(values()).filter(format -> format.title.equals(title)).findFirst();
    }
}
