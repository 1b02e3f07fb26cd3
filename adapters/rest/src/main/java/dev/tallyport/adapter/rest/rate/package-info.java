/// Rates: what usage costs, from when until when.
@NullMarked
package dev.tallyport.adapter.rest.rate;

import org.jspecify.annotations.NullMarked;
