package dev.tallyport.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.Organization;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people read in place of ids, over HTTP.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class NamesIT {

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    @BeforeEach
    void awaitSync() throws InterruptedException {
        Cast.awaitFirstSync();
    }

    private String asked(String path) {
        return path + "?from=" + vendor.enterprise().history().from();
    }

    @Test
    void whatAPersonIsCalledHereIsToldToThoseAloneWhoMaySeePeople() {
        var cast = new Cast(vendor.enterprise());
        var somebody =
                cast.memberOf(cast.organizations().getFirst(), cast.organizations().getLast());
        var address = Objects.requireNonNull(somebody.email());
        var known = cast.signUp(Cast.fresh("called-so-here"), address, "member");
        var id = Long.toString(known.person());
        var byPerson = asked("/api/v1/usage") + "&groupBy=person";

        var told = Cast.program("auditor", "").get(byPerson);
        var hidden = Cast.program("billing", "").get(byPerson);

        assertThat(told.jsonPath().<String, String>getMap("names.person").get(id))
                .isEqualTo(known.login());
        assertThat(hidden.jsonPath().<String, String>getMap("names.person").get(id))
                .isEqualTo(Objects.requireNonNullElse(somebody.name(), somebody.id()));
        assertThat(hidden.asString()).doesNotContain(known.login()).doesNotContain(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/usage", "/api/v1/costs"})
    void organizationsAreCalledWhatTheirVendorCallsThem(String path) {
        var stated =
                vendor.enterprise().organizations().stream()
                        .collect(Collectors.toMap(Organization::id, Organization::name));

        var names =
                Cast.program("billing", "")
                        .get(asked(path) + "&groupBy=organization")
                        .jsonPath()
                        .<String, String>getMap("names.organization");

        assertThat(names).isNotEmpty();
        assertThat(stated).containsAllEntriesOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/sessions", "/api/v1/activities"})
    void whatWasDoneNamesWhoDidItAndWhere(String path) {
        var answer = Cast.program("auditor", "").get(asked(path)).jsonPath();

        assertThat(answer.<String, String>getMap("names.user")).isNotEmpty();
        assertThat(answer.<String, String>getMap("names.organization")).isNotEmpty();
        assertThat(answer.<String, String>getMap("names.source"))
                .isEqualTo(Map.of("acme", "Devin"));
    }

    @Test
    void anExportHasTheNamesOfThePage() {
        var billing = Cast.program("billing", "");
        var byUser = "&groupBy=user";

        var page = billing.get(asked("/api/v1/usage") + byUser).jsonPath();
        var file = billing.get(asked("/api/v1/usage/export") + byUser + "&format=jsonl");

        page.<String, String>getMap("names.user")
                .forEach((id, name) ->
                        assertThat(file.asString())
                                .contains(
                                        "{\"user\":\"%s\",\"userName\":\"%s\""
                                                .formatted(id, name)));
        assertThat(page.<String, String>getMap("names.user")).isNotEmpty();
    }
}
