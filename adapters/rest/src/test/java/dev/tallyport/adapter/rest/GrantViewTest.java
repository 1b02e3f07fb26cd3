package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.domain.access.Account;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.flag.Flags;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantViewTest {

    @Test
    void permissionsAreTheEnterprisesOrAnOrganizations() {
        var viewer =
                AnyViewer.with(
                        Set.of(
                                new Grant(Permission.VIEW_SOURCES, new Scope.Enterprise()),
                                new Grant(
                                        Permission.VIEW_ORG_METRICS,
                                        new Scope.Organization(AnyViewer.ORGANIZATION))));

        assertThat(GrantView.of(viewer))
                .containsExactly(
                        new GrantView("ViewOrgMetrics", new OrganizationId("acme", "org-1")),
                        new GrantView("ViewSources", null));
    }

    @Test
    void aPermissionThatDoesNotCountWhereItWasGivenIsNone() {
        var viewer =
                AnyViewer.with(
                        Set.of(
                                new Grant(
                                        Permission.VIEW_SOURCES,
                                        new Scope.Organization(AnyViewer.ORGANIZATION))));

        assertThat(GrantView.of(viewer)).isEmpty();
    }

    @Test
    void aDisabledAccountHoldsNothing() {
        var viewer =
                new Viewer(
                        new Account(
                                new Principal.Person(7),
                                "Ada Lovelace",
                                false,
                                Optional.empty(),
                                Role.ADMIN.in(new Scope.Enterprise()),
                                Set.of(),
                                Set.of(),
                                Set.of()),
                        Flags.NONE,
                        Instant.EPOCH);

        assertThat(GrantView.of(viewer)).isEmpty();
    }
}
