/// The application put together: what runs before Quarkus, and what runs after it.
@NullMarked
package dev.tallyport.bootstrap;

import org.jspecify.annotations.NullMarked;
