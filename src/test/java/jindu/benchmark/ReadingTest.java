package jindu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.Quarter;
import jindu.sample.DeliveryFormat;
import jindu.sample.Sample;
import jindu.sample.SampleOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The readers of deliveries find the same in the same returns, and are told apart where not. */
class ReadingTest {

  private static final SampleOptions SMALL =
      new SampleOptions(SampleOptions.FEWEST_UNITS, 7, new Quarter(2021, 3), new Quarter(2021, 3));

  @TempDir private static Path folder;

  private static Catalog catalog;

  @BeforeAll
  static void deliver() throws Exception {
    TestSession.get();
    catalog = CatalogReader.read(Path.of("data-lake", "reference"));
    for (DeliveryFormat format :
        List.of(DeliveryFormat.UTF_8, DeliveryFormat.GB18030, DeliveryFormat.XLSX)) {
      Sample.writePlain(catalog, inbox(format), SMALL, format);
    }
  }

  @Test
  void oursFindsWhatDuckDbFinds() throws Exception {
    Reading theirs = InboxReader.DUCKDB.read(catalog, inbox(DeliveryFormat.UTF_8));

    assertThat(InboxReader.OURS.read(catalog, inbox(DeliveryFormat.UTF_8)))
        .matches(ours -> ours.isOfTheSame(theirs), "is " + theirs);
    assertThat(InboxReader.OURS.read(catalog, inbox(DeliveryFormat.GB18030)))
        .matches(ours -> ours.isOfTheSame(theirs), "is " + theirs);
  }

  @Test
  void oursFindsWhatAPlainReadOfTheWorkbooksFinds() throws Exception {
    Reading theirs = InboxReader.FASTEXCEL.read(catalog, inbox(DeliveryFormat.XLSX));

    assertThat(InboxReader.OURS.read(catalog, inbox(DeliveryFormat.XLSX)))
        .matches(ours -> ours.isOfTheSame(theirs), "is " + theirs);
  }

  @Test
  void oneTextThatDiffersMakesItAnotherReading() {
    Reading ours = new Reading(2, 1.5, 10, 30, 99);

    assertThat(ours.isOfTheSame(new Reading(1, 1.5, 10, 30, 99))).isTrue();
    assertThat(ours.isOfTheSame(new Reading(2, 1.5, 10, 30, 98))).isFalse();
    assertThat(ours.isOfTheSame(new Reading(2, 1.5, 10, 29, 99))).isFalse();
    assertThat(ours.isOfTheSame(new Reading(2, 1.5, 9, 30, 99))).isFalse();
    assertThat(new Reading(2, 1.5, 0, 0, 0).isOfTheSame(new Reading(2, 1.5, 0, 0, 0))).isFalse();
  }

  @Test
  void theLineSaysMegabytesOfEitherAndWhereTheyDiffer() {
    Cost process = new Cost(9, 8.0, 500L);
    Measurement line =
        IngestMeasure.measurement(
            DeliveryFormat.GB18030,
            100,
            new IngestMeasure.Read(new Reading(4, 1.5, 10, 30, 99), process, 8_000_000),
            "other",
            new IngestMeasure.Read(new Reading(2, 1.5, 9, 30, 99), process, 10_000_000));

    assertThat(line.ratio()).isEqualTo(2);
    assertThat(line.isSame()).isFalse();
    assertThat(line.facts())
        .containsEntry(Measurement.VARIANT, "gb18030")
        .containsEntry(Measurement.SPEED, 2.0)
        .containsEntry(Measurement.PEER_SPEED, 5.0)
        .containsEntry("compared_rows", 10L)
        .containsEntry("different_rows", 1L)
        .containsKey("examples");
    assertThat(line.ours().peakBytes()).isEqualTo(500);
    assertThat(line.ours().cpuSeconds()).isEqualTo(1.5);
  }

  private static Path inbox(DeliveryFormat format) {
    return folder.resolve(format.name());
  }
}
