/// Vendors that are described by a file instead of code. What a description can say is here;
/// nothing here knows a vendor.
@NullMarked
package dev.tallyport.connector.described;

import org.jspecify.annotations.NullMarked;
