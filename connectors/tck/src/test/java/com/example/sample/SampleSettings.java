package com.example.sample;

import dev.tallyport.connector.http.Credential;
import dev.tallyport.connector.http.Endpoint;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import java.net.URI;
import java.util.List;

/// What an operator fills in for an account at Sample.
final class SampleSettings {

    static final Setting BASE_URL =
            Setting.optional(
                    "base-url",
                    Setting.Type.URL,
                    "https://api.sample.example",
                    "Where the API answers: everything before /v1.");
    static final Setting API_KEY =
            Setting.secret("api-key", "Key of an account that may read all usage.");

    static final List<Setting> ALL = List.of(BASE_URL, API_KEY);

    private SampleSettings() {}

    static Endpoint endpoint(Settings settings) {
        return Endpoint.of(
                URI.create(settings.value(BASE_URL)), Credential.bearer(settings.value(API_KEY)));
    }
}
