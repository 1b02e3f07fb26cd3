package dev.tallyport.connector.http;

import static dev.tallyport.connector.http.StubVendor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRuleTest {

    private static final Credential KEY = Credential.bearer("s3cret");

    private final FakeTime time = new FakeTime();

    @ParameterizedTest
    @CsvSource({
        "169.254.169.254, metadata",
        "100.100.100.200, metadata",
        "168.63.129.16, metadata",
        "192.0.0.192, metadata",
        "fd00:ec2::254, metadata",
        "fd20:ce::254, metadata",
        "fd00:42::42, metadata",
        "169.254.0.1, link-local",
        "169.254.255.255, link-local",
        "fe80::1, link-local",
        "febf::1, link-local",
        "fe80::1%1, link-local",
        "0.0.0.0, unspecified",
        "0.1.2.3, unspecified",
        "::, unspecified",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "ff02::1, multicast",
        "255.255.255.255, broadcast",
        "::ffff:169.254.169.254, metadata",
        "::169.254.169.254, metadata",
        "::ffff:0:169.254.169.254, metadata",
        "64:ff9b::169.254.169.254, metadata",
        "64:ff9b:1::169.254.169.254, metadata",
        "2002:a9fe:a9fe::1, metadata",
        "2001:0:a9fe:a9fe::1, metadata",
        "2001:0:102:304::5601:5601, metadata"
    })
    void whatNoVendorAnswersAtIsNeverAsked(String address, String kind) {
        assertThat(rule(false, address).check(URI.create("https://vendor.example/v3")))
                .hasValueSatisfying(reason ->
                        assertThat(reason)
                                .startsWith("the host 'vendor.example' leads to ")
                                .contains(kind)
                                .doesNotContain(address));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "127.255.255.255, loopback",
        "::1, loopback",
        "10.0.0.1, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "fc00::1, private",
        "fdff::1, private",
        "fec0::1, private",
        "100.64.0.1, carrier",
        "100.127.255.255, carrier",
        "192.0.2.1, documentation",
        "198.51.100.1, documentation",
        "203.0.113.1, documentation",
        "2001:db8::1, documentation",
        "3fff::1, documentation",
        "192.0.0.1, reserved",
        "192.88.99.1, reserved",
        "198.18.0.1, reserved",
        "198.19.255.255, reserved",
        "240.0.0.1, reserved",
        "100::1, reserved",
        "2001:2::1, reserved",
        "5f00::1, reserved",
        "4000::1, reserved",
        "::ffff:10.0.0.1, private",
        "64:ff9b::10.0.0.1, private",
        "2002:a00:1::1, private"
    })
    void whatIsNotReachableFromEverywhereIsAskedOnlyWhereThatIsAllowed(
            String address, String kind) {
        var vendor = URI.create("https://vendor.example");

        assertThat(rule(true, address).check(vendor))
                .hasValueSatisfying(reason -> assertThat(reason).contains(kind, "only public"));
        assertThat(rule(false, address).check(vendor)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "64:ff9b::1.1.1.1",
                "2002:101:101::1"
            })
    void aPublicAddressIsAskedEverywhere(String address) {
        assertThat(rule(true, address).check(URI.create("https://vendor.example"))).isEmpty();
    }

    @Test
    void anIpv4AddressThatPosesAsOneOfIpv6IsJudgedAsWhatItIs() throws UnknownHostException {
        var octets = new byte[16];
        octets[10] = (byte) 0xff;
        octets[11] = (byte) 0xff;
        octets[12] = (byte) 169;
        octets[13] = (byte) 254;
        var mapped = Inet6Address.getByAddress("vendor.example", octets, 0);

        var rule = new AddressRule(false, _ -> new InetAddress[] {mapped});

        assertThat(rule.check(URI.create("https://vendor.example"))).isPresent();
    }

    @Property(tries = 500)
    void everyAddressIsJudgedAndTheStricterRuleRefusesNoLess(@ForAll @Size(16) byte[] octets) {
        var vendor = URI.create("https://vendor.example");
        AddressRule.Resolver resolver = _ -> new InetAddress[] {InetAddress.getByAddress(octets)};

        var strict = new AddressRule(true, resolver).check(vendor);
        var lenient = new AddressRule(false, resolver).check(vendor);

        assertThat(strict.isPresent() || lenient.isEmpty()).isTrue();
    }

    @Test
    void oneRefusedAddressOfManyIsEnough() {
        assertThat(
                        rule(true, "1.1.1.1", "2606:4700::1111", "10.0.0.1")
                                .check(URI.create("https://vendor.example")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest",
                "http://[::ffff:169.254.169.254]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[0:0:0:0:0:ffff:a9fe:a9fe]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[fe80::1]/",
                "http://0.0.0.0/",
                "http://2852039166/",
                "http://0xa9fea9fe/",
                "http://0251.0376.0251.0376/",
                "http://169.16689662/"
            })
    void anAddressInAnOddSpellingIsRefusedOrNotFoundAtAll(URI address) {
        var refused = AddressRule.PUBLIC_AND_PRIVATE.check(address).isPresent();

        var failure =
                catchThrowableOfType(
                        ConnectorException.class,
                        () -> {
                            var endpoint =
                                    Endpoint.of(address, KEY)
                                            .withRetries(
                                                    new Retries(
                                                            1,
                                                            Duration.ZERO,
                                                            Duration.ZERO,
                                                            Duration.ZERO));
                            try (var api = new FakeSurroundings(time, time).open(endpoint)) {
                                api.get("/x");
                            }
                        });

        assertThat(failure.kind()).isEqualTo(refused ? Kind.MISCONFIGURED : Kind.UNAVAILABLE);
    }

    @Test
    void anAddressWithoutAHostIsRefused() {
        assertThat(AddressRule.PUBLIC_ONLY.check(URI.create("mailto:a@vendor.example")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("names no host"));
    }

    @Test
    void aHostThatCannotBeFoundIsNotRefusedBeforeItIsAsked() {
        var rule =
                new AddressRule(
                        true,
                        host -> {
                            throw new UnknownHostException(host);
                        });

        assertThat(rule.check(URI.create("https://vendor.example"))).isEmpty();
    }

    @Test
    void aRefusedHostIsNotAsked() {
        try (var vendor = new StubVendor(json("{}"));
                var api = api(AddressRule.PUBLIC_ONLY, vendor.address())) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(failure)
                    .hasMessage(
                            "GET /x was not sent: the host '127.0.0.1' leads to a loopback address,"
                                    + " and only public addresses are asked here; enter a public"
                                    + " one, or have private ones allowed");
            assertThat(vendor.paths()).isEmpty();
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void aNameThatChangesItsAddressIsRefusedFromThenOn() {
        var lookups = new AtomicInteger();
        var rule =
                new AddressRule(
                        false,
                        _ -> addresses(lookups.incrementAndGet() <= 2 ? "1.1.1.1" : "0.0.0.0"));
        try (var vendor = new StubVendor(json("{}"));
                var api = api(rule, vendor.address())) {
            api.get("/x");

            assertThat(failureOf(() -> api.get("/y")).kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(vendor.paths()).containsExactly("/x");
        }
    }

    @Test
    void theAnswerOfANameThatChangedItsAddressMeanwhileIsDropped() {
        var lookups = new AtomicInteger();
        var rule =
                new AddressRule(
                        false,
                        _ -> addresses(lookups.incrementAndGet() <= 1 ? "1.1.1.1" : "0.0.0.0"));
        var tape = new Tape();
        try (var vendor = new StubVendor(json("{}"));
                var api =
                        new FakeSurroundings(time, time)
                                .with(rule)
                                .with(tape)
                                .open(Endpoint.of(vendor.address(), KEY))) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(tape.kept()).isEmpty();
        }
    }

    @Test
    void aHostThatCannotBeFoundIsUnavailableAndTriedAgain() {
        var rule =
                new AddressRule(
                        false,
                        host -> {
                            throw new UnknownHostException(host);
                        });
        try (var api = api(rule, URI.create("http://vendor.invalid"))) {
            var failure = failureOf(() -> api.get("/x"));

            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(failure).hasMessageContaining("UnknownHostException vendor.invalid");
            assertThat(time.pauses()).hasSize(4);
        }
    }

    @Test
    void aHostThatOnlyTheProxyCanFindIsAskedThroughIt() {
        var before = ProxySelector.getDefault();
        try (var proxy = new StubVendor(json("{}"))) {
            ProxySelector.setDefault(through(proxy.address()));
            try (var api = api(AddressRule.PUBLIC_ONLY, URI.create("http://vendor.invalid"))) {
                api.get("/x");

                assertThat(proxy.paths()).containsExactly("http://vendor.invalid/x");
            }
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    @Timeout(10)
    void aLookUpThatHangsHoldsUpNobodyWhoIsInterrupted() throws InterruptedException {
        var lookingUp = new CountDownLatch(1);
        var found = new CountDownLatch(1);
        var rule =
                new AddressRule(
                        false,
                        _ -> {
                            lookingUp.countDown();
                            while (found.getCount() > 0) {
                                Thread.onSpinWait();
                            }
                            return addresses("1.1.1.1");
                        });
        var failure = new AtomicReference<Throwable>();
        try (var api = api(rule, URI.create("http://vendor.invalid"))) {
            var reading =
                    Thread.startVirtualThread(() -> {
                        try {
                            api.get("/x");
                        } catch (CancellationException cancelled) {
                            failure.set(cancelled);
                        }
                    });
            lookingUp.await();

            reading.interrupt();
            reading.join();

            assertThat(failure.get()).isInstanceOf(CancellationException.class);
        } finally {
            found.countDown();
        }
    }

    private VendorApi api(AddressRule rule, URI address) {
        return new FakeSurroundings(time, time).with(rule).open(Endpoint.of(address, KEY));
    }

    private static AddressRule rule(boolean publicOnly, String... literals) {
        return new AddressRule(publicOnly, _ -> addresses(literals));
    }

    private static InetAddress[] addresses(String... literals) {
        return List.of(literals).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static ProxySelector through(URI proxy) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                return List.of(
                        new Proxy(
                                Proxy.Type.HTTP,
                                new InetSocketAddress(proxy.getHost(), proxy.getPort())));
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException failure) {}
        };
    }

    private static ConnectorException failureOf(Runnable read) {
        return catchThrowableOfType(ConnectorException.class, read::run);
    }
}
