package dev.tallyport.adapter.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Describes the parameters of paths, which mean the same wherever a path begins the same.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class PathParameters implements OASFilter {

    private record Meaning(String description, Object example) {}

    private static final Map<String, Meaning> MEANINGS =
            Map.ofEntries(
                    Map.entry("/api/v1/accounts/{id}", new Meaning("The account's number.", 12)),
                    Map.entry(
                            "/api/v1/flags/{key}",
                            new Meaning("The flag's key.", "expose-personal-analytics")),
                    Map.entry("/api/v1/people/{id}", new Meaning("The person's number.", 7)),
                    Map.entry("/api/v1/rates/{id}", new Meaning("The rate's number.", 3)),
                    Map.entry(
                            "/api/v1/role-assignments/{id}",
                            new Meaning("The assignment's number.", 21)),
                    Map.entry("/api/v1/roles/{name}", new Meaning("The role's name.", "lead")),
                    Map.entry(
                            "/api/v1/service-users/{id}",
                            new Meaning("The service user's number.", 5)),
                    Map.entry(
                            "/api/v1/service-users/{id}/keys/{key}",
                            new Meaning("The key's number.", 9)),
                    Map.entry(
                            "/api/v1/sessions/{source}", new Meaning("The source's name.", "acme")),
                    Map.entry(
                            "/api/v1/sessions/{source}/{id}",
                            new Meaning("The vendor's id of the session.", "devin-1a2b")),
                    Map.entry("/api/v1/sources/{name}", new Meaning("The source's name.", "acme")),
                    Map.entry(
                            "/api/v1/sources/{name}/jobs/{id}",
                            new Meaning("The job's number.", 42)),
                    Map.entry("/api/v1/views/{id}", new Meaning("The view's number.", 8)));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> {
                    describe(path, item.getParameters());
                    item.getOperations()
                            .values()
                            .forEach(operation -> describe(path, operation.getParameters()));
                });
    }

    private static void describe(String path, @Nullable List<Parameter> parameters) {
        if (parameters == null) {
            return;
        }
        for (var parameter : parameters) {
            if (parameter.getIn() == Parameter.In.PATH) {
                describe(path, parameter);
            }
        }
    }

    private static void describe(String path, Parameter parameter) {
        var written = "{" + parameter.getName() + "}";
        var meaning = MEANINGS.get(path.substring(0, path.indexOf(written) + written.length()));
        if (meaning != null) {
            parameter.description(meaning.description()).example(meaning.example());
        }
    }
}
