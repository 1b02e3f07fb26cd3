/// How an attempt to change something ended. Every package that changes things on request uses it.
@NullMarked
package dev.tallyport.application.outcome;

import org.jspecify.annotations.NullMarked;
