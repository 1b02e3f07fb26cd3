package dev.tallyport.connector.described;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a value is, seen from an item: `metadata.user_id`, `../start_time` of the item around it,
/// `@name` for the name that an item has in its object. A `?` at the end says that the vendor
/// leaves it out where it does not apply.
///
/// @param up how many items to go out
/// @param names of the members on the way; `@name` alone for the item's own name
record MemberPath(int up, List<String> names, boolean optional) {

    static final String EXPECTED =
            "a path of members such as amount.value, ../start_time, @name or user_id?";
    static final String NAME = "[A-Za-z0-9_$-]+";

    private static final String OWN_NAME = "@name";
    private static final Pattern PATH =
            Pattern.compile("((?:\\.\\./)*)(@name|%s(?:\\.%s)*)(\\??)".formatted(NAME, NAME));

    MemberPath {
        names = List.copyOf(names);
    }

    static Optional<MemberPath> parse(String text) {
        var path = PATH.matcher(text);
        return path.matches() ? Optional.of(of(path)) : Optional.empty();
    }

    private static MemberPath of(Matcher path) {
        return new MemberPath(
                path.group(1).length() / "../".length(),
                List.of(path.group(2).split("\\.", -1)),
                !path.group(3).isEmpty());
    }

    /// Whether it is the name of an item instead of a member.
    boolean isOwnName() {
        return names.equals(List.of(OWN_NAME));
    }

    /// The same where it need not be there.
    MemberPath asOptional() {
        return new MemberPath(up, names, true);
    }

    /// The same place seen from an item so many levels further out.
    MemberPath from(int out) {
        return new MemberPath(up - out, names, optional);
    }

    /// Text that is not blank; empty only where the path is optional.
    ///
    /// @throws MalformedMember for anything else
    Optional<String> text(Item item) {
        var from = item.outwards(up);
        var text = isOwnName() ? Optional.of(from.name()) : found(from).map(JsonValue::text);
        return present(from, text.filter(value -> !value.isBlank()), "text");
    }

    /// A number, or the text of one; empty only where the path is optional.
    ///
    /// @throws MalformedMember for anything else
    Optional<BigDecimal> number(Item item) {
        var from = item.outwards(up);
        return present(from, found(from).map(JsonValue::decimal), "a number");
    }

    /// @throws MalformedMember for what is neither true nor false
    boolean isTrue(Item item) {
        var from = item.outwards(up);
        return holder(from).orElseThrow(() -> missing(from, "true or false")).flag(names.getLast());
    }

    /// @throws MalformedMember for what is no time of this form
    Instant time(Item item, TimeForm form, ZoneId zone) {
        var from = item.outwards(up);
        return switch (form) {
            case UNIX_SECONDS ->
                    holder(from)
                            .orElseThrow(() -> missing(from, "Unix seconds"))
                            .epochSeconds(names.getLast());
            case DATE ->
                    found(from)
                            .orElseThrow(() -> missing(from, "a date"))
                            .date()
                            .atStartOfDay(zone)
                            .toInstant();
            case RFC_3339 -> found(from).orElseThrow(() -> missing(from, "a time")).instant();
        };
    }

    private Optional<JsonValue> found(Item from) {
        return from.value().at(names);
    }

    private Optional<JsonValue> holder(Item from) {
        return from.value().at(names.subList(0, names.size() - 1));
    }

    private <T> Optional<T> present(Item from, Optional<T> found, String expected) {
        if (found.isEmpty() && !optional) {
            throw missing(from, expected);
        }
        return found;
    }

    private MalformedMember missing(Item from, String expected) {
        return new MalformedMember(pathFrom(from), "expected " + expected + ", found nothing");
    }

    private String pathFrom(Item from) {
        return isOwnName()
                ? from.value().path()
                : from.value().path() + "." + String.join(".", names);
    }

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        for (int i = 0; i < up; i++) {
            parts.add("..");
        }
        parts.add(String.join(".", names));
        return String.join("/", parts);
    }
}
