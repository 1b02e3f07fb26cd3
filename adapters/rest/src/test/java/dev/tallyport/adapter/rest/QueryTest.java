package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.domain.access.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void aHundredOfEverythingIsWantedWhereNothingIsSaid() {
        var query = Query.of(Map.of(), Query.SEARCH, Query.LIMIT);

        assertThat(query.search()).isEmpty();
        assertThat(query.limit()).isEqualTo(100);
        query.requireValid();
    }

    @Test
    void tooMuchIsRefused() {
        var sent =
                Map.of(
                        "search", List.of("x".repeat(201)),
                        "limit", List.of("1001"));
        var query = Query.of(sent, Query.SEARCH, Query.LIMIT);

        query.search();
        query.limit();

        assertThat(violations(query)).containsExactly("search", "limit");
    }

    @Test
    void whatMustBeGivenIsMissed() {
        var query = Query.of(Map.of(), "source");

        query.required("source", Kind.SOURCE);

        assertThat(violations(query)).containsExactly("source");
    }

    @Test
    void whatIsRepeatedKeepsItsOrder() {
        var query = Query.of(Map.of("organization", List.of("b", "a", "b")), "organization");

        var values = query.each("organization", Kind.VENDOR_ID);

        assertThat(values).containsExactly("b", "a", "b");
    }

    @Test
    void aScopeIsAnOrganizationOfASourceOrTheEnterprise() {
        var sent = Map.of("source", List.of("acme"), "organization", List.of("org-1"));

        var organization = GivenScope.in(Query.of(sent, "source", "organization"));
        var enterprise = GivenScope.in(Query.of(Map.of(), "source", "organization"));

        assertThat(organization).isEqualTo(new Scope.Organization(AnyViewer.ORGANIZATION));
        assertThat(enterprise).isEqualTo(new Scope.Enterprise());
    }

    @Test
    void halfAScopeIsNone() {
        var onlySource = Query.of(Map.of("source", List.of("acme")), "source", "organization");
        var onlyOrganization =
                Query.of(Map.of("organization", List.of("org-1")), "source", "organization");

        GivenScope.in(onlySource);
        GivenScope.in(onlyOrganization);

        assertThat(violations(onlySource)).containsExactly("organization");
        assertThat(violations(onlyOrganization)).containsExactly("source");
    }

    private static List<String> violations(Query query) {
        var refused = catchThrowableOfType(ProblemException.class, query::requireValid);
        return Objects.requireNonNull(refused.problem().violations()).stream()
                .map(violation -> Objects.requireNonNull(violation.parameter()))
                .toList();
    }
}
