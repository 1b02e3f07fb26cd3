package dev.tallyport.application.source;

import dev.tallyport.connector.spi.Settings;
import dev.tallyport.domain.source.SourceName;
import java.time.Duration;

/// A source as an operator declared it.
///
/// @param connector id of the connector that reads it
/// @param every the time between two syncs, above zero
public record DeclaredSource(
        SourceName name, String connector, Settings settings, Duration every) {}
