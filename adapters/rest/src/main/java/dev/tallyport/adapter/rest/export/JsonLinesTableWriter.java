package dev.tallyport.adapter.rest.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// One JSON object on a line of its own for each row. The summary is the only object that has
/// nothing but a member `summary`, and the last.
final class JsonLinesTableWriter<R> implements TableWriter<R> {

    private static final JsonFactory JSON =
            new JsonFactoryBuilder()
                    .rootValueSeparator("")
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private final Table<R> table;
    private final JsonGenerator json;

    JsonLinesTableWriter(Table<R> table, OutputStream to) throws IOException {
        this.table = table;
        this.json = JSON.createGenerator(to);
    }

    @Override
    public void write(R row) throws IOException {
        write(table.columns(), row);
        json.writeRaw('\n');
    }

    @Override
    public void finish(Summary summary) throws IOException {
        if (!summary.parts().isEmpty()) {
            json.writeStartObject();
            json.writeObjectFieldStart("summary");
            for (var part : summary.parts()) {
                write(part);
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
        json.flush();
    }

    private <P> void write(Summary.Part<P> part) throws IOException {
        json.writeArrayFieldStart(part.table().name());
        for (var row : part.rows()) {
            write(part.table().columns(), row);
        }
        json.writeEndArray();
    }

    private <T> void write(List<Column<T>> columns, T row) throws IOException {
        json.writeStartObject();
        for (var column : columns) {
            json.writeFieldName(column.name());
            write(column.cell().apply(row));
        }
        json.writeEndObject();
    }

    private void write(Optional<Value> cell) throws IOException {
        if (cell.isPresent()) {
            write(cell.get());
        } else {
            json.writeNull();
        }
    }

    private void write(Value value) throws IOException {
        switch (value) {
            case Value.Text(var text) -> json.writeString(text);
            case Value.Day(var day) -> json.writeString(day.toString());
            case Value.Moment(var instant) -> json.writeString(instant.toString());
            case Value.Decimal(var number) -> json.writeNumber(number);
            case Value.Whole(var number) -> json.writeNumber(number);
            case Value.Truth(var holds) -> json.writeBoolean(holds);
            case Value.Several(var values) -> {
                json.writeStartArray();
                for (var one : values) {
                    write(one);
                }
                json.writeEndArray();
            }
            case Value.Members(var members) -> {
                json.writeStartObject();
                for (var member : members.entrySet()) {
                    json.writeFieldName(member.getKey());
                    write(member.getValue());
                }
                json.writeEndObject();
            }
        }
    }
}
