/// What vendors allow at most, as they state it, and how much of it is used.
@NullMarked
package dev.tallyport.application.limit;

import org.jspecify.annotations.NullMarked;
