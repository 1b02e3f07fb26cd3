/// Rates, and what usage costs by them or by its vendor's own figures.
@NullMarked
package dev.tallyport.application.pricing;

import org.jspecify.annotations.NullMarked;
