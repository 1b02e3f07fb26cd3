package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/// A connector beside its vendor: all that a connector's test has to bring. The vendor states the
/// same at every call, until the contract changes it through the methods at the end.
///
/// The vendor states usage of several days, at least two of which ended within the connector's
/// settle horizon before [#now], and of every one of 2026-03-08, 2026-03-29, 2026-10-25 and
/// 2026-11-01, when clocks are changed, that its usage reaches over. No quantity is negative.
public interface Fixture extends AutoCloseable {

    /// A new one at every call.
    Connector connector();

    /// Settings that are right, with every secret that the connector knows of.
    Settings settings();

    /// Values of single settings that a check must find to be wrong, by their key.
    Map<String, String> wrongSettings();

    /// When the contract reads for the first time.
    Instant now();

    /// A clock that runs from [#now] on, for the connector. One that stands still would wait
    /// forever for what a vendor asks to wait. A connector that lets itself be told how to pause is
    /// given the clock's pauses too; one that pauses by itself passes as well, only later.
    default HastyClock clock() {
        return new HastyClock(now());
    }

    /// What the vendor says now.
    Truth truth();

    /// Lets the vendor say another quantity, in everything that it says from now on. Days older
    /// than the settle horizon are not restated.
    ///
    /// @param figure one of the truth's, and of no cut of totals
    /// @param quantity zero when the vendor is to say nothing of it any more
    void restate(Figure figure, BigDecimal quantity);

    /// Lets the vendor say a great deal, made up as it is asked for: within days, or over many days
    /// where each is answered whole. The truth is asked for no more.
    ///
    /// @param records how many records of usage there are at least
    /// @return what the quantities of the truth's first cut come to all together
    BigDecimal grow(long records);

    /// How many records a connector must read in constant memory. Less only where one record costs
    /// the vendor's API several requests.
    default long many() {
        return 1_000_000;
    }

    /// Stops whatever this started, the vendor too.
    @Override
    void close();
}
