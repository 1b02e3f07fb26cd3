package dev.tallyport.connector.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which hosts may be asked, by every address that they resolve to. What an administrator enters as
/// a vendor's address must not open the inside of the network that the platform runs in.
///
/// Judged by the special-purpose registries of IANA for IPv4 and IPv6, also when an IPv4 address
/// hides inside an IPv6 one (mapped, compatible, 6to4, NAT64, Teredo).
public final class AddressRule {

    /// Refuses only what no vendor can answer at: link-local addresses, the metadata services of
    /// clouds, multicast, broadcast and the unspecified address.
    public static final AddressRule PUBLIC_AND_PRIVATE =
            new AddressRule(false, InetAddress::getAllByName);

    /// Refuses also whatever is not reachable from everywhere, such as loopback and private
    /// networks.
    public static final AddressRule PUBLIC_ONLY = new AddressRule(true, InetAddress::getAllByName);

    /// How a host's addresses are found.
    @FunctionalInterface
    interface Resolver {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    private enum Standing {
        PUBLIC,
        PRIVATE,
        NEVER
    }

    private static final String METADATA = "a cloud's metadata service";
    private static final String DOCUMENTATION = "an address for documentation";
    private static final String RESERVED = "a reserved address";

    /// The first that holds an address judges it.
    private static final List<Range> RANGES =
            List.of(
                    Range.of("169.254.169.254/32", Standing.NEVER, METADATA),
                    Range.of("100.100.100.200/32", Standing.NEVER, METADATA),
                    Range.of("168.63.129.16/32", Standing.NEVER, METADATA),
                    Range.of("192.0.0.192/32", Standing.NEVER, METADATA),
                    Range.of("fd00:ec2::254/128", Standing.NEVER, METADATA),
                    Range.of("fd20:ce::254/128", Standing.NEVER, METADATA),
                    Range.of("fd00:42::42/128", Standing.NEVER, METADATA),
                    Range.of("0.0.0.0/8", Standing.NEVER, "an unspecified address"),
                    Range.of("::/128", Standing.NEVER, "an unspecified address"),
                    Range.of("169.254.0.0/16", Standing.NEVER, "a link-local address"),
                    Range.of("fe80::/10", Standing.NEVER, "a link-local address"),
                    Range.of("224.0.0.0/4", Standing.NEVER, "a multicast address"),
                    Range.of("ff00::/8", Standing.NEVER, "a multicast address"),
                    Range.of("255.255.255.255/32", Standing.NEVER, "the broadcast address"),
                    Range.of("127.0.0.0/8", Standing.PRIVATE, "a loopback address"),
                    Range.of("::1/128", Standing.PRIVATE, "a loopback address"),
                    Range.of("10.0.0.0/8", Standing.PRIVATE, "a private address"),
                    Range.of("172.16.0.0/12", Standing.PRIVATE, "a private address"),
                    Range.of("192.168.0.0/16", Standing.PRIVATE, "a private address"),
                    Range.of("fc00::/7", Standing.PRIVATE, "a private address"),
                    Range.of("fec0::/10", Standing.PRIVATE, "a private address"),
                    Range.of("100.64.0.0/10", Standing.PRIVATE, "an address behind a carrier"),
                    Range.of("192.0.2.0/24", Standing.PRIVATE, DOCUMENTATION),
                    Range.of("198.51.100.0/24", Standing.PRIVATE, DOCUMENTATION),
                    Range.of("203.0.113.0/24", Standing.PRIVATE, DOCUMENTATION),
                    Range.of("2001:db8::/32", Standing.PRIVATE, DOCUMENTATION),
                    Range.of("3fff::/20", Standing.PRIVATE, DOCUMENTATION),
                    Range.of("192.0.0.0/24", Standing.PRIVATE, RESERVED),
                    Range.of("192.88.99.0/24", Standing.PRIVATE, RESERVED),
                    Range.of("198.18.0.0/15", Standing.PRIVATE, RESERVED),
                    Range.of("240.0.0.0/4", Standing.PRIVATE, RESERVED),
                    Range.of("2001::/23", Standing.PRIVATE, RESERVED),
                    Range.of("0.0.0.0/0", Standing.PUBLIC, "a public address"),
                    Range.of("64:ff9b::/96", Standing.PUBLIC, "a public address"),
                    Range.of("2000::/3", Standing.PUBLIC, "a public address"),
                    Range.of("::/0", Standing.PRIVATE, RESERVED));

    private static final Range COMPATIBLE = Range.of("::/96");
    private static final Range TRANSLATED = Range.of("::ffff:0:0:0/96");
    private static final Range NAT64 = Range.of("64:ff9b::/96");
    private static final Range LOCAL_NAT64 = Range.of("64:ff9b:1::/48");
    private static final Range SIX_TO_FOUR = Range.of("2002::/16");
    private static final Range TEREDO = Range.of("2001::/32");

    private final boolean publicOnly;
    private final Resolver resolver;

    AddressRule(boolean publicOnly, Resolver resolver) {
        this.publicOnly = publicOnly;
        this.resolver = resolver;
    }

    /// Why an address must not be asked, for the operator; empty when it may. A host that cannot be
    /// found now is not refused here: it is looked up again before every request. May block for as
    /// long as a look-up takes.
    public Optional<String> check(URI address) {
        if (address.getHost() == null) {
            return Optional.of("the address names no host; enter one such as https://example.com");
        }
        try {
            return refusal(address.getHost());
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }

    /// As [#check], for a host that must be found.
    Optional<String> refusal(String host) throws UnknownHostException {
        for (var address : resolver.addressesOf(host)) {
            for (var judged : withEmbedded(address)) {
                var refusal = refusal(host, rangeOf(judged));
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> refusal(String host, Range range) {
        var found = "the host '" + OneLine.of(host, 100) + "' leads to " + range.kind();
        return switch (range.standing()) {
            case PUBLIC -> Optional.empty();
            case PRIVATE ->
                    publicOnly
                            ? Optional.of(
                                    found
                                            + ", and only public addresses are asked here; enter a"
                                            + " public one, or have private ones allowed")
                            : Optional.empty();
            case NEVER ->
                    Optional.of(found + ", which is never asked; enter the address of the vendor");
        };
    }

    private static Range rangeOf(InetAddress address) {
        return RANGES.stream().filter(range -> range.holds(address)).findFirst().orElseThrow();
    }

    private static List<InetAddress> withEmbedded(InetAddress address) throws UnknownHostException {
        // Turns an IPv4-mapped address into the one of IPv4 that it is.
        var plain = InetAddress.getByAddress(address.getAddress());
        if (!(plain instanceof Inet6Address) || plain.isLoopbackAddress()) {
            return List.of(plain);
        }
        if (SIX_TO_FOUR.holds(plain)) {
            return List.of(plain, version4(plain, 2, 0));
        }
        if (TEREDO.holds(plain)) {
            return List.of(plain, version4(plain, 4, 0), version4(plain, 12, 0xff));
        }
        return Stream.of(COMPATIBLE, TRANSLATED, NAT64, LOCAL_NAT64)
                        .anyMatch(range -> range.holds(plain))
                ? List.of(plain, version4(plain, 12, 0))
                : List.of(plain);
    }

    private static InetAddress version4(InetAddress version6, int offset, int mask)
            throws UnknownHostException {
        var octets = Arrays.copyOfRange(version6.getAddress(), offset, offset + 4);
        for (int i = 0; i < octets.length; i++) {
            octets[i] ^= (byte) mask;
        }
        return InetAddress.getByAddress(octets);
    }

    /// @param size of an address of its version, in bits
    /// @param prefix what its addresses start with, in bits
    private record Range(int size, String prefix, Standing standing, String kind) {

        static Range of(String cidr) {
            return of(cidr, Standing.PUBLIC, cidr);
        }

        static Range of(String cidr, Standing standing, String kind) {
            int slash = cidr.indexOf('/');
            var bits = bits(InetAddress.ofLiteral(cidr.substring(0, slash)));
            int length = Integer.parseInt(cidr.substring(slash + 1));
            return new Range(bits.length(), bits.substring(0, length), standing, kind);
        }

        boolean holds(InetAddress address) {
            var bits = bits(address);
            return bits.length() == size && bits.startsWith(prefix);
        }

        private static String bits(InetAddress address) {
            var bits = new StringBuilder();
            for (byte octet : address.getAddress()) {
                bits.append(Integer.toBinaryString((octet & 0xff) | 0x100), 1, 9);
            }
            return bits.toString();
        }
    }
}
