/// What was done with agents, listed and counted as the vendors' activities tell it. No figure here
/// is usage, and none is added to it.
@NullMarked
package dev.tallyport.application.activity;

import org.jspecify.annotations.NullMarked;
