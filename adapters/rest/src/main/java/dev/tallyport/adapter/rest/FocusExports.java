package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.FocusCharge;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.application.pricing.PriceUsage.Priced;
import dev.tallyport.application.reporting.FindNames;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.domain.access.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Usage with its price as charges of FOCUS.
@ApplicationScoped
class FocusExports {

    static final String IN_ORDER = "charges come source by source";

    private static final String FOCUS = "focus";
    private static final Kind<String> A_FORMAT =
            Kind.of(
                    "csv, xlsx, jsonl or focus",
                    text ->
                            Optional.of(text)
                                    .filter(one ->
                                            one.equals(FOCUS) || Format.find(one).isPresent()));

    private final SourceOrigins origins;
    private final FindNames findNames;

    FocusExports(SourceOrigins origins, FindNames findNames) {
        this.origins = origins;
        this.findNames = findNames;
    }

    /// The format of a table that is asked for; empty where charges are.
    static Optional<Format> table(Query query) {
        return Format.find(query.one(Query.FORMAT, A_FORMAT).orElse(Format.CSV.title()));
    }

    /// Leaves it with the query when a parameter is given that charges have no use for.
    static void reject(Query query, String parameter, String reason) {
        if (query.has(parameter)) {
            query.reject(
                    parameter,
                    "nothing, as " + reason,
                    String.join(", ", query.sent().getOrDefault(parameter, List.of())));
        }
    }

    /// @param viewer for whom organizations are named, as in every other file
    /// @param window that was asked about
    /// @param name of the file, without what all such files are called
    /// @param rows hands over what is charged, each of one source and cut by that source's own
    ///   calendar
    Export<FocusCharge> of(
            Viewer viewer, Window window, String name, Consumer<Consumer<Priced>> rows) {
        return new Export<>(
                name + "." + FOCUS,
                Format.CSV,
                FocusCharge.TABLE,
                taker -> {
                    var charges = new UsageCharges(window, origins.all());
                    var named =
                            new NamedRows<Priced>(
                                    priced -> priced.row().group(),
                                    groups -> findNames.of(viewer, groups),
                                    priced -> charges.of(priced).forEach(taker));
                    rows.accept(named::take);
                    named.finish();
                    return Summary.NONE;
                });
    }
}
