package dev.tallyport.bootstrap.configuration;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.ProfileConfigSourceInterceptor;
import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Every key of ours that was written anywhere, each once, where it counts most.
///
/// @param unreadable names of keys whose value refers to something that is not set
/// @param externalDatabase whether a database is configured
public record GivenKeys(List<GivenKey> all, List<String> unreadable, boolean externalDatabase) {

    public GivenKeys {
        all = List.copyOf(all);
        unreadable = List.copyOf(unreadable);
    }

    /// Looks into each source of the configuration by itself, since the configuration as a whole
    /// guesses dotted names out of environment variables.
    public static GivenKeys of(SmallRyeConfig config) {
        var ordinals = new TreeMap<String, Integer>();
        for (var source : config.getConfigSources()) {
            for (var written : written(source)) {
                var name = ProfileConfigSourceInterceptor.activeName(written, config.getProfiles());
                if (GivenKey.isOurs(name)) {
                    ordinals.merge(name, source.getOrdinal(), Math::max);
                }
            }
        }
        var keys = new ArrayList<GivenKey>();
        var unreadable = new ArrayList<String>();
        ordinals.forEach((name, ordinal) -> {
            var value = config.getConfigValue(name);
            if (value.getValue() != null) {
                keys.add(new GivenKey(name, value.getValue(), ordinal));
            } else if (isEmpty(value)) {
                keys.add(new GivenKey(name, "", ordinal));
            } else {
                unreadable.add(name);
            }
        });
        return new GivenKeys(keys, unreadable, externalDatabase(config));
    }

    private static Collection<String> written(ConfigSource source) {
        return source instanceof EnvConfigSource
                ? source.getProperties().keySet()
                : source.getPropertyNames();
    }

    /// One that refers to something that is not set is left for Quarkus to complain about.
    private static boolean externalDatabase(SmallRyeConfig config) {
        return !isEmpty(config.getConfigValue("quarkus.datasource.jdbc.url"));
    }

    private static boolean isEmpty(ConfigValue value) {
        return value.getRawValue() == null || value.getRawValue().isBlank();
    }

    void report(Problems problems) {
        unreadable.forEach(name ->
                problems.add(
                        name,
                        "a value in which every ${...} is set",
                        "one that refers to something that is not"));
    }

    /// Of keys that mean the same, the one that holds. Two of equal weight must agree.
    static Optional<GivenKey> strongest(Collection<GivenKey> same, Problems problems) {
        var given = same.stream().filter(GivenKey::hasValue).toList();
        var strongest = given.stream().max(Comparator.comparingInt(GivenKey::ordinal));
        strongest.ifPresent(holds ->
                given.stream()
                        .filter(key -> key.ordinal() == holds.ordinal())
                        .filter(key -> !key.value().equals(holds.value()))
                        .forEach(key ->
                                problems.add(
                                        key.name(),
                                        "the key to be given once",
                                        "another value under " + holds.name())));
        return strongest;
    }
}
