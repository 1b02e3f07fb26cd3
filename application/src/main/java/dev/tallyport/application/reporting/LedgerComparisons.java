package dev.tallyport.application.reporting;

import dev.tallyport.application.ingestion.UsageLedger;
import dev.tallyport.application.ingestion.UsageLedger.Comparison;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.calendar.DateRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Reads comparisons in a transaction of their own, so that none is open while reports are read: a
/// request never needs two connections at once.
@ApplicationScoped
class LedgerComparisons {

    private final UsageLedger ledger;

    LedgerComparisons(UsageLedger ledger) {
        this.ledger = ledger;
    }

    @Transactional
    List<Comparison> of(SourceId source, String cut, DateRange days) {
        return ledger.comparisons(source, cut, days);
    }
}
