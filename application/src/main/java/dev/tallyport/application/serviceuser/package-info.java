/// Programs and the keys they ask with.
@NullMarked
package dev.tallyport.application.serviceuser;

import org.jspecify.annotations.NullMarked;
