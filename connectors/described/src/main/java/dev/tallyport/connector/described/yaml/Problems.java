package dev.tallyport.connector.described.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is wrong with one file, collected so that all of it is told at once.
public final class Problems {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    void add(int line, String member, String reason) {
        problems.add(new Problem(file, line, member, reason));
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /// In the order of their lines.
    public List<Problem> list() {
        return problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
