package dev.tallyport.bootstrap.configuration;

import dev.tallyport.application.source.Spelling;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What was given for the installation as a whole. Needs no connector to be read.
public record InstallationKeys(Map<InstallationKey, String> values) {

    static final String SOURCES = GivenKey.PREFIX + "sources.";
    static final String ENVIRONMENT_SOURCES = GivenKey.ENVIRONMENT_PREFIX + "SOURCES_";

    /// What Kubernetes puts into the environment of every pod beside a service of our name.
    private static final Pattern SERVICE_LINK =
            Pattern.compile(
                    "TALLYPORT(_[A-Z0-9_]+)?_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    public InstallationKeys {
        values = Map.copyOf(values);
    }

    /// Adds what is wrong to the problems and leaves it out.
    public static InstallationKeys read(GivenKeys given, Problems problems) {
        given.report(problems);
        var values = new EnumMap<InstallationKey, String>(InstallationKey.class);
        for (var key : InstallationKey.values()) {
            var same = given.all().stream().filter(written -> means(written, key)).toList();
            GivenKeys.strongest(same, problems)
                    .ifPresent(holds -> {
                        if (key.accepts(holds.value())) {
                            values.put(key, holds.value());
                        } else {
                            problems.add(holds.name(), key.expected(), key.describe(holds.value()));
                        }
                    });
        }
        given.all().stream()
                .filter(written -> !isSource(written) && !isServiceLink(written))
                .filter(written -> keys().noneMatch(key -> means(written, key)))
                .forEach(written -> reportUnknown(written, problems));
        checkSecretKey(given, problems);
        return new InstallationKeys(values);
    }

    public Optional<String> value(InstallationKey key) {
        return Optional.ofNullable(values.get(key));
    }

    private static boolean means(GivenKey written, InstallationKey key) {
        return written.isEnvironment()
                ? written.name().equals(Names.normalised(key.key()))
                : written.name().equals(key.key());
    }

    private static boolean isSource(GivenKey written) {
        return written.name().startsWith(SOURCES) || written.name().startsWith(ENVIRONMENT_SOURCES);
    }

    static boolean isServiceLink(GivenKey written) {
        return SERVICE_LINK.matcher(written.name()).matches();
    }

    private static void reportUnknown(GivenKey written, Problems problems) {
        var known = keys().map(InstallationKey::key);
        var spelled = written.isEnvironment() ? known.map(Names::normalised) : known;
        problems.add(
                written.name(),
                "a key that Tallyport knows",
                "an unknown one" + Spelling.didYouMean(written.name(), spelled.toList()));
    }

    private static void checkSecretKey(GivenKeys given, Problems problems) {
        var key = InstallationKey.SECRET_KEY;
        var isGiven =
                given.all().stream().anyMatch(written -> means(written, key) && written.hasValue())
                        || given.unreadable().contains(key.key());
        if (given.externalDatabase() && !isGiven) {
            problems.add(
                    key.key(),
                    key.expected() + ", beside an external database",
                    "nothing; it encrypts the vendors' credentials, so keep it as safe as the database");
        }
    }

    private static Stream<InstallationKey> keys() {
        return Arrays.stream(InstallationKey.values());
    }

    /// Prints no value.
    @Override
    public String toString() {
        return "InstallationKeys" + List.copyOf(values.keySet());
    }
}
