package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.view.PageAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What a parameter or a member can be.
///
/// @param parse empty for what is not expected
/// @param written how it is written as JSON
/// @param secret whether what was found is never told
public record Kind<T>(
        String expected,
        Function<String, Optional<T>> parse,
        JsonNodeType written,
        boolean secret) {

    static final int LONGEST_SEARCH = 200;

    private static final int LONGEST_SECRET = 1024;
    private static final int LONGEST_SETTING = 100_000;
    private static final int MOST_AT_ONCE = 1000;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");

    public static final Kind<String> SECRET =
            new Kind<>("text", Kind.upTo(LONGEST_SECRET), JsonNodeType.STRING, true);

    /// A setting of a source, which may be a secret; its own rules come later.
    public static final Kind<String> SETTING =
            new Kind<>("text", Kind.upTo(LONGEST_SETTING), JsonNodeType.STRING, true);

    public static final Kind<Boolean> TRUTH =
            new Kind<>("true or false", Kind::truth, JsonNodeType.BOOLEAN, false);

    /// An id of our own.
    public static final Kind<Long> ID =
            new Kind<>("the number of one", Kind::number, JsonNodeType.NUMBER, false);

    static final Kind<Integer> LIMIT = whole(MOST_AT_ONCE);

    static final Kind<Format> FORMAT = of("csv, xlsx or jsonl", Format::find);

    public static final Kind<Instant> INSTANT =
            of("a date-time with its offset, such as 2026-01-31T08:00:00Z", Moment::instant);

    public static final Kind<LocalDate> DAY = of("a day, such as 2026-01-31", Moment::day);

    public static final Kind<Duration> DURATION = of("a duration, such as PT24H", Kind::duration);

    public static final Kind<SourceName> SOURCE = of("a source's name", Kind::source);

    /// An id of a vendor's.
    public static final Kind<String> VENDOR_ID = text(512);

    /// The path of a page of the web application.
    public static final Kind<String> PAGE =
            of(
                    "the path of a page here, such as /explore, of at most "
                            + PageAddress.LONGEST_PATH
                            + " characters",
                    text -> Optional.of(text).filter(PageAddress::isPath));

    /// @throws ProblemException for what no source can be called
    public static SourceName requireSource(String name) {
        return source(name).orElseThrow(() -> ProblemException.unknownSource(name));
    }

    /// A whole number from 1.
    public static Kind<Integer> whole(int most) {
        return new Kind<>(
                "1 to " + most,
                text -> number(text).filter(one -> one >= 1 && one <= most).map(Math::toIntExact),
                JsonNodeType.NUMBER,
                false);
    }

    /// Something that is written as text.
    public static <T> Kind<T> of(String expected, Function<String, Optional<T>> parse) {
        return new Kind<>(expected, parse, JsonNodeType.STRING, false);
    }

    public static Kind<String> text(int most) {
        return of("text of at most " + most + " characters", upTo(most));
    }

    private static Function<String, Optional<String>> upTo(int most) {
        return text -> Optional.of(text).filter(given -> given.length() <= most && isWhole(given));
    }

    /// The database takes neither NUL nor half a character.
    private static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> number(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Optional<SourceName> source(String text) {
        try {
            return Optional.of(new SourceName(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
