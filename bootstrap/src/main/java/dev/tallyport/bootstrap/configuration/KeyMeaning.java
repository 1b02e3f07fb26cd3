package dev.tallyport.bootstrap.configuration;

/// What a key under `tallyport.sources` is about.
record KeyMeaning(String source, Part part) {

    sealed interface Part {
        record Connector() implements Part {}

        record Every() implements Part {}

        record Of(String setting) implements Part {}
    }

    static KeyMeaning connector(String source) {
        return new KeyMeaning(source, new Part.Connector());
    }

    static KeyMeaning every(String source) {
        return new KeyMeaning(source, new Part.Every());
    }

    static KeyMeaning setting(String source, String setting) {
        return new KeyMeaning(source, new Part.Of(setting));
    }

    /// The key that says this and nothing else.
    String dotted() {
        var rest =
                switch (part) {
                    case Part.Connector() -> "connector";
                    case Part.Every() -> "every";
                    case Part.Of(var setting) -> "settings." + setting;
                };
        return InstallationKeys.SOURCES + source + "." + rest;
    }
}
