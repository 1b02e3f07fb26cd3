package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void nobodyIsAskedToSignIn() {
        var access = new Access(Optional::empty);

        assertThatThrownBy(access::viewer).hasMessageStartingWith("401");
        assertThatThrownBy(() -> access.toSee(Subject.CONSUMPTION)).hasMessageStartingWith("401");
        assertThatThrownBy(() -> access.visibility(Subject.SOURCES)).hasMessageStartingWith("401");
        assertThatThrownBy(() -> access.require(Permission.MANAGE_SOURCES))
                .hasMessageStartingWith("401");
    }

    @Test
    void somebodyWhoMaySeeNothingIsRefused() {
        var access = access(AnyViewer.who(Permission.VIEW_SOURCES));

        assertThatThrownBy(() -> access.toSee(Subject.PEOPLE)).hasMessageStartingWith("403");
        assertThatThrownBy(() -> access.visibility(Subject.CONSUMPTION))
                .hasMessageStartingWith("403");
    }

    @Test
    void somebodyWhoMaySeeSomethingSeesThat() {
        var organization = new Scope.Organization(AnyViewer.ORGANIZATION);
        var viewer =
                AnyViewer.with(Set.of(new Grant(Permission.VIEW_ORG_CONSUMPTION, organization)));

        var visibility = access(viewer).visibility(Subject.CONSUMPTION);

        assertThat(visibility)
                .isEqualTo(
                        new Visibility.Some(
                                Set.of(AnyViewer.ORGANIZATION), Set.of(), Set.of(), Set.of()));
    }

    @Test
    void anyOfThePermissionsIsEnough() {
        var viewer = AnyViewer.who(Permission.MANAGE_ACCOUNT_SERVICE_USERS);
        var access = access(viewer);

        var admitted =
                access.require(
                        Permission.MANAGE_ACCOUNT_MEMBERSHIP,
                        Permission.MANAGE_ACCOUNT_SERVICE_USERS);

        assertThat(admitted).isEqualTo(viewer);
        assertThatThrownBy(() -> access.require(Permission.MANAGE_ACCOUNT_MEMBERSHIP))
                .hasMessageStartingWith("403");
    }

    private static Access access(Viewer viewer) {
        return new Access(() -> Optional.of(viewer));
    }
}
