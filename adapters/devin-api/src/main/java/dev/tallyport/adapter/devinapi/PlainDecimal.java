package dev.tallyport.adapter.devinapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.math.BigDecimal;

/// Writes every digit of a number, whatever the application's settings for numbers are.
@RegisterForReflection
final class PlainDecimal extends JsonSerializer<BigDecimal> {

    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializerProvider serializers)
            throws IOException {
        json.writeNumber(value.toPlainString());
    }
}
