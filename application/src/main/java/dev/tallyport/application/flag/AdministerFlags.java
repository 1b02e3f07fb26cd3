package dev.tallyport.application.flag;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.flag.FlagCatalog.Defined;
import dev.tallyport.application.flag.FlagCatalog.Setting;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.FlagDecision;
import dev.tallyport.domain.flag.FlagState;
import dev.tallyport.domain.source.VendorOrganization;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Sets feature flags.
@ApplicationScoped
public class AdministerFlags {

    private final FlagCatalog catalog;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final UnknownFlags unknownFlags = new UnknownFlags();

    AdministerFlags(FlagCatalog catalog, AuditTrail audit, InstantSource clock) {
        this.catalog = catalog;
        this.audit = audit;
        this.clock = clock;
    }

    /// By key.
    public Outcome<List<Defined>> all(Viewer viewer) {
        return viewer.visibility(Subject.SETTINGS) instanceof Visibility.Everything
                ? Outcome.done(catalog.all())
                : new Outcome.Forbidden<>();
    }

    public Outcome<Defined> one(Viewer viewer, Flag flag) {
        return viewer.visibility(Subject.SETTINGS) instanceof Visibility.Everything
                ? find(flag)
                        .map(Outcome::done)
                        .orElseGet(() -> new Outcome.Unknown<>(described(flag)))
                : new Outcome.Forbidden<>();
    }

    /// How a flag is decided for somebody who belongs to these organizations, now.
    public Outcome<FlagDecision> decide(
            Viewer viewer, Flag flag, Set<VendorOrganization> memberOf) {
        if (!(viewer.visibility(Subject.SETTINGS) instanceof Visibility.Everything)) {
            return new Outcome.Forbidden<>();
        }
        var decision = catalog.flags().decide(flag, memberOf, clock.instant());
        unknownFlags.report(flag, decision);
        return Outcome.done(decision);
    }

    /// Sets up a flag, off, or describes it anew.
    @Transactional
    public Outcome<Defined> define(Viewer viewer, Flag flag, String description) {
        if (!viewer.may(Permission.MANAGE_ENTERPRISE_SETTINGS)) {
            return new Outcome.Forbidden<>();
        }
        var before = find(flag);
        catalog.define(flag, description);
        audit.record(
                new Draft(
                        Actor.of(viewer),
                        Action.FLAG_DEFINED,
                        target(flag),
                        before.map(known -> Map.of("description", known.description()))
                                .orElseGet(Map::of),
                        Map.of("description", description)));
        return Outcome.done(find(flag).orElseThrow());
    }

    /// The flags that code asks for stay.
    @Transactional
    public Outcome<Defined> remove(Viewer viewer, Flag flag) {
        if (!viewer.may(Permission.MANAGE_ENTERPRISE_SETTINGS)) {
            return new Outcome.Forbidden<>();
        }
        var known = find(flag);
        if (known.isEmpty()) {
            return new Outcome.Unknown<>(described(flag));
        }
        if (flag.equals(Flag.EXPOSE_PERSONAL_ANALYTICS)) {
            return new Outcome.Conflict<>(
                    "Tallyport itself asks for " + described(flag) + "; switch it off instead");
        }
        catalog.remove(flag);
        audit.record(
                new Draft(
                        Actor.of(viewer),
                        Action.FLAG_REMOVED,
                        target(flag),
                        Map.of("description", known.get().description()),
                        Map.of()));
        return Outcome.done(known.get());
    }

    @Transactional
    public Outcome<Defined> set(
            Viewer viewer, Flag flag, Scope scope, FlagState state, String reason) {
        if (!viewer.may(Permission.MANAGE_ENTERPRISE_SETTINGS)) {
            return new Outcome.Forbidden<>();
        }
        var before = find(flag);
        if (before.isEmpty()) {
            return new Outcome.Unknown<>(described(flag));
        }
        var setting = new Setting(scope, state, viewer.account().name(), clock.instant(), reason);
        catalog.set(flag, setting);
        audit.record(
                new Draft(
                        Actor.of(viewer),
                        Action.FLAG_SET,
                        target(flag),
                        settingIn(before.get(), scope)
                                .map(AdministerFlags::described)
                                .orElseGet(Map::of),
                        described(setting)));
        return Outcome.done(find(flag).orElseThrow());
    }

    /// Leaves the flag as it is decided elsewhere.
    @Transactional
    public Outcome<Defined> clear(Viewer viewer, Flag flag, Scope scope) {
        if (!viewer.may(Permission.MANAGE_ENTERPRISE_SETTINGS)) {
            return new Outcome.Forbidden<>();
        }
        var setting = find(flag).flatMap(known -> settingIn(known, scope));
        if (setting.isEmpty()) {
            return new Outcome.Unknown<>(described(flag) + " set for " + Names.of(scope));
        }
        catalog.clear(flag, scope);
        audit.record(
                new Draft(
                        Actor.of(viewer),
                        Action.FLAG_CLEARED,
                        target(flag),
                        described(setting.get()),
                        Map.of()));
        return Outcome.done(find(flag).orElseThrow());
    }

    private Optional<Defined> find(Flag flag) {
        return catalog.all().stream().filter(known -> known.flag().equals(flag)).findFirst();
    }

    private static Optional<Setting> settingIn(Defined known, Scope scope) {
        return known.states().stream().filter(setting -> setting.scope().equals(scope)).findFirst();
    }

    private static String described(Flag flag) {
        return "flag '" + flag.key() + "'";
    }

    private static String target(Flag flag) {
        return "flag:" + flag.key();
    }

    private static Map<String, String> described(Setting setting) {
        var described = new TreeMap<String, String>();
        described.put("scope", Names.of(setting.scope()));
        described.put("on", Boolean.toString(setting.state().on()));
        setting.state().from().ifPresent(from -> described.put("from", from.toString()));
        setting.state().until().ifPresent(until -> described.put("until", until.toString()));
        described.put("reason", setting.reason());
        return described;
    }
}
