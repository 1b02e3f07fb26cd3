package dev.tallyport.adapter.rest.role;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.adapter.rest.AnyViewer;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewAssignmentTest {

    @Test
    void aRoleIsGivenToOneRecipient() {
        assertThat(assignment("{\"to\":{\"person\":7},\"role\":\"lead\"}").to())
                .isEqualTo(new Principal.Person(7));
        assertThat(assignment("{\"to\":{\"serviceUser\":3},\"role\":\"lead\"}").to())
                .isEqualTo(new Principal.ServiceUser(3));
        assertThat(assignment("{\"to\":{\"group\":\"dev\"},\"role\":\"lead\"}").to())
                .isEqualTo(new Principal.Group("dev"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"to\":null}",
                "{\"to\":7}",
                "{\"to\":{}}",
                "{\"to\":{\"person\":7,\"group\":\"dev\"}}"
            })
    void anythingButOneRecipientIsWrong(String sent) {
        assertThatThrownBy(() -> assignment(sent)).hasMessage("400 Members are wrong: to, role");
    }

    @Test
    void aRecipientIsOfItsKind() {
        assertThatThrownBy(() -> assignment("{\"to\":{\"person\":\"7\"},\"role\":\"lead\"}"))
                .hasMessage("400 A member is wrong: to.person");
        assertThatThrownBy(() -> assignment("{\"to\":{\"group\":\" \"},\"role\":\"lead\"}"))
                .hasMessage("400 A member is wrong: to.group");
    }

    @Test
    void withoutAScopeItIsForTheEnterprise() {
        var sent = "{\"to\":{\"person\":7},\"role\":\"lead\"}";

        assertThat(assignment(sent).scope()).isEqualTo(new Scope.Enterprise());
    }

    @Test
    void withAScopeItIsForAnOrganization() {
        var sent =
                """
                {
                  "to": {"person": 7}, "role": "lead",
                  "scope": {"source": "acme", "organization": "org-1"}
                }
                """;

        assertThat(assignment(sent).scope())
                .isEqualTo(new Scope.Organization(AnyViewer.ORGANIZATION));
    }

    @Test
    void permissionsAreKnownByName() {
        var sent = "{\"permissions\":[\"ViewSources\",\"ViewOrgMetrics\"]}";

        assertThat(RolePermissions.of(sent.getBytes(UTF_8)).permissions())
                .containsExactly(Permission.VIEW_SOURCES, Permission.VIEW_ORG_METRICS);
        assertThatThrownBy(() -> NewRole.of("{\"permissions\":[\"viewsources\"]}".getBytes(UTF_8)))
                .hasMessage("400 Members are wrong: name, permissions[0]");
    }

    @Test
    void aPermissionSaysWhereItCounts() {
        assertThat(PermissionView.of(Permission.VIEW_SOURCES).levels())
                .containsExactly("enterprise");
        assertThat(PermissionView.of(Permission.VIEW_ORG_METRICS).levels())
                .containsExactly("organization");
        assertThat(PermissionView.of(Permission.MANAGE_BILLING).levels())
                .containsExactly("enterprise", "organization");
    }

    @Test
    void aRoleSaysWhetherItCanBeChanged() {
        assertThat(RoleView.of(Role.MEMBER).builtIn()).isTrue();
        assertThat(RoleView.of(Role.MEMBER).permissions()).containsExactly("ViewPersonalAnalytics");
    }

    private static NewAssignment assignment(String sent) {
        return NewAssignment.of(sent.getBytes(UTF_8));
    }
}
