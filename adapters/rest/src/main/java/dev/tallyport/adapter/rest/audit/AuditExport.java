package dev.tallyport.adapter.rest.audit;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.audit.AuditEntry;
import dev.tallyport.application.audit.AuditTrail.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// The audit log on its way out, page by page: no more than one is ever held.
///
/// @param read one page, the latest entries first
record AuditExport(Wanted wanted, Function<Wanted, List<AuditEntry>> read)
        implements Export.Rows<AuditEntry> {

    static final int PAGE = 1000;

    static final Table<AuditEntry> TABLE =
            new Table<>(
                    "audit",
                    "Audit log",
                    List.of(
                            Column.whole("number", "Number", entry -> Optional.of(entry.number())),
                            Column.moment("at", "At", entry -> Optional.of(entry.at())),
                            Column.given("principal", "By", AuditEntry::principal),
                            Column.given("name", "Name", AuditEntry::name),
                            Column.text("origin", "From", AuditEntry::origin),
                            Column.given("action", "Action", AuditEntry::action),
                            Column.given("target", "Target", AuditEntry::target),
                            Column.members(
                                    "before", "Before", entry -> Optional.of(entry.before())),
                            Column.members("after", "After", entry -> Optional.of(entry.after()))));

    @Override
    public Summary handTo(Consumer<AuditEntry> taker) {
        var page = read.apply(wanted);
        while (!page.isEmpty()) {
            page.forEach(taker);
            page = page.size() < PAGE ? List.of() : read.apply(before(page.getLast().number()));
        }
        return Summary.NONE;
    }

    private Wanted before(long number) {
        return new Wanted(
                wanted.action(),
                wanted.principal(),
                wanted.target(),
                wanted.text(),
                wanted.from(),
                wanted.until(),
                OptionalLong.of(number));
    }
}
