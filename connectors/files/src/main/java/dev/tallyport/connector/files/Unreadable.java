package dev.tallyport.connector.files;

/// A cell, or a row as a whole, is not what it is documented to be. Quotes at most the start of the
/// one cell that it is about.
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_QUOTED = 40;

    Unreadable(String reason) {
        super(reason, null, false, false);
    }

    static Unreadable cell(String column, String expected, String found) {
        return new Unreadable(
                "%s: expected %s, found '%s'".formatted(column, expected, quoted(found)));
    }

    static Unreadable nothing(String column, String expected) {
        return new Unreadable("%s: expected %s, found nothing".formatted(column, expected));
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    /// In one line of characters that can be shown.
    static String quoted(String text) {
        var start = text.codePoints().limit(MOST_QUOTED + 1L).toArray();
        var shown = new StringBuilder();
        for (int i = 0; i < Math.min(start.length, MOST_QUOTED); i++) {
            shown.appendCodePoint(isShown(start[i]) ? start[i] : ' ');
        }
        return start.length > MOST_QUOTED ? shown + "…" : shown.toString();
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
