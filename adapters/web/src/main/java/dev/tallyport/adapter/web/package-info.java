/// Gives browsers the web application. What its pages show comes from the API.
@NullMarked
package dev.tallyport.adapter.web;

import org.jspecify.annotations.NullMarked;
