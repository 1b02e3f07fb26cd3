package dev.tallyport.connector.spi;

/// A vendor that can tell who used what. The platform guarantees:
///
/// 1. `descriptor` may be called at any time, from any thread, any number of times.
/// 2. `check` and `read` get settings that satisfy every [Setting] of the descriptor.
/// 3. At most one `read` per source is under way, on a thread of its own; blocking is fine.
/// 4. A read that should stop has its thread interrupted.
/// 5. The same connector serves several sources at once.
/// 6. What [Sink#accept] took is durable when it returns, with the checkpoint that came with it.
/// 7. A read that ended early for any reason is followed by another one with the last checkpoint.
///
/// The connector guarantees:
///
/// 1. It holds no state of its own between calls; what it must remember travels in a [Checkpoint].
///    It survives any checkpoint, also one that it never wrote.
/// 2. The same fact is always delivered under the same key, and two facts never under one, however
///    often and in whatever order the vendor's pages come.
/// 3. What it covers it has read whole. A page that failed, or that could not be understood, is
///    neither covered nor completed.
/// 4. A record that cannot be understood becomes a [Reject] and never a guess, a zero or nothing.
/// 5. It needs no more memory for more usage: what it has read it hands over.
/// 6. It honours interruption within a second and does not swallow what [Sink] throws.
/// 7. No key, token or password occurs in anything it returns, hands over, throws or logs.
/// 8. It asks nothing of the vendor while [it replays][Exchanges#isReplay].
public interface Connector {

    /// Who this connector is and what it can say. Does no I/O.
    ConnectorDescriptor descriptor();

    /// Tries the settings against the vendor without reading usage. Expected refusals are results.
    CheckResult check(Settings settings);

    /// Hands over what the vendor states, in batches.
    ///
    /// @throws ConnectorException when the vendor cannot be read further; what was accepted stays.
    void read(Settings settings, ReadRequest request, Sink sink);
}
