/// Reads a Devin enterprise's consumption, in both generations of the vendor's API. The shapes and
/// their sources are described in `docs/connectors/devin.md`.
@NullMarked
package dev.tallyport.connector.devin;

import org.jspecify.annotations.NullMarked;
