/// How long work waits at the vendors.
@NullMarked
package dev.tallyport.adapter.rest.queue;

import org.jspecify.annotations.NullMarked;
