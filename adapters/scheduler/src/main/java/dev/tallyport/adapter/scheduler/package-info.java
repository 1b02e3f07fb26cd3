/// When use cases are called that nobody asks for. What they do is not known here.
@NullMarked
package dev.tallyport.adapter.scheduler;

import org.jspecify.annotations.NullMarked;
