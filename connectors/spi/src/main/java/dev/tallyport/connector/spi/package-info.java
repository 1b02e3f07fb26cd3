/// What a connector and the platform say to each other: the one artifact that an integrator
/// compiles against. Values are the vendor's own, made neutral; nothing here knows how they are
/// stored.
@NullMarked
package dev.tallyport.connector.spi;

import org.jspecify.annotations.NullMarked;
