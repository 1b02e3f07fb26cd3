/// The accounts at vendors that usage is read from, and the ids that vendors give in them.
@NullMarked
package dev.tallyport.domain.source;

import org.jspecify.annotations.NullMarked;
