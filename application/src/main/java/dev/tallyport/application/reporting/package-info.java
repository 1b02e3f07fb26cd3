/// Questions about usage and their answers: the one path that every page, dialect and export takes.
@NullMarked
package dev.tallyport.application.reporting;

import org.jspecify.annotations.NullMarked;
