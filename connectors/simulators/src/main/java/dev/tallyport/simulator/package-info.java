/// Vendors to run against, each a program of its own; nothing here belongs in a production
/// artifact.
@NullMarked
package dev.tallyport.simulator;

import org.jspecify.annotations.NullMarked;
