/// How a request proves who sent it. What that entitles to is decided in the domain.
@NullMarked
package dev.tallyport.adapter.security;

import org.jspecify.annotations.NullMarked;
