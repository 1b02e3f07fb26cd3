/// Devin's own HTTP dialect, served: translations of one question and its answer, nothing more.
@NullMarked
package dev.tallyport.adapter.devinapi;

import org.jspecify.annotations.NullMarked;
