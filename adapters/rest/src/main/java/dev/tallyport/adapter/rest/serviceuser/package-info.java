/// Programs and the keys they ask with.
@NullMarked
package dev.tallyport.adapter.rest.serviceuser;

import org.jspecify.annotations.NullMarked;
