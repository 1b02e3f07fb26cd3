/// What was changed and looked at, by whom and when, kept for good.
@NullMarked
package dev.tallyport.application.audit;

import org.jspecify.annotations.NullMarked;
