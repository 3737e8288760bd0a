package jindu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.core.CreditCode;
import jindu.core.Place;
import jindu.core.Quarter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SampleTest {

  private static final String CODE = "统一社会信用代码";
  private static final Recount RECOUNT = new Recount(WrittenSample.INBOX);
  private static final SampleOptions SMALL =
      new SampleOptions(150, 7, new Quarter(2019, 1), new Quarter(2020, 1));

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
    SampleOptions other = new SampleOptions(150, 8, SMALL.from(), SMALL.to());
    Map<String, String> first = hashes(WrittenSample.write(SMALL));
    assertThat(hashes(WrittenSample.write(SMALL))).isEqualTo(first);
    assertThat(hashes(WrittenSample.write(other))).isNotEqualTo(first);
  }

  @Test
  void everyFormComesInItsFolder() {
    assertThat(WrittenSample.INBOX.toFile().list())
        .containsExactlyInAnyOrder(
            "MLK", "B204-1", "E204-1", "S204-1", "XE-1", "F203", "206-1", "ZD-1", "CZ-1", "JM-1",
            "HS-1", "GZ-1", "JD-1");
  }

  @Test
  void everyEncodingOccurs() {
    Set<String> encodings =
        hashes(WrittenSample.INBOX).keySet().stream()
            .map(file -> DeliveredTable.encoding(WrittenSample.INBOX.resolve(file)))
            .collect(Collectors.toSet());
    assertThat(encodings).containsExactlyInAnyOrder("UTF-8", "UTF-8 with mark", "GB18030", "XLSX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"B204-1", "E204-1", "S204-1", "F203"})
  void everyTownshipHasUnitsOfEachEnterpriseForm(String form) {
    Set<String> townships =
        RECOUNT.registered(form, "2020-12", CODE).stream()
            .map(row -> row.get("区划代码").substring(0, 9))
            .collect(Collectors.toSet());
    assertThat(townships)
        .containsExactlyInAnyOrderElementsOf(
            WrittenSample.CATALOG.places().stream()
                .filter(place -> place.kind() == Place.Kind.TOWNSHIP)
                .map(Place::code)
                .toList());
  }

  @Test
  void aTenthOfTheUnitsMakesMoreThanHalfOfTheOutput() {
    List<Long> outputs =
        RECOUNT.registered("B204-1", "2020-12", CODE).stream()
            .map(row -> Recount.value(row, "工业总产值_本年累计", "gross_output_本年累计"))
            .map(text -> Recount.number(text).longValueExact())
            .sorted((a, b) -> Long.compare(b, a))
            .toList();
    long top = outputs.stream().limit(outputs.size() / 10).mapToLong(Long::longValue).sum();
    assertThat(2 * top).isGreaterThan(outputs.stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void nearlyAllCreditCodesAreValidInBothCheckCharacters() {
    List<String> codes =
        RECOUNT.registered("E204-1", "2020-12", CODE).stream().map(row -> row.get(CODE)).toList();
    assertThat(codes).allMatch(CreditCode::isWellFormed);
    assertThat(codes.stream().filter(CreditCode::hasValidCheckCharacter).count())
        .isGreaterThan(codes.size() * 9L / 10);
    assertThat(codes)
        .allMatch(
            code ->
                code.charAt(16) == CreditCode.organisationCheckCharacter(code.substring(8, 16)));
  }

  @Test
  void theLastFilesOf2021AreCorrectionsOfEarlyNovember() {
    String last =
        hashes(WrittenSample.INBOX).keySet().stream()
            .map(file -> Path.of(file).getName(1).toString())
            .max(String::compareTo)
            .orElseThrow();
    assertThat(last).isEqualTo("2021-11-05");
  }

  @Test
  void theNoticeSaysInBothLanguagesWhatIsSynthetic(@TempDir Path reference) throws IOException {
    Sample.writeNotice(reference);
    assertThat(Files.readAllLines(reference.resolve("notice.yaml")))
        .containsExactly(
            "zh: \"样本数据：2020年区级合计出自报告；其余为合成数据，市和其他县区的部分为合成数据\"",
            "en: \"sample: district totals of 2020 are the report’s; all else is synthetic, peers’ figures in part\"");
  }

  /** SHA-256 of each file by its path in the inbox. */
  private static Map<String, String> hashes(Path inbox) {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(inbox)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        hashes.put(inbox.relativize(file).toString(), HexFormat.of().formatHex(digest));
      }
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return hashes;
  }
}
