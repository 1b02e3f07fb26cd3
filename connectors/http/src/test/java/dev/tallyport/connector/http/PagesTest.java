package dev.tallyport.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.spi.ConnectorException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PagesTest {

    private final List<String> handedOver = new ArrayList<>();

    @Test
    void aListIsFollowedToItsLastPage() {
        var vendor =
                Map.of(
                        "/users", "{'items':[{'id':'a'},{'id':'b'}],'next':'c/1'}",
                        "/users?after=c%2F1", "{'items':[],'next':'c2'}",
                        "/users?after=c2", "{'items':[{'id':'c'}],'next':null}");

        follow(path -> json(vendor.getOrDefault(path, "'not asked for'")));

        assertThat(handedOver)
                .containsExactly(
                        "/users $.items[0] a",
                        "/users $.items[1] b",
                        "/users?after=c2 $.items[0] c");
    }

    @Test
    void aCursorThatRepeatsIsMalformed() {
        var cursors = new AtomicInteger();

        var failure =
                failureOf(() ->
                        follow(_ ->
                                json(
                                        "{'items':[],'next':'%d'}"
                                                .formatted(cursors.incrementAndGet() % 3))));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
        assertThat(failure).hasMessageContaining("GET /users?after=0").hasMessageContaining("end");
        assertThat(cursors).hasValue(4);
    }

    @Test
    void aListThatNeverEndsIsMalformed() {
        var cursors = new AtomicInteger();

        var failure =
                failureOf(() ->
                        follow(_ ->
                                json(
                                        "{'items':[],'next':'%d'}"
                                                .formatted(cursors.incrementAndGet()))));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
        assertThat(cursors).hasValue(100_000);
    }

    @Test
    void aPageThatIsNoneIsMalformedAndNamesItsRequest() {
        var failure = failureOf(() -> follow(_ -> json("{'detail':'sorry'}")));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
        assertThat(failure)
                .hasMessage(
                        "GET /users answered what is not documented, at $.items: expected an array,"
                                + " found nothing");
    }

    @Test
    void aMalformedItemIsTheReceiversToJudge() {
        var failure = catchThrowable(() -> follow(_ -> json("{'items':[{'id':1}],'next':null}")));

        assertThat(failure).isInstanceOf(MalformedMember.class);
    }

    @Test
    void asManyAreSkippedAsWereHandedOver() {
        var vendor = new HashMap<String, String>();
        vendor.put("/s?skip=0", "{'items':[{'id':'a'},{'id':'b'}],'has_more':true}");
        vendor.put("/s?skip=2", "{'items':[{'id':'c'}],'has_more':true}");
        vendor.put("/s?skip=3", "{'items':[],'has_more':false}");

        skip(path -> json(vendor.getOrDefault(path, "'not asked for'")));

        assertThat(handedOver)
                .containsExactly(
                        "/s?skip=0 $.items[0] a",
                        "/s?skip=0 $.items[1] b",
                        "/s?skip=2 $.items[0] c");
    }

    @Test
    void moreOfNothingIsMalformed() {
        var failure = failureOf(() -> skip(_ -> json("{'items':[],'has_more':true}")));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
    }

    @Test
    void aVendorThatIgnoresWhatToSkipIsMalformed() {
        var failure = failureOf(() -> skip(_ -> json("{'items':[{'id':'a'}],'has_more':true}")));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
        assertThat(handedOver).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void pagesAreNumberedFromWhereTheVendorBegins(long first) {
        var vendor =
                Map.of(
                        "/p?page=" + first,
                        "{'items':[{'id':'a'},{'id':'b'}],'has_more':true}",
                        "/p?page=" + (first + 1),
                        "{'items':[{'id':'c'}],'has_more':false}");

        number(
                first,
                path -> json(vendor.getOrDefault(path, "'not asked for'")),
                PagesTest::stated);

        assertThat(handedOver)
                .containsExactly(
                        "/p?page=" + first + " $.items[0] a",
                        "/p?page=" + first + " $.items[1] b",
                        "/p?page=" + (first + 1) + " $.items[0] c");
    }

    @Test
    void aVendorThatDoesNotSayWhetherMoreFollowIsAskedUntilAnEmptyPage() {
        var vendor =
                Map.of(
                        "/p?page=0", "{'items':[{'id':'a'}]}",
                        "/p?page=1", "{'items':[]}");

        number(
                0,
                path -> json(vendor.getOrDefault(path, "'not asked for'")),
                page -> Pages.Slice.untilEmpty(page.array("items")));

        assertThat(handedOver).containsExactly("/p?page=0 $.items[0] a");
    }

    @Test
    void aVendorThatDoesNotSayWhetherMoreFollowIsAskedUntilAShortPage() {
        var vendor =
                Map.of(
                        "/p?page=0", "{'items':[{'id':'a'},{'id':'b'}]}",
                        "/p?page=1", "{'items':[{'id':'c'}]}");

        number(
                0,
                path -> json(vendor.getOrDefault(path, "'not asked for'")),
                page -> Pages.Slice.untilShorterThan(2, page.array("items")));

        assertThat(handedOver).hasSize(3).last().isEqualTo("/p?page=1 $.items[0] c");
    }

    @Test
    void aVendorThatIgnoresTheNumberIsMalformedThoughItTellsTheTime() {
        var answers = new AtomicInteger();

        var failure =
                failureOf(() ->
                        number(
                                0,
                                _ ->
                                        json(
                                                "{'items':[{'id':'a'}],'has_more':true,'at':%d}"
                                                        .formatted(answers.incrementAndGet())),
                                PagesTest::stated));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
        assertThat(failure).hasMessageStartingWith("GET /p?page=1 repeats");
        assertThat(handedOver).hasSize(1);
    }

    @Test
    void numberedPagesThatNeverEndAreMalformed() {
        var answers = new AtomicInteger();

        var failure =
                failureOf(() ->
                        number(
                                0,
                                _ ->
                                        json(
                                                "{'items':[{'id':'%d'}],'has_more':true}"
                                                        .formatted(answers.incrementAndGet())),
                                PagesTest::stated));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
        assertThat(answers).hasValue(100_000);
    }

    @Test
    void linksAreFollowedToTheLastPage() {
        var vendor =
                Map.of(
                        "/users",
                        linked("[{'id':'a'}]", "/users?page=2"),
                        "/users?page=2",
                        new VendorApi.Linked(json("[{'id':'b'}]"), Optional.empty()));

        link(path -> Objects.requireNonNull(vendor.get(path)));

        assertThat(handedOver).containsExactly("/users $[0] a", "/users?page=2 $[0] b");
    }

    @Test
    void aLinkThatRepeatsIsMalformed() {
        var failure = failureOf(() -> link(_ -> linked("[]", "/users")));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
        assertThat(failure).hasMessageContaining("already read");
    }

    @Test
    void linksThatNeverEndAreMalformed() {
        var answers = new AtomicInteger();

        var failure =
                failureOf(
                        () -> link(_ -> linked("[]", "/users?page=" + answers.incrementAndGet())));

        assertThat(failure.kind()).isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
        assertThat(answers).hasValue(100_000);
    }

    private static Pages.Slice stated(JsonValue page) {
        return new Pages.Slice(page.array("items"), page.flag("has_more"));
    }

    private static VendorApi.Linked linked(String body, String next) {
        return new VendorApi.Linked(json(body), Optional.of(next));
    }

    private void number(
            long first, Function<String, JsonNode> get, Function<JsonValue, Pages.Slice> reader) {
        Pages.byNumber(first, get, page -> "/p?page=" + page, reader, this::remember);
    }

    private void link(Function<String, VendorApi.Linked> get) {
        Pages.byLink(get, "/users", JsonValue::elements, this::remember);
    }

    private void follow(Function<String, JsonNode> get) {
        Pages.byCursor(
                get,
                cursor ->
                        cursor.map(after -> "/users?after=" + Uris.queryValue(after))
                                .orElse("/users"),
                page -> new Pages.Page(page.array("items"), page.optionalText("next")),
                this::remember);
    }

    private void skip(Function<String, JsonNode> get) {
        Pages.bySkipping(get, skip -> "/s?skip=" + skip, PagesTest::stated, this::remember);
    }

    private void remember(String path, JsonValue item) {
        handedOver.add(path + " " + item.path() + " " + item.text("id"));
    }

    private static JsonNode json(String json) {
        try {
            return JsonTree.parse(json.replace('\'', '"').getBytes(UTF_8));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static ConnectorException failureOf(Runnable read) {
        return catchThrowableOfType(ConnectorException.class, read::run);
    }
}
