package com.example.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.tck.AnswerContract;
import dev.tallyport.connector.tck.CancellationContract;
import dev.tallyport.connector.tck.CheckContract;
import dev.tallyport.connector.tck.CheckpointContract;
import dev.tallyport.connector.tck.CircumstanceContract;
import dev.tallyport.connector.tck.FaultContract;
import dev.tallyport.connector.tck.HttpFixture;
import dev.tallyport.connector.tck.QuotationContract;
import dev.tallyport.connector.tck.ReadContract;
import dev.tallyport.connector.tck.RefusalContract;
import dev.tallyport.connector.tck.RepetitionContract;
import dev.tallyport.connector.tck.ReplayContract;
import dev.tallyport.connector.tck.RestatementContract;
import dev.tallyport.connector.tck.ResumeContract;
import dev.tallyport.connector.tck.ScaleContract;
import dev.tallyport.connector.tck.SecretContract;
import dev.tallyport.connector.tck.SettingsContract;
import dev.tallyport.connector.tck.TotalsContract;
import dev.tallyport.connector.tck.WaitingContract;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/// A contract is worth what it finds: each fault is found by what should find it, and by nothing
/// else of that contract.
final class FaultyConnectorTest {

    private static final Pattern METHOD = Pattern.compile("(?:method|template):(\\w+)\\(");

    private static UnaryOperator<Connector> fault = UnaryOperator.identity();

    /// A fault, the contract that it is held to, and the tests of it that fail.
    record Proof(
            String name, UnaryOperator<Connector> fault, Class<?> contract, Set<String> failing) {

        static Proof of(
                String name, UnaryOperator<Connector> fault, Class<?> contract, String... failing) {
            return new Proof(name, fault, contract, Set.of(failing));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Proof> proofs() {
        return Stream.of(
                Proof.of(
                        "keys of places",
                        Faults::makesKeysOfPlaces,
                        OfRepetition.class,
                        "aPageThatIsAnsweredTwiceCountsOnce",
                        "recordsInAnotherOrderChangeNothing",
                        "recordsThatComeTwiceInOnePageCountOnce",
                        "recordsThatMoveFromPageToPageCountOnce"),
                Proof.of(
                        "covers the unread",
                        Faults::coversWhatItCouldNotRead,
                        OfFaults.class,
                        "aFaultOnTheWayLosesNothingAndCountsNothingTwice",
                        "aFaultOnTheWayTakesBackNothingThatIsHeld"),
                Proof.of(
                        "counts retries twice",
                        Faults::countsTwiceAfterARetry,
                        OfFaults.class,
                        "aFaultOnTheWayLosesNothingAndCountsNothingTwice",
                        "aFaultOnTheWayTakesBackNothingThatIsHeld"),
                Proof.of(
                        "swallows interruption",
                        Faults::swallowsInterruption,
                        OfCancellation.class,
                        "aReadThatIsInterruptedBetweenBatchesHandsOverNoMore"),
                Proof.of(
                        "swallows interruption while it waits",
                        Faults::swallowsInterruption,
                        OfWaiting.class,
                        "aReadThatWaitsForTheVendorEndsWhenInterrupted",
                        "aReadThatWaitsToTryAgainEndsWhenInterrupted"),
                Proof.of(
                        "tells the key",
                        Faults::tellsTheKeyInAFailure,
                        OfSecrets.class,
                        "noSecretIsReturnedHandedOverThrownOrLogged"),
                Proof.of(
                        "tells the key that is quoted",
                        Faults::tellsTheKeyInAFailure,
                        OfQuotation.class,
                        "noSecretThatTheVendorQuotesIsRepeated"),
                Proof.of(
                        "logs the key",
                        Faults::logsTheKey,
                        OfSecrets.class,
                        "noSecretIsReturnedHandedOverThrownOrLogged"),
                Proof.of(
                        "remembers in a field",
                        Faults::remembersInAField,
                        OfResumption.class,
                        "everyReadStartsFromItsRequestAlone"),
                Proof.of(
                        "drops records",
                        Faults::dropsWhatItDoesNotUnderstand,
                        OfAnswers.class,
                        "aRecordThatCannotBeUnderstoodIsRejectedAndLeavesWhatIsHeld",
                        "recordsWithoutAnIdAreCountedOrRejected"),
                Proof.of(
                        "reads no day twice",
                        Faults::readsNoDayTwice,
                        OfRestatement.class,
                        "aDayThatBecomesEmptyIsRetracted",
                        "aFigureThatGrowsIsFollowed",
                        "aFigureThatIsTakenBackIsRetracted",
                        "aFigureThatShrinksIsFollowed"),
                Proof.of(
                        "reads no day once it settled",
                        Faults::readsNoDayTwice,
                        OfTotals.class,
                        "daysAreCompletedAgainOnceTheySettled"),
                Proof.of(
                        "believes the future",
                        Faults::believesACheckpointFromTheFuture,
                        OfCheckpoints.class,
                        "aCheckpointOfAnybodyElseIsSurvived",
                        "itsOwnCheckpointFromTheFutureOrDamagedIsSurvived"),
                Proof.of(
                        "fails at checkpoints",
                        Faults::failsAtAStrangeCheckpoint,
                        OfCheckpoints.class,
                        "aCheckpointAsLongAsTheyComeIsSurvived",
                        "aCheckpointOfAnybodyElseIsSurvived",
                        "itsOwnCheckpointFromTheFutureOrDamagedIsSurvived"),
                Proof.of(
                        "goes on",
                        Faults::goesOnWhenTheSinkThrows,
                        OfResumption.class,
                        "aReadThatIsKilledBetweenBatchesLosesNothing"),
                Proof.of(
                        "gathers everything",
                        Faults::gathersEverythingFirst,
                        OfScale.class,
                        "aGreatDealOfUsageTakesNoMoreMemory"),
                Proof.of(
                        "the machine's zone",
                        Faults::takesTheMachinesZone,
                        OfCircumstances.class,
                        "theMachinesZoneAndLanguageChangeNothing"),
                Proof.of(
                        "ignores the window",
                        Faults::ignoresTheWindow,
                        OfCircumstances.class,
                        "aWindowOfThePastIsReadWholeAndNothingBesides"),
                Proof.of(
                        "undeclared directory",
                        Faults::handsOverWhatItDoesNotDeclare,
                        OfReading.class,
                        "aReadHoldsWhatTheVendorSaysAndNothingElse",
                        "readingAgainChangesNothing",
                        "whatIsDeclaredIsHandedOver"),
                Proof.of(
                        "declared activities",
                        Faults::declaresWhatItDoesNotHandOver,
                        OfReading.class,
                        "whatIsDeclaredIsHandedOver"),
                Proof.of(
                        "retracts nothing",
                        Faults::retractsNothing,
                        OfRestatement.class,
                        "aDayThatBecomesEmptyIsRetracted",
                        "aFigureThatIsTakenBackIsRetracted"),
                Proof.of(
                        "never completes",
                        Faults::neverCompletes,
                        OfTotals.class,
                        "aDayIsCompletedAgainAfterItWasRestated",
                        "daysAreCompletedAgainOnceTheySettled",
                        "everyDayThatHasEndedIsCompletedByAWholeRead"),
                Proof.of(
                        "asks during a replay",
                        Faults::asksDuringAReplay,
                        OfReplay.class,
                        "aReplayAsksNothingAndComesToTheSame"),
                Proof.of(
                        "finds all right",
                        Faults::findsEverySettingRight,
                        OfChecks.class,
                        "aSettingThatIsWrongIsNamed"),
                Proof.of(
                        "finds all right that refuses",
                        Faults::findsEverySettingRight,
                        OfRefusals.class,
                        "anExpiredKeyIsNamed",
                        "aVendorThatIsNotThereIsUnavailable"),
                Proof.of(
                        "shows its key",
                        Faults::showsItsKey,
                        OfSettings.class,
                        "everySettingTellsTheOperatorWhatToFillIn"));
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void theContractFindsTheFaultAndNothingElse(Proof proof) {
        fault = proof.fault();

        var results =
                EngineTestKit.engine("junit-jupiter")
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                        .selectors(selectClass(proof.contract()))
                        .execute();

        var failed = new TreeSet<String>();
        results.testEvents().failed().map(FaultyConnectorTest::methodOf).forEach(failed::add);
        assertThat(failed).isEqualTo(new TreeSet<>(proof.failing()));
    }

    private static String methodOf(Event event) {
        var id = event.getTestDescriptor().getUniqueId().toString();
        return METHOD.matcher(id).results().findFirst().orElseThrow().group(1);
    }

    private static HttpFixture faulty() {
        var chosen = fault;
        return new SampleFixture() {
            @Override
            public Connector connector() {
                return chosen.apply(super.connector());
            }

            @Override
            public long many() {
                return 300_000;
            }
        };
    }

    static final class OfSettings implements SettingsContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfChecks implements CheckContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    /// Side by side, since most of it is waiting.
    @Execution(ExecutionMode.CONCURRENT)
    static final class OfRefusals implements RefusalContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfReading implements ReadContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfCircumstances implements CircumstanceContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfResumption implements ResumeContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfCheckpoints implements CheckpointContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfRestatement implements RestatementContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfTotals implements TotalsContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    /// Side by side, since most of it is waiting.
    @Execution(ExecutionMode.CONCURRENT)
    static final class OfFaults implements FaultContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfAnswers implements AnswerContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfRepetition implements RepetitionContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfSecrets implements SecretContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfQuotation implements QuotationContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfCancellation implements CancellationContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfWaiting implements WaitingContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfReplay implements ReplayContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }

    static final class OfScale implements ScaleContract {
        @Override
        public HttpFixture fixture() {
            return faulty();
        }
    }
}
