/// How long work waits at the vendors, as they state it.
@NullMarked
package dev.tallyport.application.queue;

import org.jspecify.annotations.NullMarked;
