/// Reading sources: when, by whom, and how what a vendor states becomes ours.
@NullMarked
package dev.tallyport.application.ingestion;

import org.jspecify.annotations.NullMarked;
