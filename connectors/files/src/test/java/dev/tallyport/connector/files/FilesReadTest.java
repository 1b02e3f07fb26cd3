package dev.tallyport.connector.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Checkpoint;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.UsageFact;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of files whatever their rows mean.
final class FilesReadTest {

    private static final String HEADER = "day,meter,quantity,user";

    @TempDir private Path folder;
    private Inbox inbox;
    private ToyLedger ledger;

    @BeforeEach
    void open() {
        inbox = new Inbox(new CsvConnector(), folder);
        ledger = inbox.ledger();
    }

    @Test
    void allFilesOfAFolderAreReadCompressedOrNot() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        inbox.put("B.CSV.GZ", Inbox.compressed(HEADER, "2026-03-02,acus,2,u1"));
        inbox.put("readme.txt", "day,meter,quantity", "2026-03-01,acus,99");
        inbox.put(".c.csv", "day,meter,quantity", "2026-03-01,acus,99");

        inbox.read();

        assertThat(acus()).isEqualByComparingTo("3");
    }

    @Test
    void aSingleFileMayHaveAnyName() {
        inbox.put("export.txt", HEADER, "2026-03-01,acus,1,u1");

        inbox.readFile("export.txt");

        assertThat(acus()).isEqualByComparingTo("1");
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        inbox.put("hidden", HEADER, "2026-03-01,acus,1,u1");
        Files.createSymbolicLink(inbox.path("a.csv"), inbox.path("hidden"));

        inbox.read();

        assertThat(acus()).isEqualByComparingTo("1");
    }

    @Test
    void whatIsNoFileIsToldAndNotRead() throws IOException {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        Files.createDirectory(inbox.path("parts.csv"));

        inbox.read();

        assertThat(ledger.notes())
                .extracting("message")
                .containsExactly("parts.csv is no file and is not read");
    }

    @Test
    void equalRowsBothCountAndReadingThemAgainChangesNothing() {
        var row = "2026-03-01,acus,1,u1";
        inbox.put("a.csv", HEADER, row, row, row);
        inbox.read();
        ledger.changes();

        inbox.put("a.csv", HEADER, row, row, row);
        inbox.read();

        assertThat(acus()).isEqualByComparingTo("3");
        assertThat(ledger.changes()).isZero();
    }

    @Test
    void noFactChangesWhenRowsAndColumnsAndFilesArePutInAnotherOrder() {
        inbox.put(
                "a.csv",
                HEADER,
                "2026-03-01,acus,1,u1",
                "2026-03-01,acus,2,u2",
                "2026-03-02,acus,3,u1",
                "2026-03-01,acus,1,u1");
        inbox.read();
        ledger.changes();

        inbox.put("z.csv", "user;quantity;meter;day;extra", "u1;3;acus;2026-03-02;x");
        inbox.put("a.csv", HEADER, "2026-03-01,acus,2,u2", "", ",,,", "2026-03-01,acus,1.00,u1");
        inbox.put("b.csv", HEADER, "2026-03-01,acus, 1 ,u1");
        inbox.read();

        assertThat(ledger.changes()).isZero();
    }

    @Test
    void aCorrectedAmountIsTheSameFact() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        inbox.read();
        var key = ledger.onlyFact("acus").key();

        inbox.put("a.csv", HEADER, "2026-03-01,acus,5,u1");
        inbox.read();

        assertThat(ledger.onlyFact("acus"))
                .satisfies(fact -> {
                    assertThat(fact.key()).isEqualTo(key);
                    assertThat(fact.quantity()).isEqualByComparingTo("5");
                });
    }

    @Test
    void rowsAndFilesThatVanishAreRetracted() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1", "2025-01-01,acus,2,u1");
        inbox.put("b.csv", HEADER, "2026-03-05,acus,4,u1");
        inbox.put("c.csv", HEADER, "2026-03-06,requests,8,u1");
        inbox.read();

        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        inbox.remove("b.csv");
        inbox.remove("c.csv");
        inbox.read();

        assertThat(acus()).isEqualByComparingTo("1");
        assertThat(ledger.size()).isEqualTo(1);
    }

    @Test
    void anEmptyFolderIsTakenForALostDiskAndRetractsNothing() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        inbox.read();

        inbox.remove("a.csv");
        var failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure).hasMessageContaining("holds no *.csv");
        assertThat(acus()).isEqualByComparingTo("1");
        assertThat(inbox.check()).isInstanceOf(CheckResult.Misconfigured.class);
    }

    @Test
    void aPathThatDoesNotExistIsMisconfigured() {
        var failure = catchThrowableOfType(ConnectorException.class, () -> inbox.readFile("gone"));

        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure).hasMessageContaining("does not exist");
    }

    @Test
    void headersWithoutAnyRowRetractNothing() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        inbox.read();

        inbox.put("a.csv", HEADER);
        inbox.read();

        assertThat(acus()).isEqualByComparingTo("1");
        assertThat(ledger.notes()).extracting("part").containsExactly("files");
    }

    @Test
    void whileOneFileCannotBeReadNothingChanges() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        inbox.put("b.csv.gz", Inbox.compressed(HEADER, "2026-03-02,acus,2,u1"));
        inbox.read();
        ledger.changes();

        inbox.put("a.csv", HEADER, "2026-03-01,acus,8,u1");
        var whole = Inbox.compressed(HEADER, "2026-03-02,acus,16,u1");
        inbox.put("b.csv.gz", Arrays.copyOf(whole, whole.length - 10));
        var failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure).hasMessageContaining("b.csv.gz").hasMessageContaining("ends early");
        assertThat(ledger.changes()).isZero();
    }

    @Test
    void whatIsCalledCompressedAndIsNotCannotBeRead() {
        inbox.put("a.csv.gz", HEADER, "2026-03-01,acus,1,u1");

        assertThat(failure()).hasMessageContaining("no gzip file");
    }

    @Test
    void aLinkToNothingCannotBeRead() throws IOException {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        Files.createSymbolicLink(inbox.path("b.csv"), inbox.path("nothing"));

        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF", "a,b\n", "day,meter\n", "day,meter,quantity,DAY\n"})
    void aFileWithoutItsHeaderIsNotReadAndNamed(String contents) {
        inbox.put("a.csv", contents.getBytes(UTF_8));

        var failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
        assertThat(failure).hasMessageContaining("a.csv");
    }

    @Test
    void aFileInUtf16IsNotReadAndToldSo() {
        inbox.put("a.csv", (HEADER + "\n2026-03-01,acus,1,u1\n").getBytes(UTF_16));

        assertThat(failure()).hasMessageContaining("a header in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"never ends", "\"ends\" early"})
    void brokenQuotesFailTheFileSinceNobodyKnowsWhereRowsEnd(String cell) {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1", "2026-03-01,acus,1," + cell);

        var failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
        assertThat(failure).hasMessageContaining("line 3");
        assertThat(ledger.size()).isZero();
    }

    @Test
    void aHugeLineFailsTheFileInsteadOfTakingAllMemory() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1," + "x".repeat(1 << 21));

        assertThat(failure().kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void fieldsArePartedByWhateverMakesTheHeaderFit(String separator) {
        var text =
                "\uFEFF\"day\",\"meter\",\"quantity\",user\r\n2026-03-01,acus,\" 1.5 \" ,u1\r\n"
                        + "\"2026-03-02\",acus,1.5,\"u,1\"";
        inbox.put("a.csv", text.replace(",", separator).getBytes(UTF_8));

        inbox.read();

        assertThat(acus()).isEqualByComparingTo("3");
        assertThat(ledger.rejects()).isEmpty();
    }

    @Test
    void aRowWithTooFewOrTooManyFieldsIsAReject() {
        inbox.put(
                "a.csv",
                HEADER,
                "2026-03-01,acus,1",
                "2026-03-01,acus,1,234,u1",
                "2026-03-02,acus,1,u1");

        inbox.read();

        assertThat(ledger.rejects())
                .extracting(reject -> reject.path() + ": " + reject.reason())
                .containsExactly(
                        "line 2: expected 4 fields as in the header, found 3",
                        "line 3: expected 4 fields as in the header, found 5");
        assertThat(acus()).isEqualByComparingTo("1");
    }

    @Test
    void bytesThatAreNoUtf8AreARejectWhereTheyMatter() {
        inbox.put(
                "a.csv",
                (HEADER + ",note\n2026-03-01,acus,1,J\u00fcrgen,\n2026-03-01,acus,2,u2,\u00fc\n")
                        .getBytes(ISO_8859_1));

        inbox.read();

        assertThat(acus()).isEqualByComparingTo("2");
        assertThat(ledger.rejects())
                .extracting("reason")
                .containsExactly("user: expected text in UTF-8, found other bytes");
    }

    @Test
    void aRejectQuotesTheStartOfOneCellAndNoRow() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,secret" + "x".repeat(500) + ",private");

        inbox.read();

        assertThat(ledger.rejects())
                .singleElement()
                .satisfies(reject ->
                        assertThat(reject.reason()).hasSizeLessThan(120).doesNotContain("private"));
    }

    @Test
    void rejectsBeyondTwoHundredOfAFileAreCounted() {
        var rows = IntStream.range(0, 300).mapToObj(i -> "2026-03-01,acus,x" + i + ",u1").toList();
        inbox.put("a.csv", with(HEADER, rows));

        inbox.read();

        assertThat(ledger.rejects()).hasSize(201);
        assertThat(ledger.rejects().getLast().reason()).startsWith("100 more");
    }

    @Test
    void aDayWithAFigureThatCannotBeReadKeepsWhatWasKnownOfIt() {
        inbox.put(
                "a.csv",
                HEADER,
                "2026-03-01,acus,1,u1",
                "2026-03-01,acus,2,u2",
                "2026-03-02,acus,4,u1");
        inbox.read();

        inbox.put("a.csv", HEADER, "2026-03-01,acus,one,u1", "2026-03-03,acus,8,u1");
        inbox.read();

        assertThat(acus()).isEqualByComparingTo("11");
        assertThat(ledger.completed())
                .extracting(done -> done.start() + " " + done.end())
                .containsExactly("2026-03-02T00:00:00Z 2026-03-04T00:00:00Z");
    }

    @Test
    void aRowOfNobodyKnowsWhichDayKeepsEveryDay() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1", "2026-03-02,acus,2,u1");
        inbox.read();

        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1", "Total,acus,3,");
        inbox.read();

        assertThat(acus()).isEqualByComparingTo("3");
        assertThat(ledger.completed()).isEmpty();
        assertThat(ledger.notes())
                .extracting("message")
                .singleElement()
                .asString()
                .contains("1 row, first in a.csv line 3");
    }

    @Test
    void filesThatDidNotChangeAreNotOpened() throws IOException {
        inbox.put("a.csv", HEADER + ",team", "2026-03-01,acus,1,u1,t");
        inbox.read();
        var batches = ledger.batches();
        var told = ledger.notes();
        var modified = Files.getLastModifiedTime(inbox.path("a.csv"));

        // As long as before, so that only opening the file would tell.
        inbox.put("a.csv", HEADER + ",team", "2026-03-01,acus,7,u1,t");
        Files.setLastModifiedTime(inbox.path("a.csv"), modified);
        inbox.read();

        assertThat(acus()).isEqualByComparingTo("1");
        assertThat(ledger.batches()).isEqualTo(batches + 1);
        assertThat(ledger.notes()).isEqualTo(told).isNotEmpty();
        assertThat(ledger.completed()).isEmpty();
    }

    @Test
    void daysThatBecameStaleAreCompletedAgainWithoutReading() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        inbox.read();
        var completed = ledger.completed();
        ledger.changes();

        ledger.stale(LocalDate.parse("2026-03-01"));
        inbox.read();

        assertThat(ledger.completed()).isEqualTo(completed).hasSize(1);
        assertThat(ledger.changes()).isZero();
    }

    @Test
    void daysToComeAreNotComplete() {
        inbox.put("a.csv", HEADER, "2026-03-09,acus,1,u1", "2026-05-01,acus,1,u1");

        inbox.read();

        assertThat(ledger.completed())
                .extracting(done -> done.start() + " " + done.end())
                .containsExactly("2026-03-09T00:00:00Z 2026-03-11T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "files-1", "files-1\tx\ndone\tacus\t2999-01-01\tz", "{}", "\n\n\t"})
    void anyCheckpointIsSurvived(String foreign) {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        var request = new ReadRequest(Inbox.NOW, Optional.of(new Checkpoint(foreign)), List.of());

        new FilesRead(folder.toString(), new CsvLayout(), request, ledger).read();

        assertThat(acus()).isEqualByComparingTo("1");
    }

    @Test
    void aWindowIsReadAloneAndWhole() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1", "2026-03-02,acus,2,u1");
        inbox.read();
        var checkpoint = ledger.checkpoint();

        inbox.put("a.csv", HEADER, "2026-03-01,acus,10,u1", "2026-03-03,acus,40,u1");
        inbox.readWindow("2026-03-02T00:00:00Z", "2026-03-03T12:00:00Z");

        assertThat(ledger.sums("acus")).isEqualTo(Map.of("", new BigDecimal("41")));
        assertThat(ledger.checkpoint()).isEqualTo(checkpoint);
        assertThat(ledger.completed())
                .extracting(done -> done.start() + " " + done.end())
                .containsExactly("2026-03-02T00:00:00Z 2026-03-03T00:00:00Z");
    }

    @Test
    void aFileThatChangesWhileItIsReadRetractsNothing() {
        inbox.put("a.csv", with(HEADER, rows(6_000)));
        ledger.beforeAccept(() -> inbox.put("a.csv", with(HEADER, rows(5_999))));

        var failure = failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure).hasMessageContaining("changed while it was read");
        assertThat(ledger.checkpoint()).isEmpty();
        assertThat(ledger.completed()).isEmpty();
    }

    @Test
    void aCopyOfAFileIsCountedOnceAndTold() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");
        inbox.put("a.csv.gz", Inbox.compressed(HEADER, "2026-03-01,acus,1,u1"));

        inbox.read();

        assertThat(acus()).isEqualByComparingTo("1");
        assertThat(ledger.notes()).extracting("part").containsExactly("copies");
    }

    @Test
    void aRowThatOccursInTwoFilesCountsTwiceAndIsTold() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1", "2026-03-01,acus,2,u2");
        inbox.put("b.csv", HEADER, "2026-03-01,acus,1,u1");

        inbox.read();

        assertThat(acus()).isEqualByComparingTo("4");
        assertThat(ledger.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.message()).contains("usage of their own: 1;"));
    }

    @Test
    void manyRowsComeInBatchesOfBoundedSizeThatTheLastOneCovers() {
        inbox.put("a.csv", with(HEADER, rows(20_000)));
        inbox.read();

        inbox.put("a.csv", with(HEADER, rows(19_000)));
        inbox.read();

        assertThat(ledger.size()).isEqualTo(19_000);
        assertThat(ledger.largestBatch()).isLessThanOrEqualTo(5_100);
    }

    @Test
    void readingInSeveralPassesComesToTheSameFacts() {
        var repeated = Stream.concat(rows(3_000).stream(), rows(1_500).stream()).toList();
        inbox.put("a.csv", with(HEADER, repeated));
        inbox.read();
        ledger.changes();

        new FilesRead(
                        folder.toString(),
                        new CsvLayout(),
                        500,
                        new ReadRequest(Inbox.NOW, Optional.empty(), List.of()),
                        ledger)
                .read();

        assertThat(ledger.changes()).isZero();
        assertThat(ledger.facts("acus"))
                .extracting(UsageFact::key)
                .hasSize(4_500)
                .doesNotHaveDuplicates();
    }

    @Test
    void anInterruptedReadStops() {
        inbox.put("a.csv", HEADER, "2026-03-01,acus,1,u1");

        Thread.currentThread().interrupt();
        var stopped = catchThrowableOfType(CancellationException.class, inbox::read);

        assertThat(stopped).isNotNull();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ledger.size()).isZero();
    }

    private BigDecimal acus() {
        return ledger.sums("acus").getOrDefault("", BigDecimal.ZERO);
    }

    private ConnectorException failure() {
        return catchThrowableOfType(ConnectorException.class, inbox::read);
    }

    private static List<String> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> "2026-03-01,acus,1,u" + i).toList();
    }

    private static String[] with(String header, List<String> rows) {
        return Stream.concat(Stream.of(header), rows.stream()).toArray(String[]::new);
    }
}
