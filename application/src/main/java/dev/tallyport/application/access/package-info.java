/// Who is asking. How they proved it is the business of an adapter.
@NullMarked
package dev.tallyport.application.access;

import org.jspecify.annotations.NullMarked;
