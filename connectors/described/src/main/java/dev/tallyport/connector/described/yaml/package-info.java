/// YAML as a tree that knows its lines, read with bounds, and everything wrong with it told at
/// once. Knows nothing of connectors.
@NullMarked
package dev.tallyport.connector.described.yaml;

import org.jspecify.annotations.NullMarked;
