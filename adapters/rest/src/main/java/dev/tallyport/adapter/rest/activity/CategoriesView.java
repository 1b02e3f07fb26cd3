package dev.tallyport.adapter.rest.activity;

import dev.tallyport.application.activity.Measured;
import dev.tallyport.application.activity.Metrics.Category;
import dev.tallyport.application.activity.Metrics.Subcategory;
import dev.tallyport.application.activity.MetricsQuestion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Sessions that were created, by category.
@Schema(name = "SessionCategories", description = "Sessions that were created, by category")
record CategoriesView(
        @Schema(examples = "2026-01-16T00:00:00Z") Instant from,
        @Schema(description = "Not part of it", examples = "2026-02-16T00:00:00Z") Instant to,
        @Schema(nullable = true, description = "Null when no source says, which is not zero")
                @Nullable List<CategoryView> figures,
        List<TellingView> sources) {

    /// Sessions of a category.
    @Schema(name = "SessionCategory", description = "Sessions of a category")
    record CategoryView(
            @Schema(
                            nullable = true,
                            examples = "bug_fixing",
                            description = "The vendor's word; null for those without one")
                    @Nullable String category,
            long sessions,
            @Schema(
                            nullable = true,
                            examples = "12.5",
                            description = "Over whole lives; null when no session says")
                    @Nullable BigDecimal lifetimeAcus,
            List<SubcategoryView> subcategories) {

        static CategoryView of(Category category) {
            return new CategoryView(
                    category.category().orElse(null),
                    category.tally().sessions(),
                    category.tally().statedAcus().orElse(null),
                    category.subcategories().stream().map(SubcategoryView::of).toList());
        }
    }

    /// Sessions of a subcategory.
    @Schema(name = "SessionSubcategory", description = "Sessions of a part of a category")
    record SubcategoryView(
            @Schema(nullable = true, description = "The vendor's word; null for those without one")
                    @Nullable String subcategory,
            long sessions,
            @Schema(nullable = true, description = "Over whole lives; null when no session says")
                    @Nullable BigDecimal lifetimeAcus) {

        static SubcategoryView of(Subcategory subcategory) {
            return new SubcategoryView(
                    subcategory.subcategory().orElse(null),
                    subcategory.tally().sessions(),
                    subcategory.tally().statedAcus().orElse(null));
        }
    }

    static CategoriesView of(MetricsQuestion question, Measured<List<Category>> measured) {
        return new CategoriesView(
                question.start(),
                question.end(),
                measured.figures()
                        .map(some -> some.stream().map(CategoryView::of).toList())
                        .orElse(null),
                TellingView.of(measured.sources()));
    }
}
