package dev.tallyport.application.source;

import java.util.Optional;

/// What is wrong with the settings that were given for a source.
///
/// @param key of the setting; empty when it is about which settings were given together
/// @param found never a secret
public record SettingProblem(Optional<String> key, String expected, String found) {

    static SettingProblem of(String key, String expected, String found) {
        return new SettingProblem(Optional.of(key), expected, found);
    }
}
