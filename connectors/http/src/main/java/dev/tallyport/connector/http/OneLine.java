package dev.tallyport.connector.http;

/// Foreign text made fit for a message.
final class OneLine {

    private OneLine() {}

    /// The text in one line of characters that can be shown, cut after `most` of them.
    static String of(String text, int most) {
        var line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most)) + "…";
    }
}
