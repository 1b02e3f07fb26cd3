package dev.tallyport.domain.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.domain.access.AnyAccess;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class FlagSettingsTest {

    private static final FlagState ON = FlagState.of(true);
    private static final FlagState OFF = FlagState.of(false);
    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final VendorOrganization ONE = organization("one");
    private static final VendorOrganization TWO = organization("two");

    private static VendorOrganization organization(String id) {
        return new VendorOrganization(new SourceName("acme"), id);
    }

    @Property
    void isOnAsTheRulingSays(
            @ForAll("settings") FlagSettings settings,
            @ForAll("memberships") Set<VendorOrganization> memberOf,
            @ForAll("instants") Instant now) {
        assertThat(settings.decide(memberOf, now).on()).isEqualTo(isOn(settings, memberOf, now));
    }

    /// Ruling 17: "A flag is on for a person when it is on for the enterprise and not switched off
    /// for all of their organizations, or on for any organization they now belong to."
    private static boolean isOn(
            FlagSettings settings, Set<VendorOrganization> memberOf, Instant now) {
        int on = 0;
        int off = 0;
        for (var organization : memberOf) {
            var set = Optional.ofNullable(settings.organizations().get(organization));
            on += is(true, set, now) ? 1 : 0;
            off += is(false, set, now) ? 1 : 0;
        }
        boolean offForAll = off > 0 && off == memberOf.size();
        return on > 0 || (is(true, settings.enterprise(), now) && !offForAll);
    }

    private static boolean is(boolean on, Optional<FlagState> set, Instant now) {
        if (set.isEmpty() || set.get().on() != on) {
            return false;
        }
        var from = set.get().from().orElse(Instant.MIN);
        var until = set.get().until();
        return from.compareTo(now) <= 0 && (until.isEmpty() || now.compareTo(until.get()) < 0);
    }

    @Property
    void whatDoesNotHoldNowCountsAsNotSet(
            @ForAll("settings") FlagSettings settings,
            @ForAll("memberships") Set<VendorOrganization> memberOf,
            @ForAll("instants") Instant now) {
        var holding = new HashMap<>(settings.organizations());
        holding.values().removeIf(state -> !state.holdsAt(now));
        var ofNow =
                new FlagSettings(
                        settings.enterprise().filter(state -> state.holdsAt(now)), holding);

        assertThat(ofNow.decide(memberOf, now)).isEqualTo(settings.decide(memberOf, now));
    }

    @Property
    void anOrganizationThatSomebodyDoesNotBelongToMakesNoDifference(
            @ForAll("settings") FlagSettings settings,
            @ForAll("memberships") Set<VendorOrganization> memberOf,
            @ForAll("instants") Instant now) {
        var theirs = new HashMap<>(settings.organizations());
        theirs.keySet().retainAll(memberOf);

        assertThat(new FlagSettings(settings.enterprise(), theirs).decide(memberOf, now))
                .isEqualTo(settings.decide(memberOf, now));
    }

    @Property
    void theRuleThatIsNamedIsOneThatSaysSo(
            @ForAll("settings") FlagSettings settings,
            @ForAll("memberships") Set<VendorOrganization> memberOf,
            @ForAll("instants") Instant now) {
        var decision = settings.decide(memberOf, now);

        boolean saysSo =
                switch (decision.rule()) {
                    case FlagDecision.Rule.Organization(var organization) ->
                            decision.on()
                                    && memberOf.contains(organization)
                                    && is(
                                            true,
                                            Optional.ofNullable(
                                                    settings.organizations().get(organization)),
                                            now);
                    case FlagDecision.Rule.EveryOrganization() ->
                            !decision.on() && is(true, settings.enterprise(), now);
                    case FlagDecision.Rule.Enterprise() ->
                            is(decision.on(), settings.enterprise(), now);
                    case FlagDecision.Rule.Unset() ->
                            !decision.on()
                                    && settings.enterprise()
                                            .filter(state -> state.holdsAt(now))
                                            .isEmpty();
                    case FlagDecision.Rule.Unknown() -> false;
                };
        assertThat(saysSo).isTrue();
    }

    @Test
    void onForOneOfTheirOrganizationsIsOnWhateverTheEnterpriseSays() {
        var settings = new FlagSettings(Optional.of(OFF), Map.of(ONE, OFF, TWO, ON));

        assertThat(settings.decide(Set.of(ONE, TWO), NOW))
                .isEqualTo(new FlagDecision(true, new FlagDecision.Rule.Organization(TWO)));
    }

    @Test
    void offForEveryOrganizationOfTheirsIsOff() {
        var settings = new FlagSettings(Optional.of(ON), Map.of(ONE, OFF, TWO, OFF));

        assertThat(settings.decide(Set.of(ONE, TWO), NOW))
                .isEqualTo(new FlagDecision(false, new FlagDecision.Rule.EveryOrganization()));
    }

    @Test
    void offForOnlySomeOfTheirOrganizationsIsAsForTheEnterprise() {
        var settings = new FlagSettings(Optional.of(ON), Map.of(ONE, OFF));

        assertThat(settings.decide(Set.of(ONE, TWO), NOW))
                .isEqualTo(new FlagDecision(true, new FlagDecision.Rule.Enterprise()));
    }

    @Test
    void whoeverBelongsToNoOrganizationHasItAsTheEnterprise() {
        var on = new FlagSettings(Optional.of(ON), Map.of(ONE, OFF));
        var off = new FlagSettings(Optional.of(OFF), Map.of(ONE, ON));

        assertThat(on.decide(Set.of(), NOW))
                .isEqualTo(new FlagDecision(true, new FlagDecision.Rule.Enterprise()));
        assertThat(off.decide(Set.of(), NOW))
                .isEqualTo(new FlagDecision(false, new FlagDecision.Rule.Enterprise()));
    }

    @Test
    void setNowhereThatMattersIsOff() {
        var over = new FlagState(true, Optional.empty(), Optional.of(NOW));
        var unset = new FlagDecision(false, new FlagDecision.Rule.Unset());

        assertThat(FlagSettings.NONE.decide(Set.of(ONE), NOW)).isEqualTo(unset);
        assertThat(
                        new FlagSettings(Optional.of(over), Map.of(ONE, OFF, TWO, ON))
                                .decide(Set.of(ONE), NOW))
                .isEqualTo(unset);
    }

    @Property
    void aFlagThatNobodySetUpIsOffForEverybody(
            @ForAll("settings") FlagSettings ofAnother,
            @ForAll("memberships") Set<VendorOrganization> memberOf,
            @ForAll("instants") Instant now) {
        var flags = new Flags(Map.of(new Flag("another"), ofAnother));

        assertThat(flags.decide(Flag.EXPOSE_PERSONAL_ANALYTICS, memberOf, now))
                .isEqualTo(new FlagDecision(false, new FlagDecision.Rule.Unknown()));
        assertThat(flags.decide(new Flag("another"), memberOf, now))
                .isEqualTo(ofAnother.decide(memberOf, now));
    }

    @Provide
    Arbitrary<FlagSettings> settings() {
        return AnyAccess.flagSettings();
    }

    @Provide
    Arbitrary<Set<VendorOrganization>> memberships() {
        return AnyAccess.organizations().set();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return AnyAccess.instants();
    }
}
