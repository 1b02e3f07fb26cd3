package dev.tallyport.adapter.rest.me;

import dev.tallyport.adapter.rest.Page;
import dev.tallyport.adapter.rest.organization.OrganizationView;
import dev.tallyport.application.oneself.FindViewers.Seeing;
import dev.tallyport.application.oneself.FindViewers.Way;
import dev.tallyport.application.source.Organizations.Named;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who else may see one's own, by name.
@Schema(name = "Viewers", description = "Who else may see one's own, by name")
record ViewersView(
        @Schema(required = true) List<ViewerView> viewers,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable Long next) {

    /// Somebody who may.
    @Schema(name = "Viewer", description = "Somebody who may see one's own")
    record ViewerView(
            @Schema(
                            required = true,
                            enumeration = {"person", "service-user", "group"})
                    String kind,
            @Schema(
                            required = true,
                            examples = "Grace Hopper",
                            description = "For people to read; of a group, the identity provider's")
                    String name,
            @Schema(required = true) List<WayView> by) {

        static ViewerView of(Seeing seeing) {
            return new ViewerView(
                    kindOf(seeing.who().principal()),
                    seeing.who().name(),
                    seeing.ways().stream().map(WayView::of).toList());
        }

        private static String kindOf(Principal principal) {
            return switch (principal) {
                case Principal.Person _ -> "person";
                case Principal.ServiceUser _ -> "service-user";
                case Principal.Group _ -> "group";
                case Principal.BootstrapKey _, Principal.Tallyport _ ->
                        throw new IllegalArgumentException("nobody gives a role to " + principal);
            };
        }
    }

    /// By which role.
    @Schema(name = "ViewersRole", description = "By which role somebody may see one's own")
    record WayView(
            @Schema(required = true, examples = "auditor") String role,
            @Schema(description = "Where; null for the enterprise", nullable = true)
                    @Nullable OrganizationView scope,
            @Schema(
                            required = true,
                            description = "Of consumption, costs, metrics, sessions",
                            examples = "[\"consumption\", \"costs\"]")
                    List<String> sees) {

        static WayView of(Way way) {
            return new WayView(
                    way.role(),
                    scopeOf(way),
                    way.sees().stream().sorted().map(Seen::nameOf).toList());
        }

        private static @Nullable OrganizationView scopeOf(Way way) {
            return switch (way.scope()) {
                case Scope.Enterprise() -> null;
                case Scope.Organization(var organization) ->
                        OrganizationView.of(new Named(organization, way.scopeName()));
            };
        }
    }

    /// @param before how many came before this page
    static ViewersView of(Page<Seeing> page, long before) {
        return new ViewersView(
                page.rows().stream().map(ViewerView::of).toList(),
                page.next(_ -> before + page.rows().size()).orElse(null));
    }
}
