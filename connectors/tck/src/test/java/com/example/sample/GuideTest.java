package com.example.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The guide shows the code that the kit is proven by, to the last character.
final class GuideTest {

    private static final Pattern LISTING =
            Pattern.compile(
                    "`src/(?:main|test)/(java/\\S+)`:\\n\\n```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyListingOfTheGuideIsTheFileItNames() throws IOException {
        var guide = Files.readString(Path.of("../../docs/guide/writing-a-connector.md"));

        var listings = LISTING.matcher(guide).results().toList();

        assertThat(listings).hasSize(6);
        for (var listing : listings) {
            var file = Path.of("src/test", listing.group(1));
            assertThat(listing.group(2)).as(file.toString()).isEqualTo(Files.readString(file));
        }
    }
}
