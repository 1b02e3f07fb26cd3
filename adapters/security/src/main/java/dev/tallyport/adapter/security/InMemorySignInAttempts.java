package dev.tallyport.adapter.security;

import dev.tallyport.application.account.SignInAttempts;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Counts on this instance only: several allow as many times more.
@ApplicationScoped
class InMemorySignInAttempts implements SignInAttempts {

    private record LoginAndNetwork(String login, String network) {}

    /// What one home or host is given of the addresses of IPv6.
    private static final int NETWORK_BYTES = 8;

    private final AttemptsInAMinute<LoginAndNetwork> byLoginAndNetwork = new AttemptsInAMinute<>(5);
    private final AttemptsInAMinute<String> byLogin = new AttemptsInAMinute<>(30);
    private final AttemptsInAMinute<String> byNetwork = new AttemptsInAMinute<>(60);

    private final Refusals refusals;
    private final InstantSource clock;

    InMemorySignInAttempts(Refusals refusals, InstantSource clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Duration> tooMany(String login, Optional<String> origin) {
        var now = clock.instant();
        var network = networkOf(origin);
        var both = new LoginAndNetwork(login, network);
        var wait =
                longer(
                        byNetwork.timeToWait(network, now),
                        longer(
                                byLogin.timeToWait(login, now),
                                byLoginAndNetwork.timeToWait(both, now)));
        if (wait.isPositive()) {
            refusals.signIn();
            return Optional.of(wait);
        }
        byNetwork.count(network, now);
        byLogin.count(login, now);
        byLoginAndNetwork.count(both, now);
        return Optional.empty();
    }

    @Override
    public synchronized void succeeded(String login, Optional<String> origin) {
        byLoginAndNetwork.forget(new LoginAndNetwork(login, networkOf(origin)));
    }

    /// All who come from nowhere known count as one.
    private static String networkOf(Optional<String> origin) {
        return origin.map(InMemorySignInAttempts::networkOf).orElse("unknown");
    }

    private static String networkOf(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address sixth
                    ? HexFormat.of().formatHex(Arrays.copyOf(sixth.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// How many logins and networks are remembered.
    synchronized int remembered() {
        return byLoginAndNetwork.keys() + byLogin.keys() + byNetwork.keys();
    }
}
