package dev.tallyport.adapter.rest.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.view.SaveViews.Change;
import dev.tallyport.application.view.SaveViews.Seen;
import dev.tallyport.application.view.SavedViews.Place;
import dev.tallyport.application.view.SavedViews.Stored;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.view.PageAddress;
import dev.tallyport.domain.view.SavedView;
import dev.tallyport.domain.view.Sharing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ViewBodiesTest {

    private static final SavedView VIEW =
            new SavedView(
                    "Products",
                    "For the meeting",
                    new PageAddress("/explore", "period=last-30-days&groupBy=product"),
                    Sharing.EVERYONE);

    private static final String SENT =
            """
            {
              "name": "Products", "description": "For the meeting", "path": "/explore",
              "query": "period=last-30-days&groupBy=product", "shared": "everyone"%s
            }
            """;

    private static final Seen SEEN =
            new Seen(new Stored(8, VIEW, new Principal.Person(7), "Ada", 17, Instant.EPOCH), false);

    private static SavedView view(String sent) {
        return NewView.of(sent.getBytes(UTF_8));
    }

    @Test
    void aViewIsPrivateUnlessSaidOtherwise() {
        assertThat(view("{\"name\":\" Mine \",\"path\":\"/me\",\"query\":null}"))
                .isEqualTo(new SavedView("Mine", "", new PageAddress("/me", ""), Sharing.PRIVATE));
    }

    @Test
    void everythingThatIsSaidOfAViewIsKept() {
        assertThat(view(SENT.formatted(""))).isEqualTo(VIEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "explore",
                "//evil.example",
                "/\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/explore?period=last-month",
                "/\\texplore",
                "/explore/../api"
            })
    void aPathLeadsToAPageOfOurs(String path) {
        assertThatThrownBy(() -> view("{\"name\":\"a\",\"path\":\"%s\"}".formatted(path)))
                .hasMessage("400 A member is wrong: path");
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        var sent =
                """
                {"name": " ", "description": "%s", "path": 1, "query": "?a=b", "shared": "team",
                    "owner": 7}
                """
                        .formatted("d".repeat(501));

        assertThatThrownBy(() -> view(sent))
                .hasMessage("400 Members are wrong: owner, name, description, path, query, shared");
        assertThatThrownBy(() -> view("{}")).hasMessage("400 Members are wrong: name, path");
    }

    @Test
    void aChangeMayNameTheVersionThatItIsFor() {
        assertThat(ViewChange.of(SENT.formatted("").getBytes(UTF_8)))
                .isEqualTo(new Change(VIEW, OptionalLong.empty()));
        assertThat(ViewChange.of(SENT.formatted(", \"version\": 17").getBytes(UTF_8)))
                .isEqualTo(new Change(VIEW, OptionalLong.of(17)));
        assertThatThrownBy(() ->
                        ViewChange.of(SENT.formatted(", \"version\": \"17\"").getBytes(UTF_8)))
                .hasMessage("400 A member is wrong: version");
    }

    @Test
    void aViewIsAnsweredAsWhoeverAsksSeesIt() {
        assertThat(ViewAnswer.of(SEEN))
                .isEqualTo(
                        new ViewAnswer(
                                8,
                                "Products",
                                "For the meeting",
                                "/explore",
                                "period=last-30-days&groupBy=product",
                                "everyone",
                                false,
                                "Ada",
                                17,
                                Instant.EPOCH));
    }

    @Test
    void whatFollowsAPageIsAskedForByItsNext() {
        var next = Objects.requireNonNull(ViewsAnswer.of(new Page<>(List.of(SEEN), true)).next());

        var asked =
                ViewsQuery.of(
                        Map.of(
                                "after",
                                List.of(next),
                                "shared",
                                List.of("private"),
                                "limit",
                                List.of("3")));

        assertThat(next).isEqualTo(ViewsQuery.EXAMPLE);
        assertThat(asked)
                .isEqualTo(
                        new ViewsQuery(
                                "",
                                Optional.of(Sharing.PRIVATE),
                                Optional.of(new Place("Products", 8)),
                                3));
        assertThat(ViewsAnswer.of(new Page<>(List.of(SEEN), false)).next()).isNull();
    }

    @Test
    void everythingThatIsWrongWithAQueryIsNamed() {
        assertThatThrownBy(() ->
                        ViewsQuery.of(
                                Map.of(
                                        "after", List.of("8"),
                                        "shared", List.of("all"),
                                        "limit", List.of("0"),
                                        "search", List.of("x".repeat(201)),
                                        "own", List.of("true"))))
                .hasMessage("400 Parameters are wrong: own, search, shared, after, limit");
    }
}
