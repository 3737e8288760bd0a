package jindu.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.table.QuarantineTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Evidence of a milestone that no plan has is refused, and says what to do. */
class MilestoneCheckTest {

  private static final String JD = "period=2021-03; done_count.value=1; milestone=";

  @Test
  void anUnknownMilestoneIsRefusedWithWhatToDo() throws Exception {
    Catalog catalog = CatalogReader.read(Path.of("data-lake/reference"));
    Delivered delivered =
        new Delivered()
            .file("JD-1", "2021-04-05", "JD-1/a.csv", JD + "P2021-015", JD + "P2021-999")
            .file("JD-1", "2021-04-05", "JD-1/b.csv", JD + "Ｐ２０２１－０１６");

    Dataset<Row> verdicts = Check.verdicts(delivered.dataset(), catalog, Delivered.AS_OF);

    List<Row> refused = Check.quarantine(verdicts, catalog).collectAsList();
    assertThat(refused)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<Integer>getAs(QuarantineTable.ROW_NUMBER)).isEqualTo(3);
              assertThat(row.<String>getList(row.fieldIndex(QuarantineTable.REASONS)))
                  .containsExactly("unknown-milestone");
              assertThat(row.<String>getList(row.fieldIndex(QuarantineTable.REASONS_EN)))
                  .containsExactly(
                      "No plan has such a milestone: 节点编号: P2021-999. Write its id as it stands in"
                          + " reference/milestones, or add the milestone there; the row is then"
                          + " judged again.");
              assertThat(row.<String>getList(row.fieldIndex(QuarantineTable.REASONS_ZH)))
                  .containsExactly(
                      "计划中没有该节点：节点编号: P2021-999。请按 reference/milestones 填写节点编号，"
                          + "或先在其中增加该节点；增加后自动重新审核。");
            });
  }
}
