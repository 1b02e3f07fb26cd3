package dev.tallyport.connector.files;

import dev.tallyport.connector.files.Layout.Figure;
import dev.tallyport.connector.files.Layout.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The figures of one row; one that cannot be read leaves the others as they are.
final class Figures {

    private final List<Figure> read = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    void read(String cut, Supplier<Optional<Figure>> figure) {
        try {
            figure.get().ifPresent(read::add);
        } catch (Unreadable e) {
            flaws.add(new Flaw(cut, e.reason()));
        }
    }

    List<Figure> read() {
        return read;
    }

    List<Flaw> flaws() {
        return flaws;
    }
}
