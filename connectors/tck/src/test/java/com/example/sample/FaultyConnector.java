package com.example.sample;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The honest connector with one fault; each override is one.
class FaultyConnector implements Connector {

    private final Connector honest;

    FaultyConnector(Connector honest) {
        this.honest = honest;
    }

    @Override
    public ConnectorDescriptor descriptor() {
        return honest.descriptor();
    }

    @Override
    public CheckResult check(Settings settings) {
        return honest.check(settings);
    }

    @Override
    public void read(Settings settings, ReadRequest request, Sink sink) {
        honest.read(settings, request, changing(sink, this::changed));
    }

    Batch changed(Batch batch) {
        return batch;
    }

    static Sink changing(Sink sink, UnaryOperator<Batch> change) {
        return handing(sink, batch -> sink.accept(change.apply(batch)));
    }

    static Sink handing(Sink sink, Consumer<Batch> accept) {
        return new Sink() {
            @Override
            public void accept(Batch batch) {
                accept.accept(batch);
            }

            @Override
            public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
                return sink.stale(cut, start, end);
            }

            @Override
            public void progress(long done, long expected) {
                sink.progress(done, expected);
            }
        };
    }
}
