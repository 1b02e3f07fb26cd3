/// Saved views: pages and what is asked there, under a name.
@NullMarked
package dev.tallyport.adapter.rest.view;

import org.jspecify.annotations.NullMarked;
