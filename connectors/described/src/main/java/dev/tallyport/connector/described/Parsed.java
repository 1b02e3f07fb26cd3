package dev.tallyport.connector.described;

import dev.tallyport.connector.described.yaml.Problem;
import java.util.List;

/// What reading a description came to.
sealed interface Parsed {

    /// @param line where its id stands
    record Valid(Description description, int line) implements Parsed {}

    /// @param problems all that is wrong, in the order of their lines
    record Invalid(List<Problem> problems) implements Parsed {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
