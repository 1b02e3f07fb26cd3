/// A made-up company and the HTTP server that tells its usage in the shapes of CodeMie's analytics.
@NullMarked
package dev.tallyport.simulator.codemie;

import org.jspecify.annotations.NullMarked;
