/// The audit log, to be read, searched, exported and verified.
@NullMarked
package dev.tallyport.adapter.rest.audit;

import org.jspecify.annotations.NullMarked;
