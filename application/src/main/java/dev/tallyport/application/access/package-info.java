/// Who is asking, and everything that decides what they may see.
@NullMarked
package dev.tallyport.application.access;

import org.jspecify.annotations.NullMarked;
