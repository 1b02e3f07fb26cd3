package dev.tallyport.adapter.devinapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one user used.
@Schema(name = "UserConsumptionResponse")
record UserConsumption(
        @JsonProperty("total_acus")
                @JsonSerialize(using = PlainDecimal.class)
                @Schema(required = true)
                BigDecimal totalAcus,
        @JsonProperty("consumption_by_date")
                @JsonSerialize(contentUsing = PlainDecimal.class)
                @Schema(required = true)
                SortedMap<String, BigDecimal> consumptionByDate,
        @JsonProperty("consumption_by_org_id")
                @JsonSerialize(contentUsing = PlainDecimal.class)
                @Schema(required = true)
                SortedMap<String, BigDecimal> consumptionByOrgId) {

    static UserConsumption of(Consumption consumption) {
        return new UserConsumption(
                consumption.total(), consumption.byDate(), consumption.byOrganization());
    }
}
