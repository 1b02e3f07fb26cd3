package dev.tallyport.bootstrap.description;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// What nobody should send, and everybody can.
final class Garbage {

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\t\r\n",
                    "\0",
                    "a\0b",
                    "-",
                    "-1",
                    "0",
                    "-0",
                    "00",
                    "1",
                    "1.5",
                    "1e3",
                    "1e309",
                    "-1e309",
                    "NaN",
                    "Infinity",
                    "0x10",
                    "2147483648",
                    "9223372036854775807",
                    "9223372036854775808",
                    "999999999999999999999999999999",
                    "true",
                    "null",
                    "undefined",
                    "'",
                    "\"",
                    "' or '1'='1",
                    "'; drop table audit_entry; --",
                    "1) union select null --",
                    "%",
                    "%%",
                    "%s%n",
                    "_",
                    "\\",
                    "\\u0000",
                    "{}",
                    "[]",
                    "{\"a\":1}",
                    "[1,2",
                    "<script>alert(1)</script>",
                    "../../etc/passwd",
                    "..",
                    ".",
                    "/",
                    "a/b",
                    "${jndi:ldap://127.0.0.1/x}",
                    "#{7*7}",
                    "*",
                    "?",
                    "&",
                    "=",
                    "+",
                    ";",
                    "#",
                    ",",
                    ",,,",
                    "a,b,a,,",
                    "user,day,user",
                    "\u007f",
                    "\u0085",
                    "\u200b",
                    "\u202e",
                    "\ufeff",
                    "\ufffe",
                    "é",
                    "e\u0301",
                    "ß",
                    "İ",
                    "💩",
                    "👩‍👩‍👧‍👦",
                    "１２３",
                    "٣",
                    "0000-01-01",
                    "0001-01-01",
                    "9999-12-31",
                    "10000-01-01",
                    "-0001-01-01",
                    "-999999999-01-01",
                    "+999999999-12-31",
                    "2026-02-29",
                    "2026-02-30",
                    "2026-13-01",
                    "2026-1-1",
                    "20260101",
                    "2026-W01-1",
                    "2026-01-01T00:00:00",
                    "2026-01-01T00:00:00Z",
                    "2026-01-01 00:00:00Z",
                    "2026-01-01T24:00:00Z",
                    "2026-06-30T23:59:60Z",
                    "2026-01-01T00:00:00+18:00",
                    "2026-01-01T00:00:00+19:00",
                    "0001-01-01T00:00:00+18:00",
                    "9999-12-31T23:59:59.999999999-18:00",
                    "+1000000000-12-31T23:59:59.999999999Z",
                    "1764921600",
                    "PT0S",
                    "-PT1H",
                    "P1Y",
                    "P106751991167300D",
                    "PT2562047788015215H30M7.999999999S",
                    "PT9223372036854775807S");

    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "-1",
                    "1",
                    "1.5",
                    "1e3",
                    "1E400",
                    "1e-400",
                    "1e999999999",
                    "-1e309",
                    "2147483648",
                    "-9223372036854775809",
                    "9223372036854775807",
                    "9223372036854775808",
                    "9".repeat(400),
                    "0." + "1".repeat(400),
                    "9".repeat(2000));

    private static final List<String> BODIES =
            List.of(
                    "",
                    " ",
                    "\0",
                    "null",
                    "true",
                    "1",
                    "\"text\"",
                    "[]",
                    "[{}]",
                    "{}",
                    "{",
                    "{\"",
                    "{\"a\"",
                    "{\"a\":",
                    "{\"a\":1",
                    "{\"a\":1,",
                    "{\"a\":1,}",
                    "{\"a\":01}",
                    "{\"a\":NaN}",
                    "{'a':1}",
                    "{a:1}",
                    "{\"a\":1}{\"b\":2}",
                    "{\"a\":1,\"a\":2}",
                    "{\"\":\"\"}",
                    "{\"__proto__\":{}}",
                    "{\"a\":\"\\ud800\"}",
                    "{\"a\":\"\\u0000\"}",
                    "{\"\\u0000\":1}",
                    "{\"a\":\"\n\"}",
                    "/* */{}",
                    "\ufeff{}",
                    "a=1&b=2",
                    "<a/>",
                    "[".repeat(100_000),
                    "{\"a\":".repeat(5_000),
                    "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}",
                    "{\"a\":\"" + "x".repeat(900_000) + "\"}",
                    "{\"a\":\"" + "x".repeat(1_100_000) + "\"}",
                    "{\"" + "x".repeat(100_000) + "\":1}");

    private static final int LONGEST = 12_000;

    private final RandomGenerator random;

    Garbage(RandomGenerator random) {
        this.random = random;
    }

    /// @param plausible what might be right, to be spoilt now and then
    String text(List<String> plausible) {
        return switch (random.nextInt(10)) {
            case 0 -> anyText(random.nextInt(40));
            case 1 -> anyText(random.nextInt(3)).repeat(random.nextInt(LONGEST / 8));
            case 2, 3 -> plausible.isEmpty() ? anyText(5) : spoilt(one(plausible));
            case 4 -> one(TEXTS) + one(List.of("", ",", " ", "\0")) + one(TEXTS);
            default -> one(TEXTS);
        };
    }

    private String spoilt(String right) {
        var at = random.nextInt(right.length() + 1);
        return right.substring(0, at)
                + anyText(random.nextInt(3))
                + right.substring(Math.min(right.length(), at + random.nextInt(2)));
    }

    /// Of any characters there are, half ones and those that are none too.
    private String anyText(int length) {
        var most = one(List.of(0x7f, 0x250, 0xffff, 0x10ffff));
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(most + 1));
        }
        return text.toString();
    }

    JsonNode value(List<String> plausible) {
        var json = JsonNodeFactory.instance;
        return switch (random.nextInt(8)) {
            case 0 -> json.nullNode();
            case 1 -> json.booleanNode(random.nextBoolean());
            case 2 -> json.rawValueNode(new RawValue(one(NUMBERS)));
            case 3 -> json.arrayNode().add(json.textNode(text(plausible))).addNull();
            case 4 -> json.objectNode().put(text(plausible), text(plausible));
            case 5 -> {
                var many = json.arrayNode();
                random.ints(random.nextInt(2_000)).forEach(many::add);
                yield many;
            }
            default -> json.textNode(text(plausible));
        };
    }

    byte[] body(byte[] right) {
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(right, random.nextInt(right.length + 1));
            case 1 -> new String(right, UTF_8).getBytes(UTF_16);
            case 2 -> {
                var spoilt = right.clone();
                if (spoilt.length > 0) {
                    spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
                }
                yield spoilt;
            }
            case 3 -> {
                var noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                yield noise;
            }
            default -> one(BODIES).getBytes(UTF_8);
        };
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
