package jindu.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import jindu.TestSession;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

class StagingTest {

  @TempDir private Path folder;

  @Test
  void rowsAreReadAsTheyWereWrittenAndNothingIsKnownOfHowTheyWereMade() throws Exception {
    Dataset<Row> rows =
        TestSession.get()
            .sql(
                "select * from values ('洛龙', 1.50BD, date'2020-03-31', array('a', null)),"
                    + " (null, null, null, null) as rows(name, amount, day, reasons)");
    Dataset<Row> made = rows.union(rows).distinct();
    try (Staging staging = staging(Lake.open(folder.toString()))) {
      Dataset<Row> staged = staging.write("made", made);
      assertThat(staged.collectAsList())
          .containsExactlyInAnyOrderElementsOf(made.collectAsList())
          .hasSize(2);
      assertThat(staged.schema()).isEqualTo(made.schema().asNullable());
      assertThat(CollectionConverters.asJava(staged.queryExecution().logical().collectLeaves()))
          .containsExactly(staged.queryExecution().logical());
      assertThat(staging.write("none", made.where("amount > 2")).collectAsList()).isEmpty();
      assertThatThrownBy(() -> staging.write("made", made)).hasMessageContaining("made");
    }
  }

  @Test
  void onlyTheOwnerReadsItAndItIsGoneWhenClosed() throws Exception {
    Lake lake = Lake.open(folder.toString());
    Path staged = folder.resolve("_staging");
    try (Staging staging = staging(lake)) {
      staging.write("rows", TestSession.get().range(3).toDF());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(staged)))
          .isEqualTo("rwx------");
    }
    assertThat(staged).doesNotExist();
  }

  @Test
  void whatABatchThatDiedLeftIsNotRead() throws Exception {
    Lake lake = Lake.open(folder.toString());
    staging(lake).write("rows", TestSession.get().range(3).toDF());
    try (Staging next = staging(lake)) {
      assertThat(next.write("rows", TestSession.get().range(2).toDF()).collectAsList())
          .extracting(row -> row.getLong(0))
          .containsExactlyInAnyOrderElementsOf(List.of(0L, 1L));
    }
  }

  @Test
  void whoLostTheLakeStagesNothing() throws Exception {
    Lake lost = Lake.open("elsewhere:" + folder);
    LakeLock slow = lost.take(Instant.EPOCH).orElseThrow();
    Files.setLastModifiedTime(
        folder.resolve(LakeLock.FILE),
        FileTime.from(Instant.now().minus(LeaseLock.PATIENCE).minusSeconds(60)));
    LakeLock taken = Lake.open("elsewhere:" + folder).take(Instant.EPOCH).orElseThrow();
    assertThatThrownBy(() -> staging(lost).write("rows", TestSession.get().range(2).toDF()))
        .isInstanceOf(LostLockException.class);
    taken.close();
    slow.close();
    assertThat(folder.resolve("_staging")).doesNotExist();
  }

  @Test
  void whoLostTheLakeLeavesTheRowsOfWhoTookIt() throws Exception {
    Lake lost = Lake.open("elsewhere:" + folder);
    LakeLock slow = lost.take(Instant.EPOCH).orElseThrow();
    Staging own = staging(lost);
    own.write("rows", TestSession.get().range(2).toDF());
    Files.setLastModifiedTime(
        folder.resolve(LakeLock.FILE),
        FileTime.from(Instant.now().minus(LeaseLock.PATIENCE).minusSeconds(60)));
    Lake other = Lake.open("elsewhere:" + folder);
    LakeLock taken = other.take(Instant.EPOCH).orElseThrow();
    Dataset<Row> rows = staging(other).write("rows", TestSession.get().range(3).toDF());

    own.close();

    assertThat(rows.collectAsList()).hasSize(3);
    taken.close();
    slow.close();
  }

  private static Staging staging(Lake lake) {
    return new Staging(TestSession.get(), lake);
  }
}
