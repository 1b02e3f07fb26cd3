package dev.tallyport.simulator.codemie;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How the server is set up.
///
/// @param port 0 for any free one
/// @param tokens what each token may see that never expires
/// @param clients what the tokens may see that a program gets for its id and secret
/// @param tokenUses how many requests a token that was asked for is good for
/// @param latency what every request waits before it is answered
/// @param deepestItem beyond which no page may reach
public record CodeMieOptions(
        int port,
        Map<String, Access> tokens,
        Map<Client, Access> clients,
        int tokenUses,
        Duration latency,
        int deepestItem) {

    /// A program that asks for tokens.
    public record Client(String id, String secret) {}

    public CodeMieOptions {
        tokens = Map.copyOf(tokens);
        clients = Map.copyOf(clients);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("expected a port of 0 to 65535, found " + port);
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("expected no negative latency, found " + latency);
        }
        if (tokenUses < 1 || deepestItem < 1) {
            throw new IllegalArgumentException("expected at least one use and one item");
        }
    }

    /// @param token an administrator's
    public static CodeMieOptions of(String token) {
        return new CodeMieOptions(
                0,
                Map.of(token, Access.admin()),
                Map.of(),
                Integer.MAX_VALUE,
                Duration.ZERO,
                10_000);
    }

    public CodeMieOptions withPort(int number) {
        return new CodeMieOptions(number, tokens, clients, tokenUses, latency, deepestItem);
    }

    public CodeMieOptions withToken(String token, Access access) {
        var more = new HashMap<>(tokens);
        more.put(token, access);
        return new CodeMieOptions(port, more, clients, tokenUses, latency, deepestItem);
    }

    public CodeMieOptions withClient(Client client, Access access) {
        var more = new HashMap<>(clients);
        more.put(client, access);
        return new CodeMieOptions(port, tokens, more, tokenUses, latency, deepestItem);
    }

    public CodeMieOptions withTokenUses(int requests) {
        return new CodeMieOptions(port, tokens, clients, requests, latency, deepestItem);
    }

    public CodeMieOptions withLatency(Duration wait) {
        return new CodeMieOptions(port, tokens, clients, tokenUses, wait, deepestItem);
    }

    public CodeMieOptions withDeepestItem(int items) {
        return new CodeMieOptions(port, tokens, clients, tokenUses, latency, items);
    }
}
