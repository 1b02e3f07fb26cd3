package dev.tallyport.adapter.rest.view;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.domain.view.PageAddress;
import dev.tallyport.domain.view.SavedView;
import dev.tallyport.domain.view.Sharing;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A view as a body states it.
final class GivenView {

    static final String NAME = "name";
    static final String DESCRIPTION = "description";
    static final String PATH = "path";
    static final String QUERY = "query";
    static final String SHARED = "shared";

    static final Kind<Sharing> SHARING = Kind.of("private or everyone", GivenView::sharing);

    private static final Kind<String> A_NAME =
            Kind.of(
                    "one line of 1 to %d characters".formatted(SavedView.LONGEST_NAME),
                    text ->
                            Kind.text(SavedView.LONGEST_NAME)
                                    .parse()
                                    .apply(text)
                                    .filter(SavedView::isName));
    private static final Kind<String> A_QUERY =
            Kind.of(
                    "a page's query of at most %d characters, encoded, without its question mark"
                            .formatted(PageAddress.LONGEST_QUERY),
                    text -> Optional.of(text).filter(PageAddress::isQuery));

    private GivenView() {}

    /// What is wrong is left with the body; empty then.
    static Optional<SavedView> in(Body body) {
        var name = body.required(NAME, A_NAME);
        var description =
                body.oneOrNull(DESCRIPTION, Kind.text(SavedView.LONGEST_DESCRIPTION)).orElse("");
        var path = body.required(PATH, Kind.PAGE);
        var query = body.oneOrNull(QUERY, A_QUERY).orElse("");
        var sharing = body.oneOrNull(SHARED, SHARING).orElse(Sharing.PRIVATE);
        return name.flatMap(one ->
                path.map(page ->
                        new SavedView(one, description, new PageAddress(page, query), sharing)));
    }

    static String written(Sharing sharing) {
        return sharing.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Sharing> sharing(String text) {
        return Arrays.stream(Sharing.values())
                .filter(sharing -> written(sharing).equals(text))
                .findFirst();
    }
}
