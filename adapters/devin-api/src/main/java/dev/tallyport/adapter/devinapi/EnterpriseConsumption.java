package dev.tallyport.adapter.devinapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the enterprise used.
@Schema(name = "EnterpriseConsumptionResponse")
record EnterpriseConsumption(
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
                SortedMap<String, BigDecimal> consumptionByOrgId,
        @JsonProperty("consumption_by_user")
                @JsonSerialize(contentUsing = PlainDecimal.class)
                @Schema(required = true)
                SortedMap<String, BigDecimal> consumptionByUser) {

    static EnterpriseConsumption of(Consumption consumption) {
        return new EnterpriseConsumption(
                consumption.total(),
                consumption.byDate(),
                consumption.byOrganization(),
                consumption.byUser());
    }
}
