/// Sources beyond how they stand: their health, and long work on them.
@NullMarked
package dev.tallyport.adapter.rest.source;

import org.jspecify.annotations.NullMarked;
