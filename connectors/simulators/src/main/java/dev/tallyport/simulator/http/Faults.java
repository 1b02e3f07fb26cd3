package dev.tallyport.simulator.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The faults that are switched on, the oldest first.
final class Faults {

    private record Rule(Predicate<String> applies, long remaining, Fault fault) {}

    private final List<Rule> rules = new ArrayList<>();

    synchronized void add(Predicate<String> applies, long count, Fault fault) {
        if (count > 0) {
            rules.add(new Rule(applies, count, fault));
        }
    }

    synchronized Optional<Fault> next(String pathAndQuery) {
        for (int index = 0; index < rules.size(); index++) {
            var rule = rules.get(index);
            if (rule.applies.test(pathAndQuery)) {
                if (rule.remaining == 1) {
                    rules.remove(index);
                } else {
                    rules.set(index, new Rule(rule.applies, rule.remaining - 1, rule.fault));
                }
                return Optional.of(rule.fault);
            }
        }
        return Optional.empty();
    }

    synchronized void clear() {
        rules.clear();
    }
}
