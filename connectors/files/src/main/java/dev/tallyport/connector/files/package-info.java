/// Reads usage that lies in files of the machine: FOCUS exports and a plain CSV of our own. What a
/// table means is a [Layout]; everything else is the same for both and described in
/// `docs/connectors/focus.md` and `docs/connectors/csv.md`.
@NullMarked
package dev.tallyport.connector.files;

import org.jspecify.annotations.NullMarked;
