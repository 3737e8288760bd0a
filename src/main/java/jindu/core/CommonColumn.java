package jindu.core;

import java.util.List;

/**
 * The columns that every form shares (contracts.md section 4), with the headers they come under.
 */
public enum CommonColumn implements Code {
  PERIOD,
  UNIT_CODE,
  UNIT_NAME,
  TOWNSHIP_CODE,
  SECTOR_CODE,
  SUBMITTED_AT,
  EXPLANATION,
  OPERATION;

  /**
   * The Chinese headers that name the column; the canonical code is one too. Those of the unit code
   * are the form's own, e.g. 统一社会信用代码.
   */
  public List<String> headers() {
    return switch (this) {
      case PERIOD -> List.of("报告期");
      case UNIT_CODE -> List.of();
      case UNIT_NAME -> List.of("单位名称", "单位详细名称", "项目名称");
      case TOWNSHIP_CODE -> List.of("区划代码", "行政区划代码");
      case SECTOR_CODE -> List.of("行业代码");
      case SUBMITTED_AT -> List.of("报送时间");
      case EXPLANATION -> List.of("说明");
      case OPERATION -> List.of("操作");
    };
  }
}
