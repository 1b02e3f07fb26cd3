/// Keeps views of pages and preferences for those who ask, and shares views with everybody.
@NullMarked
package dev.tallyport.application.view;

import org.jspecify.annotations.NullMarked;
