/// What is one's own, and nothing else.
@NullMarked
package dev.tallyport.adapter.rest.me;

import org.jspecify.annotations.NullMarked;
