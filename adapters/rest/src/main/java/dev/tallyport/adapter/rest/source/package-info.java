/// Sources beyond how they stand: how they are set up, their health, and long work on them.
@NullMarked
package dev.tallyport.adapter.rest.source;

import org.jspecify.annotations.NullMarked;
