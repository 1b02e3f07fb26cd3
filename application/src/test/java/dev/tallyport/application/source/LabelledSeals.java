package dev.tallyport.application.source;

import java.util.List;
import java.util.Optional;

/// Seals that anybody could break, with the first of some keys.
record LabelledSeals(List<String> keys) implements Seals {

    static LabelledSeals of(String... keys) {
        return new LabelledSeals(List.of(keys));
    }

    private static String label(String key, String place) {
        return key + "@" + place + ":";
    }

    @Override
    public Sealed seal(String secret, String place) {
        return new Sealed(
                label(keys.getFirst(), place) + new StringBuilder(secret).reverse().toString());
    }

    @Override
    public Optional<String> open(Sealed sealed, String place) {
        return keys.stream()
                .map(key -> label(key, place))
                .filter(label -> sealed.text().startsWith(label))
                .map(label ->
                        new StringBuilder(sealed.text().substring(label.length()))
                                .reverse()
                                .toString())
                .findFirst();
    }

    @Override
    public boolean isCurrent(Sealed sealed, String place) {
        return sealed.text().startsWith(label(keys.getFirst(), place));
    }
}
