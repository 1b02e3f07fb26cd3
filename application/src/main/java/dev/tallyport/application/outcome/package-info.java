/// How an attempt to change or look something up ended. Every package that is asked for something
/// uses it.
@NullMarked
package dev.tallyport.application.outcome;

import org.jspecify.annotations.NullMarked;
