/// Feature flags as they were set, and by whom.
@NullMarked
package dev.tallyport.application.flag;

import org.jspecify.annotations.NullMarked;
