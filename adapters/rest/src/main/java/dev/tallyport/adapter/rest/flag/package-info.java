/// Feature flags, and how they are decided.
@NullMarked
package dev.tallyport.adapter.rest.flag;

import org.jspecify.annotations.NullMarked;
