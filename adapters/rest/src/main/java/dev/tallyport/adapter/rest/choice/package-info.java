/// What questions can be filtered by.
@NullMarked
package dev.tallyport.adapter.rest.choice;

import org.jspecify.annotations.NullMarked;
