/// What was used, in exact quantities, and how quantities of days and groups add up. What it costs
/// and who may see it are not decided here.
@NullMarked
package dev.tallyport.domain.usage;

import org.jspecify.annotations.NullMarked;
