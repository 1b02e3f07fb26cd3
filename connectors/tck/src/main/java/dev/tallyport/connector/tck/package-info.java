/// The contract that every connector must pass, and a vendor that misbehaves to pass it against.
/// Nothing here knows a vendor, or how the platform stores what it is handed.
@NullMarked
package dev.tallyport.connector.tck;

import org.jspecify.annotations.NullMarked;
