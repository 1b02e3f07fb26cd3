/// A made-up enterprise and the HTTP server that tells its usage in the shapes of Devin's API,
/// version 2 and 3.
@NullMarked
package dev.tallyport.simulator.devin;

import org.jspecify.annotations.NullMarked;
