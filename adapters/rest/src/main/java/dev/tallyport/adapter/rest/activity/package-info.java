/// What was done with agents, listed and counted.
@NullMarked
package dev.tallyport.adapter.rest.activity;

import org.jspecify.annotations.NullMarked;
