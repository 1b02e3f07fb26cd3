package dev.tallyport.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleTest {

    @Property
    void allowsWhatCountsWhereItIsGivenAndNothingElse(
            @ForAll Set<Permission> permissions, @ForAll("scopes") Scope scope) {
        var grants = new Role("lead", permissions).in(scope);

        assertThat(grants).allMatch(Grant::counts).allMatch(grant -> grant.scope().equals(scope));
        assertThat(grants)
                .extracting(Grant::permission)
                .containsExactlyInAnyOrderElementsOf(
                        permissions.stream().filter(one -> one.countsIn(scope)).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Lead", "-lead", "team lead", "lead\n", "a.b"})
    void aNameOfAnythingButLowerCaseLettersDigitsAndDashesIsRefused(String name) {
        assertThat(Role.isName(name)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Role(name, Set.of()))
                .withMessageContaining("'" + name + "'");
    }

    @Test
    void aNameHasAtMost63Characters() {
        assertThat(Role.isName("a".repeat(63))).isTrue();
        assertThat(Role.isName("a".repeat(64))).isFalse();
    }

    @Test
    void aRoleIsBuiltInByItsName() {
        assertThat(new Role("admin", Set.of()).isBuiltIn()).isTrue();
        assertThat(new Role("lead", Role.ADMIN.permissions()).isBuiltIn()).isFalse();
    }

    @Test
    void everyPermissionIsFoundByItsNameAndCountsSomewhere() {
        assertThat(Stream.of(Permission.values()))
                .allSatisfy(permission -> {
                    assertThat(Permission.find(permission.title())).contains(permission);
                    assertThat(
                                    Stream.of(
                                            new Scope.Enterprise(),
                                            new Scope.Organization(
                                                    AnyAccess.ORGANIZATIONS.getFirst())))
                            .anyMatch(permission::countsIn);
                });
        assertThat(Permission.find("viewaccountmetrics")).isEmpty();
    }

    @Provide
    Arbitrary<Scope> scopes() {
        return AnyAccess.scopes();
    }
}
