package dev.tallyport.adapter.rest.role;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.GivenScope;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.OrganizationId;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Scope;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A role to be given.
@Schema(name = "NewRoleAssignment", description = "A role to be given")
record NewAssignment(
        @Schema(required = true, implementation = RecipientView.class) Principal to,
        @Schema(required = true, examples = "lead") String role,
        @Schema(
                        implementation = OrganizationId.class,
                        description = "Where; by default for the enterprise")
                Scope scope) {

    private static final String TO = "to";
    private static final String PERSON = "person";
    private static final String SERVICE_USER = "serviceUser";
    private static final String GROUP = "group";
    private static final String ROLE = "role";

    private static final Kind<String> A_GROUP =
            Kind.of(
                    "the name of a group, of at most 200 characters",
                    text -> Kind.text(200).parse().apply(text).filter(name -> !name.isBlank()));

    static NewAssignment of(byte[] sent) {
        var body = Body.of(sent, TO, ROLE, GivenScope.SCOPE);
        var to = recipient(body);
        var role = body.required(ROLE, Kind.text(63));
        var scope = GivenScope.in(body);
        body.requireValid();
        return new NewAssignment(to.orElseThrow(), role.orElseThrow(), scope);
    }

    private static Optional<Principal> recipient(Body body) {
        return body.object(TO, PERSON, SERVICE_USER, GROUP)
                .flatMap(to -> {
                    var given = Stream.of(PERSON, SERVICE_USER, GROUP).filter(to::has).toList();
                    if (given.size() != 1) {
                        body.reject(
                                TO,
                                "exactly one of person, serviceUser, group",
                                String.join(", ", given));
                    }
                    return to.one(PERSON, Kind.ID)
                            .<Principal>map(Principal.Person::new)
                            .or(() -> to.one(SERVICE_USER, Kind.ID).map(Principal.ServiceUser::new))
                            .or(() -> to.one(GROUP, A_GROUP).map(Principal.Group::new));
                });
    }
}
