/// People, and what the vendors know them as.
@NullMarked
package dev.tallyport.application.person;

import org.jspecify.annotations.NullMarked;
