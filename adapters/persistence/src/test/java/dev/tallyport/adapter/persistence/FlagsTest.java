package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.flag.FlagCatalog.Defined;
import dev.tallyport.application.flag.FlagCatalog.Setting;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.FlagState;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FlagsTest {

    private static final Flag FLAG = new Flag("beta");
    private static final Scope ENTERPRISE = new Scope.Enterprise();
    private static final Scope ORGANIZATION =
            new Scope.Organization(new VendorOrganization(new SourceName("acme"), "org-1"));

    private final AccessDatabase database = AccessDatabase.open();
    private final PostgresFlags flags = database.flags;

    @AfterEach
    void close() {
        database.close();
    }

    private static Setting setting(Scope scope, boolean on) {
        return new Setting(scope, FlagState.of(on), "Ada", AT, "because");
    }

    @Test
    void theFlagThatCodeAsksForIsThereAndOff() {
        assertThat(flags.all())
                .containsExactly(
                        new Defined(
                                Flag.EXPOSE_PERSONAL_ANALYTICS,
                                "Lets people who hold ViewPersonalAnalytics see their own"
                                        + " consumption across all organizations.",
                                List.of()));
    }

    @Test
    void aFlagHasOneStateForEachScopeTheLastOneSet() {
        flags.define(FLAG, "For a few.");
        flags.set(FLAG, setting(ENTERPRISE, false));
        flags.set(FLAG, setting(ORGANIZATION, true));
        var last =
                new Setting(
                        ENTERPRISE,
                        new FlagState(true, Optional.of(AT), Optional.empty()),
                        "Bob",
                        AT.plusSeconds(1),
                        "");

        flags.set(FLAG, last);

        assertThat(flags.all().getFirst())
                .isEqualTo(
                        new Defined(
                                FLAG, "For a few.", List.of(last, setting(ORGANIZATION, true))));
    }

    @Test
    void describingAFlagAnewLeavesItsStates() {
        flags.define(FLAG, "For a few.");
        flags.set(FLAG, setting(ENTERPRISE, true));

        flags.define(FLAG, "For many.");

        assertThat(flags.all().getFirst())
                .isEqualTo(new Defined(FLAG, "For many.", List.of(setting(ENTERPRISE, true))));
    }

    @Test
    void clearingOneScopeLeavesTheOthers() {
        flags.define(FLAG, "For a few.");
        flags.set(FLAG, setting(ENTERPRISE, true));
        flags.set(FLAG, setting(ORGANIZATION, true));

        flags.clear(FLAG, ENTERPRISE);
        assertThat(flags.all().getFirst().states()).containsExactly(setting(ORGANIZATION, true));

        flags.clear(FLAG, ORGANIZATION);
        assertThat(flags.all().getFirst().states()).isEmpty();
    }

    @Test
    void aFlagIsRemovedWithItsStates() {
        flags.define(FLAG, "For a few.");
        flags.set(FLAG, setting(ORGANIZATION, true));

        flags.remove(FLAG);

        assertThat(flags.all())
                .extracting(Defined::flag)
                .containsExactly(Flag.EXPOSE_PERSONAL_ANALYTICS);
        assertThat(database.count("flag_state")).isZero();
    }
}
