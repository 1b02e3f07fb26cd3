/// Reads the token usage of Sample, a vendor that does not exist.
@NullMarked
package com.example.sample;

import org.jspecify.annotations.NullMarked;
