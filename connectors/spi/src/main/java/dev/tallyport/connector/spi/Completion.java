package dev.tallyport.connector.spi;

import java.time.Instant;

/// States that, in this read, every part of a cut was handed over for `[start, end)`, and that the
/// vendor's own totals held still meanwhile. What the totals have beyond the parts is then known.
///
/// @param cut the id of the cut with the parts
/// @param start inclusive, the start of a day of the vendor's
/// @param end exclusive, the start of a day of the vendor's
public record Completion(String cut, Instant start, Instant end) {}
