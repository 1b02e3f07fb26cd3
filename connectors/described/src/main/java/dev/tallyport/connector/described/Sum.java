package dev.tallyport.connector.described;

import dev.tallyport.connector.http.MalformedMember;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Figures that are added and subtracted, such as `input_tokens - input_cached_tokens`.
record Sum(List<Term> terms) {

    static final String EXPECTED =
            "members joined by + and - with spaces around, such as input_tokens - cached_tokens?";

    record Term(MemberPath member, boolean subtracted) {}

    Sum {
        terms = List.copyOf(terms);
    }

    static Optional<Sum> parse(String text) {
        var words = text.strip().split(" +", -1);
        var terms = new ArrayList<Term>();
        boolean subtracted = false;
        for (int i = 0; i < words.length; i++) {
            if (i % 2 == 1) {
                subtracted = words[i].equals("-");
                if (!subtracted && !words[i].equals("+")) {
                    return Optional.empty();
                }
            } else {
                var member = MemberPath.parse(words[i]);
                if (member.isEmpty() || member.get().isOwnName()) {
                    return Optional.empty();
                }
                terms.add(new Term(member.get(), subtracted));
            }
        }
        return words.length % 2 == 1 ? Optional.of(new Sum(terms)) : Optional.empty();
    }

    /// Whether no member is further out than items have others around them.
    boolean isWithin(int depth) {
        return terms.stream().allMatch(term -> term.member().up() <= depth);
    }

    /// What the figures come to; an optional one that is missing counts as zero, and where all are
    /// missing there is nothing.
    ///
    /// @throws MalformedMember for a figure that is missing or none, and for a difference below
    ///   zero, since what is subtracted is then not included
    Optional<BigDecimal> of(Item item) {
        var found = false;
        var sum = BigDecimal.ZERO;
        for (var term : terms) {
            var figure = term.member().number(item);
            found |= figure.isPresent();
            var amount = figure.orElse(BigDecimal.ZERO);
            sum = term.subtracted() ? sum.subtract(amount) : sum.add(amount);
        }
        if (sum.signum() < 0 && terms.stream().anyMatch(Term::subtracted)) {
            throw new MalformedMember(
                    item.value().path(),
                    "expected that " + this + " is not below zero, found that it is");
        }
        return found ? Optional.of(sum) : Optional.empty();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var term : terms) {
            if (!text.isEmpty()) {
                text.append(term.subtracted() ? " - " : " + ");
            }
            text.append(term.member());
        }
        return text.toString();
    }
}
