package dev.tallyport.adapter.rest.export;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.stream.Collectors;

/// Values as text.
final class PlainText {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private PlainText() {}

    /// Text that a spreadsheet would take for a formula begins with an apostrophe; numbers stay as
    /// they are. https://owasp.org/www-community/attacks/CSV_Injection
    static String of(Value value) {
        return switch (value) {
            case Value.Text(var text) -> inert(text);
            case Value.Day(var day) -> day.toString();
            case Value.Moment(var instant) -> instant.toString();
            case Value.Decimal(var number) -> number.toPlainString();
            case Value.Whole(var number) -> Long.toString(number);
            case Value.Truth(var holds) -> Boolean.toString(holds);
            case Value.Several _, Value.Members _ -> json(value);
        };
    }

    private static String inert(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String json(Value value) {
        return switch (value) {
            case Value.Text(var text) -> quoted(text);
            case Value.Day _, Value.Moment _ -> quoted(of(value));
            case Value.Decimal _, Value.Whole _, Value.Truth _ -> of(value);
            case Value.Several(var values) ->
                    values.stream().map(PlainText::json).collect(Collectors.joining(",", "[", "]"));
            case Value.Members(var members) ->
                    members.entrySet().stream()
                            .map(member -> quoted(member.getKey()) + ":" + json(member.getValue()))
                            .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String quoted(String text) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
