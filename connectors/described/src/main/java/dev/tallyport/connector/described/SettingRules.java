package dev.tallyport.connector.described;

import dev.tallyport.connector.spi.Setting;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the platform makes sure of before a connector gets settings, for use without a platform.
final class SettingRules {

    private SettingRules() {}

    /// What is wrong with the values, without quoting any.
    static List<String> problems(List<Setting> settings, Map<String, String> values) {
        var problems = new ArrayList<String>();
        var keys = settings.stream().map(Setting::key).collect(Collectors.toSet());
        for (var key : values.keySet()) {
            if (!keys.contains(key)) {
                problems.add(
                        "setting '%s': expected one of %s, found another one"
                                .formatted(key, String.join(", ", keys)));
            }
        }
        for (var setting : settings) {
            var value = values.get(setting.key());
            if (value == null ? setting.required() : !isOf(setting, value)) {
                problems.add(
                        "setting '%s': expected %s, found %s. %s"
                                .formatted(
                                        setting.key(),
                                        expected(setting),
                                        value == null ? "no value" : "something else",
                                        setting.description()));
            }
        }
        return problems;
    }

    private static boolean isOf(Setting setting, String value) {
        return switch (setting.type()) {
            case URL -> isAddress(value);
            case CHOICE -> setting.allowed().contains(value);
            case DURATION -> isDuration(value);
            case TEXT, COUNT, FLAG, PATH -> !value.isBlank();
        };
    }

    private static String expected(Setting setting) {
        return switch (setting.type()) {
            case URL -> "an address such as https://example.com, without query";
            case CHOICE -> "one of " + String.join(", ", setting.allowed());
            case DURATION -> "a duration above zero such as PT60S";
            case TEXT, COUNT, FLAG, PATH -> "a value";
        };
    }

    static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isDuration(String text) {
        try {
            return Duration.parse(text).isPositive();
        } catch (DateTimeException _) {
            return false;
        }
    }
}
