package dev.tallyport.application.oneself;

import dev.tallyport.application.audit.Names;
import dev.tallyport.application.reporting.Choices;
import dev.tallyport.application.reporting.Choices.Part;
import dev.tallyport.application.reporting.Choices.Seen;
import dev.tallyport.application.reporting.Choices.Wanted;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.role.RoleCatalog;
import dev.tallyport.application.role.RoleHolders;
import dev.tallyport.application.role.RoleHolders.Holder;
import dev.tallyport.application.source.Organizations;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.access.Account;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.VendorOrganization;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds out who else may see what is of whoever asks. Whether somebody may by a role is asked of
/// the viewer whom that role alone would make.
@ApplicationScoped
public class FindViewers {

    /// Somebody who may.
    ///
    /// @param principal a person, a service user or a group
    /// @param name for people to read
    public record Who(Principal principal, String name) {}

    /// By what somebody may.
    ///
    /// @param scopeName of the organization or project; empty for the enterprise, and where the
    ///   vendor states none
    /// @param sees of what they see a part
    public record Way(String role, Scope scope, Optional<String> scopeName, Set<Subject> sees) {

        public Way {
            sees = Set.copyOf(sees);
        }
    }

    /// @param ways the enterprise first, then by organization; by role
    public record Seeing(Who who, List<Way> ways) {

        public Seeing {
            ways = List.copyOf(ways);
        }
    }

    private static final Comparator<Who> BY_NAME =
            Comparator.comparing((Who who) -> who.name().toLowerCase(Locale.ROOT))
                    .thenComparing(Who::name)
                    .thenComparing(who -> who.principal().toString());
    private static final Comparator<Way> BY_PLACE =
            Comparator.comparing((Way way) -> placeOf(way.scope())).thenComparing(Way::role);

    private final RoleCatalog catalog;
    private final RoleHolders holders;
    private final Sources sources;
    private final Choices choices;
    private final Organizations organizations;

    FindViewers(
            RoleCatalog catalog,
            RoleHolders holders,
            Sources sources,
            Choices choices,
            Organizations organizations) {
        this.catalog = catalog;
        this.holders = holders;
        this.sources = sources;
        this.choices = choices;
        this.organizations = organizations;
    }

    /// By name. Whom an identity provider alone makes an administrator, and who holds the key of
    /// the configuration, is not known here.
    public List<Seeing> of(Viewer oneself) {
        var places = placesOf(oneself.account());
        var names = new HashMap<VendorOrganization, String>();
        organizations
                .all()
                .forEach(one -> one.name().ifPresent(name -> names.put(one.organization(), name)));
        var found = new HashMap<Who, SortedSet<Way>>();
        for (var role : catalog.all()) {
            if (mayShow(role, oneself, places)) {
                for (var holder : holders.holdersBut(oneself.account().principal(), role.name())) {
                    var sees = seenBy(holder, role, oneself, places);
                    if (!sees.isEmpty()) {
                        found.computeIfAbsent(
                                        new Who(holder.principal(), holder.name()),
                                        _ -> new TreeSet<>(BY_PLACE))
                                .add(way(role, holder.scope(), names, sees));
                    }
                }
            }
        }
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_NAME))
                .map(one -> new Seeing(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    /// Where somebody belongs, or has usage that is tied to it.
    private Set<VendorOrganization> placesOf(Account account) {
        var own = new Visibility.Some(Set.of(), account.linkedTo(), Set.of(), Set.of());
        var parts =
                sources.all().stream()
                        .flatMap(source ->
                                Rows.of(own, source.name()).stream()
                                        .map(rows -> new Part(source.id(), rows)))
                        .toList();
        var places = new HashSet<>(account.memberOf());
        choices.organizations(
                        new Seen(parts, false), new Wanted("", Optional.empty(), Integer.MAX_VALUE))
                .forEach(one -> places.add(one.organization()));
        return places;
    }

    /// Whether the role shows anything of them to whoever has it anywhere: most have one that does
    /// not, and are not looked up.
    private static boolean mayShow(Role role, Viewer oneself, Set<VendorOrganization> places) {
        return Stream.concat(
                        Stream.of(new Scope.Enterprise()),
                        places.stream().map(Scope.Organization::new))
                .map(scope ->
                        new Holder(
                                new Principal.Tallyport(),
                                role.name(),
                                true,
                                Optional.empty(),
                                scope))
                .anyMatch(anybody -> !seenBy(anybody, role, oneself, places).isEmpty());
    }

    private static Set<Subject> seenBy(
            Holder holder, Role role, Viewer oneself, Set<VendorOrganization> places) {
        var account =
                new Account(
                        holder.principal(),
                        holder.name(),
                        holder.enabled(),
                        holder.expiresAt(),
                        role.in(holder.scope()),
                        Set.of(),
                        Set.of(),
                        Set.of());
        return new Viewer(account, oneself.flags(), oneself.now()).seesOfAnother(places);
    }

    private static Way way(
            Role role, Scope scope, Map<VendorOrganization, String> names, Set<Subject> sees) {
        var name =
                switch (scope) {
                    case Scope.Enterprise() -> Optional.<String>empty();
                    case Scope.Organization(var organization) ->
                            Optional.ofNullable(names.get(organization));
                };
        return new Way(role.name(), scope, name, sees);
    }

    private static String placeOf(Scope scope) {
        return switch (scope) {
            case Scope.Enterprise() -> "";
            case Scope.Organization _ -> Names.of(scope);
        };
    }
}
