/// What somebody keeps of the pages: views of them under a name, and how pages are to look. Nothing
/// here knows a figure.
@NullMarked
package dev.tallyport.domain.view;

import org.jspecify.annotations.NullMarked;
