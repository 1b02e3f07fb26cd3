package dev.tallyport.connector.spi;

/// A vendor that can tell who used what. The platform guarantees:
///
/// 1. `descriptor` may be called at any time, from any thread, any number of times.
/// 2. `check` and `read` get settings that satisfy every [Setting] of the descriptor.
/// 3. At most one `read` per source is under way, on a thread of its own; blocking is fine.
/// 4. A read that should stop has its thread interrupted.
/// 5. The same connector serves several sources at once.
///
/// The connector guarantees:
///
/// 1. It holds no state of its own between calls; what it must remember travels in a [Checkpoint].
/// 2. The same fact is always delivered under the same key.
/// 3. It honours interruption within a second and does not swallow what [Sink] throws.
/// 4. No key, token or password occurs in anything it returns, hands over, throws or logs.
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
