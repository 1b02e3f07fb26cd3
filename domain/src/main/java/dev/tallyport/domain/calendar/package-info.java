/// How vendors cut time into days and cycles. Nothing here knows what is being billed.
@NullMarked
package dev.tallyport.domain.calendar;

import org.jspecify.annotations.NullMarked;
