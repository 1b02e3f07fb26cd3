/// What usage costs: money, rates, and which rate applies to what on which day. Nothing here knows
/// who may change a rate, or where rates are kept.
@NullMarked
package dev.tallyport.domain.pricing;

import org.jspecify.annotations.NullMarked;
