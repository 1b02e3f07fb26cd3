package dev.tallyport.application.source;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.source.ManagedSources.Stored;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Sets up, changes and removes the sources that are managed through the API. Every instance reads
/// them as they are now when it next looks for something to do.
@ApplicationScoped
public class AdministerSources {

    /// A source to be.
    public record Wanted(
            SourceName name,
            String connector,
            Map<String, String> settings,
            Duration every,
            boolean paused) {

        /// Keeps the secrets out of logs.
        @Override
        public String toString() {
            return "Wanted[%s, %s]".formatted(name, connector);
        }
    }

    /// How a source is to be from now on; what is empty stays.
    ///
    /// @param settings empty values for what is to be given no longer; what is not there stays
    /// @param version what the change was made for; empty for whatever it is now
    public record Change(
            Map<String, Optional<String>> settings,
            Optional<Duration> every,
            Optional<Boolean> paused,
            OptionalLong version) {

        /// Keeps the secrets out of logs.
        @Override
        public String toString() {
            return "Change" + new TreeSet<>(settings.keySet());
        }
    }

    private static final int MOST = 200;

    private final SourceSetups setups;
    private final ManagedSources managed;
    private final Sources sources;
    private final Connectors connectors;
    private final SourceSecrets secrets;
    private final SettingsCheck settingsCheck;
    private final AuditTrail audit;
    private final InstantSource clock;

    AdministerSources(
            SourceSetups setups,
            ManagedSources managed,
            Sources sources,
            Connectors connectors,
            SourceSecrets secrets,
            SettingsCheck settingsCheck,
            AuditTrail audit,
            InstantSource clock) {
        this.setups = setups;
        this.managed = managed;
        this.sources = sources;
        this.connectors = connectors;
        this.secrets = secrets;
        this.settingsCheck = settingsCheck;
        this.audit = audit;
        this.clock = clock;
    }

    /// Goes on where a source of the same name and connector left off, if there was one.
    @Transactional
    public Outcome<SourceName> create(Viewer viewer, Wanted wanted) {
        if (!viewer.may(Permission.MANAGE_SOURCES)) {
            return new Outcome.Forbidden<>();
        }
        var connector = connectors.find(wanted.connector()).map(Connector::descriptor);
        if (connector.isEmpty()) {
            return unknownConnector(connectors, wanted.connector());
        }
        var problems = settingsCheck.whole(connector.get(), wanted.settings());
        if (!problems.isEmpty()) {
            return invalid(problems);
        }
        var refusal = refusal(wanted);
        if (refusal.isPresent()) {
            return new Outcome.Conflict<>(refusal.get());
        }
        var source = sealed(wanted, connector.get());
        if (!managed.add(source, clock.instant(), viewer.account().name())) {
            return new Outcome.Conflict<>(nameTaken(wanted.name()));
        }
        managed.hasten(wanted.name());
        audit.record(
                Draft.of(
                        Actor.of(viewer),
                        Action.SOURCE_CREATED,
                        target(wanted.name()),
                        described(source)));
        return Outcome.done(wanted.name());
    }

    /// @param change for a source of the configuration or one that is set up no longer, refused
    @Transactional
    public Outcome<SourceName> change(Viewer viewer, SourceName name, Change change) {
        if (!viewer.may(Permission.MANAGE_SOURCES)) {
            return new Outcome.Forbidden<>();
        }
        var found = managed.find(name);
        if (found.isEmpty() || setups.inConfiguration(name).isPresent()) {
            return notManaged(name);
        }
        var before = found.get();
        if (isOutdated(change.version(), before)) {
            return changedMeanwhile(before);
        }
        if (change.settings().isEmpty()) {
            return store(viewer, before, after(before.source(), change), Set.of());
        }
        var connector = connectors.find(before.source().connector()).map(Connector::descriptor);
        if (connector.isEmpty()) {
            return new Outcome.Conflict<>(
                    "Connector '%s' is not installed, so that its settings cannot be checked"
                            .formatted(before.source().connector()));
        }
        var settings =
                SettingsAfter.of(connector.get(), secrets.open(before.source()), change.settings());
        var problems = settingsCheck.after(connector.get(), settings);
        if (!problems.isEmpty()) {
            return invalid(problems);
        }
        return store(
                viewer,
                before,
                after(before.source(), change, connector.get()),
                change.settings().keySet());
    }

    /// Usage and history stay. A sync under way is stopped.
    @Transactional
    public Outcome<SourceName> remove(Viewer viewer, SourceName name) {
        if (!viewer.may(Permission.MANAGE_SOURCES)) {
            return new Outcome.Forbidden<>();
        }
        var found = managed.find(name);
        if (found.isEmpty() || setups.inConfiguration(name).isPresent()) {
            return notManaged(name);
        }
        var stored = found.get();
        if (!managed.remove(name, stored.version())) {
            return changedMeanwhile(stored);
        }
        audit.record(
                new Draft(
                        Actor.of(viewer),
                        Action.SOURCE_REMOVED,
                        target(name),
                        described(stored.source()),
                        Map.of()));
        return Outcome.done(name);
    }

    private Optional<String> refusal(Wanted wanted) {
        var name = wanted.name();
        if (setups.inConfiguration(name).isPresent()) {
            return Optional.of(
                    "The configuration declares a source '" + name + "'; choose another name");
        }
        if (managed.find(name).isPresent()) {
            return Optional.of(nameTaken(name));
        }
        if (managed.all().size() >= MOST) {
            return Optional.of(
                    "There are %d sources already; remove one, or declare this one in the configuration"
                            .formatted(MOST));
        }
        return sources.find(name)
                .filter(known -> !known.connector().equals(wanted.connector()))
                .map(known ->
                        "Usage of connector '%s' is kept under the name '%s'; choose another name"
                                .formatted(known.connector(), name));
    }

    private ManagedSource sealed(Wanted wanted, ConnectorDescriptor connector) {
        var plain = new HashMap<>(wanted.settings());
        var sealed = new HashMap<String, Sealed>();
        for (var key : secretKeys(connector)) {
            Optional.ofNullable(plain.remove(key))
                    .ifPresent(secret -> sealed.put(key, secrets.seal(wanted.name(), key, secret)));
        }
        return new ManagedSource(
                wanted.name(), wanted.connector(), plain, sealed, wanted.every(), wanted.paused());
    }

    private static ManagedSource after(ManagedSource before, Change change) {
        return with(before, change, before.settings(), before.secrets());
    }

    /// Secrets that are not changed stay as they are sealed.
    private ManagedSource after(
            ManagedSource before, Change change, ConnectorDescriptor connector) {
        var plain = new HashMap<>(before.settings());
        var sealed = new HashMap<>(before.secrets());
        var secret = secretKeys(connector);
        change.settings()
                .forEach((key, value) -> {
                    plain.remove(key);
                    sealed.remove(key);
                    value.ifPresent(given -> {
                        if (secret.contains(key)) {
                            sealed.put(key, secrets.seal(before.name(), key, given));
                        } else {
                            plain.put(key, given);
                        }
                    });
                });
        return with(before, change, plain, sealed);
    }

    private static ManagedSource with(
            ManagedSource before,
            Change change,
            Map<String, String> settings,
            Map<String, Sealed> secrets) {
        return new ManagedSource(
                before.name(),
                before.connector(),
                settings,
                secrets,
                change.every().orElse(before.every()),
                change.paused().orElse(before.paused()));
    }

    private Outcome<SourceName> store(
            Viewer viewer, Stored before, ManagedSource after, Set<String> given) {
        var name = after.name();
        if (!managed.replace(after, before.version(), clock.instant(), viewer.account().name())) {
            return changedMeanwhile(before);
        }
        managed.hasten(name);
        var described = described(after);
        given.stream()
                .filter(after.secrets()::containsKey)
                .forEach(key -> described.put("settings." + key, "set anew"));
        audit.record(
                new Draft(
                        Actor.of(viewer),
                        Action.SOURCE_CHANGED,
                        target(name),
                        described(before.source()),
                        described));
        return Outcome.done(name);
    }

    private Outcome<SourceName> notManaged(SourceName name) {
        if (setups.inConfiguration(name).isPresent()) {
            return new Outcome.Conflict<>(
                    "Source '%s' is declared in the configuration; change it there and start again"
                            .formatted(name));
        }
        return sources.find(name).isPresent()
                ? new Outcome.Conflict<>(
                        "Source '%s' is not set up any more; create it to have it read again"
                                .formatted(name))
                : new Outcome.Unknown<>("source '" + name + "'");
    }

    private static boolean isOutdated(OptionalLong version, Stored stored) {
        return version.isPresent() && version.getAsLong() != stored.version();
    }

    private static <T> Outcome<T> changedMeanwhile(Stored stored) {
        return new Outcome.Conflict<>(
                "Source '%s' was changed meanwhile; look at it again"
                        .formatted(stored.source().name()));
    }

    static <T> Outcome<T> unknownConnector(Connectors connectors, String id) {
        var installed =
                connectors.all().stream().map(connector -> connector.descriptor().id()).toList();
        return new Outcome.Invalid<>(
                "connector",
                "one of the installed connectors " + installed,
                id + Spelling.didYouMean(id, installed));
    }

    static <T> Outcome<T> invalid(List<SettingProblem> problems) {
        return new Outcome.Invalid<>(
                problems.stream()
                        .map(problem ->
                                new Outcome.Wrong(
                                        problem.key()
                                                .map(key -> "settings." + key)
                                                .orElse("settings"),
                                        problem.expected(),
                                        problem.found()))
                        .toList());
    }

    private static String nameTaken(SourceName name) {
        return "There is a source '" + name + "' already; change it, or choose another name";
    }

    static String target(SourceName name) {
        return "source:" + name;
    }

    private static List<String> secretKeys(ConnectorDescriptor connector) {
        return connector.settings().stream().filter(Setting::secret).map(Setting::key).toList();
    }

    /// The settings whose values may be told: a setting may have become secret since it was stored,
    /// and of a connector that is not installed nobody knows which ones are.
    private Set<String> openKeys(ManagedSource source) {
        return connectors.find(source.connector()).stream()
                .flatMap(connector -> connector.descriptor().settings().stream())
                .filter(setting -> !setting.secret())
                .map(Setting::key)
                .collect(Collectors.toSet());
    }

    private Map<String, String> described(ManagedSource source) {
        var described = new TreeMap<String, String>();
        described.put("connector", source.connector());
        described.put("every", source.every().toString());
        described.put("paused", Boolean.toString(source.paused()));
        var known = openKeys(source);
        source.settings()
                .forEach((key, value) ->
                        described.put("settings." + key, known.contains(key) ? value : "set"));
        source.secrets().keySet().forEach(key -> described.put("settings." + key, "set"));
        return described;
    }
}
