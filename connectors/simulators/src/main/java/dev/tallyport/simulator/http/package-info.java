/// What simulated vendors have in common: a server that can misbehave, and the pieces of an answer.
/// Nothing here knows any vendor.
@NullMarked
package dev.tallyport.simulator.http;

import org.jspecify.annotations.NullMarked;
