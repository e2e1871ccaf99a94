package org.outloud.community.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.outloud.platform.problem.FieldProblem;
import org.outloud.platform.problem.Invalid;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** Files as people have them. */
class SheetsTest {

    private static final List<String> COLUMNS = List.of("name", "reviewBy", "norms");

    private final Sheets sheets = new Sheets(JsonMapper.shared());

    /** A sheet with its rows read. */
    private record Read(Sheet sheet, List<SheetRow> rows) {}

    @ParameterizedTest
    @CsvSource({"UTF-8, false", "UTF-8, true", "windows-1252, false", "UTF-16LE, true", "UTF-16BE, true"})
    void everyEncodingOfASpreadsheetIsRead(String charset, boolean marked) {
        String text = (marked ? "\uFEFF" : "") + "Name;Review by\r\nKüche;2026-11-02\r\n";

        Read read = read(text.getBytes(Charset.forName(charset)));

        assertThat(read.sheet().charset()).isEqualTo(charset);
        assertThat(read.sheet().separator()).isEqualTo(";");
        assertThat(read.rows())
                .containsExactly(new SheetRow(2, Map.of("name", "Küche", "reviewBy", "2026-11-02"), null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void everySeparatorIsFound(String separator) {
        Read read = read("name" + separator + "norms\n\"a, b; c\"" + separator + "d\n");

        assertThat(read.sheet().separator()).isEqualTo(separator);
        assertThat(read.rows().get(0).cells()).isEqualTo(Map.of("name", "a, b; c", "norms", "d"));
    }

    @Test
    void theHintOfASpreadsheetIsNoRow() {
        Read read = read("sep=;\r\nname;norms\r\nA;\"x, y\"\r\n");

        assertThat(read.rows()).containsExactly(new SheetRow(2, Map.of("name", "A", "norms", "x, y"), null, false));
    }

    @Test
    void rowsAreNumberedAsASpreadsheetShowsThem() {
        Read read = read("name,norms\nA,\"one\r\ntwo\"\n\n,\nB,\"say \"\"hi\"\"\"");

        assertThat(read.rows())
                .containsExactly(
                        new SheetRow(2, Map.of("name", "A", "norms", "one\r\ntwo"), null, false),
                        new SheetRow(5, Map.of("name", "B", "norms", "say \"hi\""), null, false));
    }

    @Test
    void columnsAreKnownHoweverTheyAreWrittenAndOthersNamed() {
        Read read = read("REVIEW_BY,Remarks,Name\n2026-01-01,x,A\n");

        assertThat(read.sheet().ignored()).containsExactly("Remarks");
        assertThat(read.rows().get(0).cells()).isEqualTo(Map.of("reviewBy", "2026-01-01", "name", "A"));
    }

    @Test
    void cellsBeyondTheLastColumnAreNoticed() {
        Read read = read("name,norms\nA,b,,\nA,b,c\n");

        assertThat(read.rows()).extracting(SheetRow::tooLong).containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+49 30", "-5", "@home", "\tx", "\rx", "\nx", "'=x", "''@x", "'x", "＝1", "x=1", "'"})
    void noCellIsAFormulaAndEachIsReadAsItWas(String text) {
        String csv = CsvText.row(',', Arrays.asList("name", "norms")) + CsvText.row(',', Arrays.asList("A", text));

        assertThat(Cells.harmless(text)).doesNotMatch("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");
        assertThat(read(csv).rows().get(0).cells().get("norms")).isEqualTo(text);
    }

    @Test
    void aListOfObjectsIsRead() {
        Read read = open("[{\"name\":\"A\"},\n 5]".getBytes(StandardCharsets.UTF_8), true);

        assertThat(read.sheet().separator()).isNull();
        assertThat(read.rows())
                .containsExactly(
                        new SheetRow(1, Map.of(), "{\"name\":\"A\"}", false), new SheetRow(2, Map.of(), "5", false));
    }

    @Test
    void whatIsNoTableIsRefusedWithItsReason() {
        assertRefused(new byte[0], "empty");
        assertRefused(bytes("\n\n"), "empty");
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, "spreadsheet");
        assertRefused(new byte[] {'n', 'a', 'm', 'e', 0}, "not-text");
        assertRefused(new byte[] {'n', (byte) 0x81, '\n'}, "unknown-charset");
        assertRefused(bytes("what,ever\n1,2\n"), "no-columns");
        assertRefused(bytes("name,Name\n1,2\n"), "duplicate-column");
        assertRefused(bytes("name,norms\nA,\"x\nB,y\nC,z\n"), "unclosed-quote");
        assertRefused(bytes("name,norms\nA,\"x\" y\n"), "unreadable-row");
    }

    @Test
    void hostileTablesAreRefusedWithoutBeingHeldInMemory() {
        assertRefused(bytes("c,".repeat(1_000_000)), "unreadable-row");
        assertRefused(bytes("name\n" + ",".repeat(1_000_000)), "unreadable-row");
        assertRefused(bytes("name,norms\nA," + "x".repeat(3_000_000)), "unreadable-row");
        assertRefused(bytes("name\n" + "A\n".repeat(100_001)), "too-many-rows");
        Flux<DataBuffer> endless =
                Flux.generate(sink -> sink.next(DefaultDataBufferFactory.sharedInstance.wrap(new byte[1024 * 1024])));
        assertThatThrownBy(() -> rows(endless, false)).isInstanceOf(DataBufferLimitException.class);
    }

    @Test
    void whatIsNoJsonIsRefusedWhereItEnds() {
        assertJsonRefused("{\"name\":\"A\"}", "no-list");
        assertJsonRefused("name,norms", "malformed-json");
        assertJsonRefused("[{\"name\":\"A\"}, {\"name\"", "malformed-json");
        assertJsonRefused("[".repeat(10_000), "malformed-json");
    }

    private void assertJsonRefused(String text, String code) {
        assertRefusal(code, () -> open(bytes(text), true));
    }

    private void assertRefused(byte[] file, String code) {
        assertRefusal(code, () -> open(file, false));
    }

    private static void assertRefusal(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .as(code)
                .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
                .extracting(Invalid::errors, InstanceOfAssertFactories.list(FieldProblem.class))
                .extracting(FieldProblem::code)
                .containsExactly(code);
    }

    private Read read(String text) {
        return read(bytes(text));
    }

    private Read read(byte[] file) {
        return open(file, false);
    }

    private Read open(byte[] file, boolean json) {
        return rows(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(file)), json);
    }

    private Read rows(Flux<DataBuffer> sent, boolean json) {
        return Objects.requireNonNull(sheets.reading(
                        sent, json, COLUMNS, sheet -> sheet.rows().collectList().map(rows -> new Read(sheet, rows)))
                .block(Duration.ofSeconds(60)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
