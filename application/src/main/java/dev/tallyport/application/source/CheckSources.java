package dev.tallyport.application.source;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.source.SourceName;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Tries settings against their vendor, whether they are stored or not. Stores nothing but that it
/// was done.
@ApplicationScoped
public class CheckSources {

    private static final Logger LOG = System.getLogger(CheckSources.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SourceSetups setups;
    private final ManagedSources managed;
    private final Sources sources;
    private final Connectors connectors;
    private final SourceSecrets secrets;
    private final SettingsCheck settingsCheck;
    private final AuditTrail audit;

    CheckSources(
            SourceSetups setups,
            ManagedSources managed,
            Sources sources,
            Connectors connectors,
            SourceSecrets secrets,
            SettingsCheck settingsCheck,
            AuditTrail audit) {
        this.setups = setups;
        this.managed = managed;
        this.sources = sources;
        this.connectors = connectors;
        this.secrets = secrets;
        this.settingsCheck = settingsCheck;
        this.audit = audit;
    }

    /// Tries settings that belong to no source yet.
    public Outcome<CheckResult> given(
            Viewer viewer, String connectorId, Map<String, String> settings) {
        if (!viewer.may(Permission.MANAGE_SOURCES)) {
            return new Outcome.Forbidden<>();
        }
        var connector = connectors.find(connectorId);
        if (connector.isEmpty()) {
            return AdministerSources.unknownConnector(connectors, connectorId);
        }
        var problems = settingsCheck.whole(connector.get().descriptor(), settings);
        return problems.isEmpty()
                ? tried(viewer, "connector:" + connectorId, connector.get(), settings)
                : AdministerSources.invalid(problems);
    }

    /// Tries a source as it is set up, or as it would be after a change.
    ///
    /// @param changes as in [AdministerSources.Change]; refused for a source of the configuration
    public Outcome<CheckResult> stored(
            Viewer viewer, SourceName name, Map<String, Optional<String>> changes) {
        if (!viewer.may(Permission.MANAGE_SOURCES)) {
            return new Outcome.Forbidden<>();
        }
        var configured = setups.inConfiguration(name);
        if (configured.isPresent()) {
            return changes.isEmpty()
                    ? configured(viewer, configured.get())
                    : new Outcome.Conflict<>(
                            "Source '%s' is declared in the configuration; only what is declared there can be checked"
                                    .formatted(name));
        }
        var stored = managed.find(name);
        if (stored.isEmpty()) {
            return sources.find(name).isPresent()
                    ? new Outcome.Conflict<>("Source '%s' is not set up any more".formatted(name))
                    : new Outcome.Unknown<>("source '" + name + "'");
        }
        return managed(viewer, stored.get().source(), changes);
    }

    private Outcome<CheckResult> configured(Viewer viewer, DeclaredSource source) {
        var connector = connectors.find(source.connector()).orElseThrow();
        return tried(
                viewer,
                AdministerSources.target(source.name()),
                connector,
                source.settings().values());
    }

    private Outcome<CheckResult> managed(
            Viewer viewer, ManagedSource source, Map<String, Optional<String>> changes) {
        var connector = connectors.find(source.connector());
        if (connector.isEmpty()) {
            return new Outcome.Conflict<>(
                    "Connector '%s' is not installed".formatted(source.connector()));
        }
        var descriptor = connector.get().descriptor();
        var settings = SettingsAfter.of(descriptor, secrets.open(source), changes);
        var problems = settingsCheck.after(descriptor, settings);
        return problems.isEmpty()
                ? tried(
                        viewer,
                        AdministerSources.target(source.name()),
                        connector.get(),
                        settings.values())
                : AdministerSources.invalid(problems);
    }

    private Outcome<CheckResult> tried(
            Viewer viewer, String target, Connector connector, Map<String, String> settings) {
        var result = withoutSecrets(check(connector, new Settings(settings)), connector, settings);
        audit.record(Draft.of(Actor.of(viewer), Action.SOURCE_CHECKED, target, described(result)));
        return Outcome.done(result);
    }

    private static CheckResult check(Connector connector, Settings settings) {
        var task = new FutureTask<>(() -> connector.check(settings));
        var thread = Thread.ofPlatform().name("check").start(task);
        try {
            return task.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return new CheckResult.Unavailable(
                    "there was no answer within %d seconds".formatted(PATIENCE.toSeconds()));
        } catch (ExecutionException e) {
            LOG.log(Level.ERROR, "a check failed", e.getCause());
            return new CheckResult.Unavailable(
                    "the check failed inside Tallyport; the log says why");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new CheckResult.Unavailable("this instance is shutting down");
        } finally {
            thread.interrupt();
        }
    }

    /// A connector promises to tell none; nobody would forgive it if one did.
    private static CheckResult withoutSecrets(
            CheckResult result, Connector connector, Map<String, String> settings) {
        var secrets =
                connector.descriptor().settings().stream()
                        .filter(Setting::secret)
                        .flatMap(setting ->
                                Optional.ofNullable(settings.get(setting.key())).stream())
                        .toList();
        return switch (result) {
            case CheckResult.Ok ok -> ok;
            case CheckResult.Misconfigured(var key, var reason) ->
                    new CheckResult.Misconfigured(key, hidden(reason, secrets));
            case CheckResult.Unavailable(var reason) ->
                    new CheckResult.Unavailable(hidden(reason, secrets));
        };
    }

    private static String hidden(String text, List<String> secrets) {
        var told = text;
        for (var secret : secrets) {
            told = told.replace(secret, "[secret]");
        }
        return told;
    }

    private static Map<String, String> described(CheckResult result) {
        return switch (result) {
            case CheckResult.Ok _ -> Map.of("result", "ok");
            case CheckResult.Misconfigured(var key, _) ->
                    Map.of("result", "misconfigured", "key", key);
            case CheckResult.Unavailable _ -> Map.of("result", "unavailable");
        };
    }
}
