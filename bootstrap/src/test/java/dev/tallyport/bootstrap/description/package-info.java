/// Whether the application is as its OpenAPI document says, whatever it is sent.
@NullMarked
package dev.tallyport.bootstrap.description;

import org.jspecify.annotations.NullMarked;
