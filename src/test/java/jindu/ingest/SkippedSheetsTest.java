package jindu.ingest;

import static jindu.ingest.SheetXml.HEADER;
import static jindu.ingest.SheetXml.PATH;
import static jindu.ingest.SheetXml.data;
import static jindu.ingest.SheetXml.row;
import static jindu.ingest.SheetXml.sheet;
import static jindu.ingest.SheetXml.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

final class SkippedSheetsTest {

  @Test
  void readsEveryVisibleSheetWithAHeaderAndSaysWhichItSkipped() {
    byte[] workbook =
        new RawWorkbook()
            .sheet("说明", "visible", row(1, text("填报说明")))
            .sheet("甲", "visible", HEADER + data(2, "1"))
            .sheet("藏", "hidden", HEADER + data(2, "2"))
            .sheet("深藏", "veryHidden", HEADER + data(2, "3"))
            .sheet("空", "visible", "")
            .sheet("乙", "visible", HEADER + data(2, "4") + data(7, "5"))
            .bytes();
    assertThat(Decoded.rows(PATH, workbook))
        .extracting(DecodedRow::sheet, DecodedRow::number, row -> row.cells().get("figure.ytd"))
        .containsExactly(tuple("甲", 2, "1"), tuple("乙", 2, "4"), tuple("乙", 7, "5"));
    assertThat(Decoded.rows(PATH, workbook))
        .extracting(DecodedRow::skippedSheets)
        .containsOnly("hidden: 藏, 深藏; no header: 说明");
  }

  @Test
  void saysNothingWhereEverySheetWasRead() {
    assertThat(Decoded.rows(PATH, sheet(HEADER + data(2, "1"))))
        .singleElement()
        .extracting(DecodedRow::skippedSheets)
        .isNull();
  }

  @Test
  void refusesAWorkbookWhoseOnlyHeaderIsHidden() {
    byte[] workbook =
        new RawWorkbook()
            .sheet("甲", "visible", row(1, text("指标代码"), text("部门"), text("期末")))
            .sheet("空", "hidden", row(1, text("底稿")))
            .sheet("藏", "hidden", HEADER + data(2, "2"))
            .bytes();
    assertThat(Decoded.lines(PATH, workbook)).containsExactly("refused only-hidden-sheets: 藏");
  }

  @Test
  void refusesByTheVisibleSheetsWhereNoHiddenOneHasTheHeader() {
    byte[] workbook =
        new RawWorkbook()
            .sheet("甲", "visible", row(1, text("指标代码"), text("部门"), text("期末")))
            .sheet("藏", "hidden", row(1, text("底稿")))
            .bytes();
    assertThat(Decoded.lines(PATH, workbook)).containsExactly("refused no-header: 1: 报告期, 区划代码");
  }

  @Test
  void refusesTwoSheetsOfOneName() {
    byte[] workbook =
        new RawWorkbook()
            .sheet("Sheet1", "visible", HEADER + data(2, "1"))
            .sheet("sheet1", "visible", HEADER + data(2, "2"))
            .bytes();
    assertThat(Decoded.lines(PATH, workbook))
        .containsExactly("refused unreadable-workbook: sheet sheet1");
  }
}
