/// What vendors allow at most, and how much of it is used.
@NullMarked
package dev.tallyport.adapter.rest.limit;

import org.jspecify.annotations.NullMarked;
