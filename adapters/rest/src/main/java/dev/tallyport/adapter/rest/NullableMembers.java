package dev.tallyport.adapter.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/// Lets what can be null be null. Where something is an object or null, smallrye says beside it
/// that it is an object; and where it is one of some words or null, null is not among them.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class NullableMembers implements OASFilter {

    @Override
    public Schema filterSchema(Schema schema) {
        if (orNone(schema.getAnyOf()).stream().anyMatch(NullableMembers::canBeNull)) {
            schema.setType(null);
        }
        var words = schema.getEnumeration();
        if (words != null && canBeNull(schema) && !words.contains(null)) {
            var orNull = new ArrayList<@Nullable Object>(words);
            orNull.add(null);
            schema.setEnumeration(orNull);
        }
        return schema;
    }

    private static boolean canBeNull(Schema schema) {
        return orNone(schema.getType()).contains(SchemaType.NULL);
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }
}
