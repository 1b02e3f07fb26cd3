/// Tables as files to take away: what they are made of, and how each format writes them. What a
/// table is about is known by whoever makes it.
@NullMarked
package dev.tallyport.adapter.rest.export;

import org.jspecify.annotations.NullMarked;
