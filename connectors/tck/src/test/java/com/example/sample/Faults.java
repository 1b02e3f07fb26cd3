package com.example.sample;

import static com.example.sample.FaultyConnector.changing;
import static com.example.sample.FaultyConnector.handing;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Exchanges;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.connector.spi.UsageFact;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;

/// What goes wrong in connectors in real life.
final class Faults {

    private Faults() {}

    static Connector makesKeysOfPlaces(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                var place = new int[1];
                honest.read(
                        settings,
                        request,
                        changing(sink, batch -> rekeyed(batch, _ -> "place-" + place[0]++)));
            }
        };
    }

    static Connector coversWhatItCouldNotRead(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                try {
                    honest.read(settings, request, sink);
                } catch (ConnectorException failure) {
                    var all =
                            new Coverage(
                                    "usage",
                                    request.now().minus(Duration.ofDays(40)),
                                    request.now(),
                                    Map.of());
                    sink.accept(Batch.ofFacts(List.of(), List.of(all)));
                    throw failure;
                }
            }
        };
    }

    static Connector countsTwiceAfterARetry(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                try {
                    honest.read(settings, request, sink);
                } catch (ConnectorException failure) {
                    honest.read(
                            settings,
                            request,
                            changing(sink, batch -> uncovered(rekeyed(batch, key -> "2-" + key))));
                }
            }
        };
    }

    static Connector swallowsInterruption(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                try {
                    honest.read(settings, request, sink);
                } catch (CancellationException _) {
                    Thread.interrupted();
                }
            }
        };
    }

    static Connector tellsTheKeyInAFailure(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                try {
                    honest.read(settings, request, sink);
                } catch (ConnectorException failure) {
                    throw new ConnectorException(
                            failure.kind(), failure.getMessage() + " with " + settings.values());
                }
            }
        };
    }

    static Connector logsTheKey(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                System.getLogger("com.example.sample")
                        .log(System.Logger.Level.DEBUG, "reading with {0}", settings.values());
                honest.read(settings, request, sink);
            }
        };
    }

    static Connector remembersInAField(Connector honest) {
        return new FaultyConnector(honest) {
            private volatile boolean wasRead;

            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                if (!wasRead) {
                    honest.read(settings, request, sink);
                    wasRead = true;
                }
            }
        };
    }

    static Connector dropsWhatItDoesNotUnderstand(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            Batch changed(Batch batch) {
                return batch.withRejects(List.of());
            }
        };
    }

    static Connector readsNoDayTwice(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                honest.read(
                        settings,
                        request,
                        changing(
                                sink,
                                batch ->
                                        batch.checkpoint()
                                                .map(_ -> batch.withCheckpoint(today(request)))
                                                .orElse(batch)));
            }
        };
    }

    static Connector believesACheckpointFromTheFuture(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                boolean done =
                        request.checkpoint()
                                .filter(checkpoint -> checkpoint.value().startsWith("2999-"))
                                .isPresent();
                if (!done) {
                    honest.read(settings, request, sink);
                }
            }
        };
    }

    static Connector failsAtAStrangeCheckpoint(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                request.checkpoint().map(Checkpoint::value).ifPresent(LocalDate::parse);
                honest.read(settings, request, sink);
            }
        };
    }

    static Connector goesOnWhenTheSinkThrows(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                honest.read(
                        settings,
                        request,
                        handing(
                                sink,
                                batch -> {
                                    try {
                                        sink.accept(batch);
                                    } catch (RuntimeException _) {
                                        // as if nothing had happened
                                    }
                                }));
            }
        };
    }

    static Connector gathersEverythingFirst(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                var batches = new ArrayList<Batch>();
                honest.read(settings, request, handing(sink, batches::add));
                batches.forEach(sink::accept);
            }
        };
    }

    static Connector takesTheMachinesZone(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            Batch changed(Batch batch) {
                return batch.withFacts(
                        batch.facts().stream().map(Faults::inTheMachinesZone).toList(),
                        batch.coverage());
            }
        };
    }

    static Connector ignoresTheWindow(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                var unbounded =
                        new ReadRequest(
                                request.now(),
                                request.checkpoint(),
                                request.known(),
                                Optional.empty(),
                                request.exchanges());
                honest.read(settings, unbounded, sink);
            }
        };
    }

    static Connector neverCompletes(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            Batch changed(Batch batch) {
                return batch.withCompleted(List.of());
            }
        };
    }

    static Connector handsOverWhatItDoesNotDeclare(Connector honest) {
        return declaring(honest, Set.of(Capability.BACKFILL, Capability.RETRACTION));
    }

    static Connector declaresWhatItDoesNotHandOver(Connector honest) {
        var more = EnumSet.copyOf(honest.descriptor().capabilities());
        more.add(Capability.ACTIVITIES);
        return declaring(honest, more);
    }

    static Connector retractsNothing(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            Batch changed(Batch batch) {
                return uncovered(batch);
            }
        };
    }

    static Connector asksDuringAReplay(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public void read(Settings settings, ReadRequest request, Sink sink) {
                honest.read(settings, request.withExchanges(Exchanges.UNKEPT), sink);
            }
        };
    }

    static Connector findsEverySettingRight(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public CheckResult check(Settings settings) {
                return new CheckResult.Ok();
            }
        };
    }

    static Connector showsItsKey(Connector honest) {
        return new FaultyConnector(honest) {
            @Override
            public ConnectorDescriptor descriptor() {
                var plain = Setting.required("api-key", Setting.Type.TEXT, "The key.");
                return new ConnectorDescriptor(
                                "sample",
                                "Sample",
                                List.of(SampleSettings.BASE_URL, plain),
                                honest.descriptor().cuts(),
                                SampleConnector.DAY_ZONE,
                                SampleConnector.SETTLES_AFTER)
                        .withCapabilities(honest.descriptor().capabilities());
            }
        };
    }

    private static Connector declaring(Connector honest, Set<Capability> capabilities) {
        return new FaultyConnector(honest) {
            @Override
            public ConnectorDescriptor descriptor() {
                return honest.descriptor().withCapabilities(capabilities);
            }
        };
    }

    private static Batch rekeyed(Batch batch, UnaryOperator<String> key) {
        return batch.withFacts(
                batch.facts().stream()
                        .map(fact ->
                                fact.cut().equals("usage")
                                        ? new UsageFact(
                                                fact.cut(),
                                                key.apply(fact.key()),
                                                fact.start(),
                                                fact.end(),
                                                fact.dimensions(),
                                                fact.quantity())
                                        : fact)
                        .toList(),
                batch.coverage());
    }

    private static Batch uncovered(Batch batch) {
        return batch.withFacts(batch.facts(), List.of());
    }

    private static UsageFact inTheMachinesZone(UsageFact fact) {
        var noon = fact.start().plus(Duration.ofHours(12));
        var day = LocalDate.ofInstant(noon, ZoneId.systemDefault());
        var start = day.atStartOfDay(SampleConnector.DAY_ZONE);
        return new UsageFact(
                fact.cut(),
                fact.key(),
                start.toInstant(),
                start.plusDays(1).toInstant(),
                fact.dimensions(),
                fact.quantity());
    }

    private static Checkpoint today(ReadRequest request) {
        return new Checkpoint(
                LocalDate.ofInstant(request.now(), SampleConnector.DAY_ZONE).toString());
    }
}
