package jindu.run;

/**
 * Headline figures in SQL of their own, written from method.md and not from the pipeline.
 *
 * <p>Each figure has one row a place and quarter with its year-to-date in yuan and the same period
 * on the form's base of growth; the district's row has the code 410311. The tables {@code
 * delivered_…} hold what was delivered as text, {@code places} and {@code sectors} the catalog's
 * lists.
 */
final class OracleSql {

  /** How texts are read (contracts.md section 4). */
  static final String MACROS =
      """
      -- Full-width digits and signs count as plain ones.
      CREATE MACRO plain(cell) AS
        translate(trim(cell), '０１２３４５６７８９，．－（）', '0123456789,.-()');

      -- Thousands separators, a leading minus or brackets; null where the text is no number.
      CREATE MACRO number(cell) AS
        CASE WHEN regexp_full_match(plain(cell), '-?[0-9,]+([.][0-9]+)?|[(][0-9,]+([.][0-9]+)?[)]')
          THEN TRY_CAST(replace(replace(replace(plain(cell), ',', ''), '(', '-'), ')', '')
                 AS DECIMAL(20,4))
        END;

      -- 2020-02, 202002, 2020年2月, 2020年1-2月, 2020Q1, 2020-Q1, 2020年一季度, 2020: the last month.
      CREATE MACRO last_month(cell) AS
        CASE
          WHEN regexp_full_match(trim(cell), '[0-9]{4}-?[0-9]{2}')
            THEN left(trim(cell), 4) || '-' || right(trim(cell), 2)
          WHEN regexp_full_match(trim(cell), '[0-9]{4}年(1-)?[0-9]{1,2}月')
            THEN left(trim(cell), 4) || '-' || lpad(regexp_extract(cell, '([0-9]+)月', 1), 2, '0')
          WHEN regexp_full_match(trim(cell), '[0-9]{4}-?Q[1-4]')
            THEN left(trim(cell), 4) || '-' || lpad((3 * right(trim(cell), 1)::INT)::VARCHAR, 2, '0')
          WHEN regexp_full_match(trim(cell), '[0-9]{4}年[一二三四]季度')
            THEN left(trim(cell), 4) || '-'
              || lpad((3 * position(substr(trim(cell), 6, 1) IN '一二三四'))::VARCHAR, 2, '0')
          WHEN regexp_full_match(trim(cell), '[0-9]{4}') THEN trim(cell) || '-12'
        END;

      -- Nine digits, or the twelve of a village in it.
      CREATE MACRO place_code(cell) AS
        CASE WHEN length(trim(cell)) = 12 THEN left(trim(cell), 9) ELSE trim(cell) END;

      -- With or without the letter of the section.
      CREATE MACRO class_code(cell) AS
        CASE WHEN regexp_full_match(trim(cell), '[A-T][0-9]+') THEN substr(trim(cell), 2)
          ELSE trim(cell) END;

      -- Submission time if given, else received; one after the received time is replaced by it.
      CREATE MACRO submitted(cell, received) AS
        least(coalesce(TRY_CAST(cell AS TIMESTAMP), received::TIMESTAMP), received::TIMESTAMP);

      -- The quarters of all months up to the last one delivered.
      CREATE MACRO quarters(first_year, last_month) AS TABLE
        SELECT y::INT AS year, q::INT AS quarter, y || '-' || lpad((3 * q)::VARCHAR, 2, '0') AS last
        FROM range(first_year, left(last_month, 4)::INT + 1) years(y), range(1, 5) numbers(q)
        WHERE y || '-' || lpad((3 * q - 2)::VARCHAR, 2, '0') <= last_month;
      """;

  /** First in the register, then in the figures (method.md section 2). */
  static final String REGISTER =
      """
      CREATE TABLE register AS
      WITH entries AS (
        SELECT coalesce("统一社会信用代码", "项目代码") AS unit, "报表" AS form,
          last_month("起报期") AS since, last_month("止报期") AS until, "止报期" AS until_text,
          place_code("区划代码") AS place, class_code("行业代码") AS class, coalesce("操作", '报送') AS operation,
          submitted("报送时间", received) AS submitted, received, path, file_row
        FROM delivered_register),
      -- Hard checks: township known and inside the district, class in GB/T 4754, required items.
      accepted AS (
        SELECT * FROM entries
        WHERE unit IS NOT NULL AND form IS NOT NULL AND since IS NOT NULL
          AND (until IS NOT NULL OR until_text IS NULL)
          AND place IN (SELECT code FROM places)
          AND class IN (SELECT code FROM sectors WHERE level = 'class')),
      -- A later return supersedes the earlier one; a withdrawn one supersedes with nothing.
      latest AS (
        SELECT * FROM accepted
        QUALIFY row_number() OVER (PARTITION BY unit, form, since
          ORDER BY submitted DESC, received DESC, path DESC, file_row DESC) = 1)
      SELECT unit, form, since, coalesce(until, '9999-12') AS until
      FROM latest WHERE operation = '报送';
      """;

  /** F203, 千元, monthly from February; growth on the same period that the units report. */
  static final String SERVICES_REVENUE =
      """
      WITH returns AS (
        SELECT "统一社会信用代码" AS unit, last_month("报告期") AS month, place_code("区划代码") AS place,
          class_code("行业代码") AS class, coalesce("操作", '报送') AS operation,
          coalesce("营业收入_本年累计", "revenue_本年累计") AS now_text,
          coalesce("营业收入_上年同期", "revenue_上年同期") AS before_text,
          coalesce("应付职工薪酬_本年累计", "payroll_本年累计") AS payroll_text,
          coalesce("应付职工薪酬_上年同期", "payroll_上年同期") AS payroll_before_text,
          coalesce("营业利润_本年累计", "operating_profit_本年累计") AS profit_text,
          coalesce("营业利润_上年同期", "operating_profit_上年同期") AS profit_before_text,
          submitted("报送时间", received) AS submitted, received, path, file_row
        FROM delivered_services),
      -- Hard checks: period, unit in the register for the period, township, class, numbers.
      accepted AS (
        SELECT *, number(now_text) * 1000 AS now, number(before_text) * 1000 AS before
        FROM returns
        WHERE right(month, 2) <> '01' AND month <= strftime(received, '%Y-%m')
          AND regexp_full_match(unit, '[0-9A-HJ-NPQRTUWXY]{18}')
          AND EXISTS (SELECT 1 FROM register
            WHERE register.unit = returns.unit AND form = 'F203' AND month BETWEEN since AND until)
          AND place IN (SELECT code FROM places)
          AND class IN (SELECT code FROM sectors WHERE level = 'class')
          AND (operation = '撤回' OR number(now_text) >= 0 AND number(before_text) >= 0
            AND (payroll_text IS NULL OR number(payroll_text) >= 0)
            AND (payroll_before_text IS NULL OR number(payroll_before_text) >= 0)
            AND (profit_text IS NULL OR number(profit_text) IS NOT NULL)
            AND (profit_before_text IS NULL OR number(profit_before_text) IS NOT NULL))),
      -- The latest vintage of each unit and period, unless it withdraws.
      in_force AS (
        SELECT * FROM (
          SELECT * FROM accepted
          QUALIFY row_number() OVER (PARTITION BY unit, month
            ORDER BY submitted DESC, received DESC, path DESC, file_row DESC) = 1)
        WHERE operation = '报送'),
      -- Section 5: a unit counts in the township of its latest return of the year.
      unit_places AS (
        SELECT unit, left(month, 4) AS year, arg_max(place, month) AS place
        FROM in_force GROUP BY ALL),
      -- Sections 1 and 4: the latest month within the quarter; without one the last of the year
      -- stands, current and same period together.
      counted AS (
        SELECT quarters.year, quarter, unit, arg_max(now, month) AS now,
          arg_max(before, month) AS before
        FROM quarters(2019, (SELECT max(month) FROM in_force)) quarters
        JOIN in_force ON left(month, 4) = quarters.year::VARCHAR AND month <= last
        GROUP BY ALL)
      SELECT coalesce(place, '410311') AS place, counted.year, quarter,
        sum(now)::DECIMAL(24,4) AS value, sum(before)::DECIMAL(24,4) AS previous
      FROM counted
      JOIN unit_places
        ON unit_places.unit = counted.unit AND unit_places.year = counted.year::VARCHAR
      GROUP BY GROUPING SETS ((place, counted.year, quarter), (counted.year, quarter))
      """;

  /** 206-1, 万元, monthly from February; growth on the total stored for the year before. */
  static final String FIXED_ASSET_INVESTMENT =
      """
      WITH returns AS (
        SELECT "项目代码" AS unit, last_month("报告期") AS month, place_code("区划代码") AS place,
          class_code("行业代码") AS class, coalesce("操作", '报送') AS operation,
          number(coalesce("计划总投资", "planned_total")) AS planned,
          number(coalesce("本年完成投资_本年累计", "investment_本年累计")) AS done,
          number(coalesce("自开始建设累计完成投资", "since_start")) AS since_start,
          submitted("报送时间", received) AS submitted, received, path, file_row
        FROM delivered_projects),
      -- Hard checks, and the form's own: 本年完成投资 is part of 自开始建设累计完成投资.
      accepted AS (
        SELECT * FROM returns
        WHERE right(month, 2) <> '01' AND month <= strftime(received, '%Y-%m')
          AND EXISTS (SELECT 1 FROM register
            WHERE register.unit = returns.unit AND form = '206-1' AND month BETWEEN since AND until)
          AND place IN (SELECT code FROM places)
          AND class IN (SELECT code FROM sectors WHERE level = 'class')
          AND (operation = '撤回'
            OR planned >= 0 AND done >= 0 AND since_start >= 0 AND done <= since_start)),
      in_force AS (
        SELECT * FROM (
          SELECT * FROM accepted
          QUALIFY row_number() OVER (PARTITION BY unit, month
            ORDER BY submitted DESC, received DESC, path DESC, file_row DESC) = 1)
        WHERE operation = '报送'),
      unit_places AS (
        SELECT unit, left(month, 4) AS year, arg_max(place, month) AS place
        FROM in_force GROUP BY ALL),
      counted AS (
        SELECT quarters.year, quarter, unit, arg_max(done, month) * 10000 AS now
        FROM quarters(2019, (SELECT max(month) FROM in_force)) quarters
        JOIN in_force ON left(month, 4) = quarters.year::VARCHAR AND month <= last
        GROUP BY ALL),
      totals AS (
        SELECT coalesce(place, '410311') AS place, counted.year, quarter, sum(now) AS now
        FROM counted
        JOIN unit_places
          ON unit_places.unit = counted.unit AND unit_places.year = counted.year::VARCHAR
        GROUP BY GROUPING SETS ((place, counted.year, quarter), (counted.year, quarter)))
      -- Section 6: the base is last year's total of all projects counted then, finished ones too.
      SELECT this.place, this.year, this.quarter, this.now::DECIMAL(24,4) AS value,
        last.now::DECIMAL(24,4) AS previous
      FROM totals this
      LEFT JOIN totals last
        ON last.place = this.place AND last.year = this.year - 1 AND last.quarter = this.quarter
      """;

  /**
   * CZ-1, 万元, monthly by place and subject, taxes apart; growth on the total stored for the year
   * before.
   */
  static final String BUDGET_REVENUE =
      """
      WITH subjects(subject, is_tax) AS (VALUES
        ('增值税', true), ('企业所得税', true), ('个人所得税', true), ('资源税', true),
        ('城市维护建设税', true), ('房产税', true), ('印花税', true), ('城镇土地使用税', true),
        ('土地增值税', true), ('车船税', true), ('耕地占用税', true), ('契税', true),
        ('环境保护税', true), ('专项收入', false), ('行政事业性收费收入', false),
        ('罚没收入', false), ('国有资源（资产）有偿使用收入', false), ('其他非税收入', false)),
      returns AS (
        SELECT place_code("区划代码") AS place, trim("科目") AS subject,
          last_month("报告期") AS month,
          number(coalesce("收入_本年累计", "revenue_本年累计")) * 10000 AS revenue,
          received, path, file_row
        FROM delivered_budget),
      -- Hard checks: period, place, subject of the form, number; no register stands behind it.
      in_force AS (
        SELECT * FROM returns JOIN subjects USING (subject)
        WHERE month <= strftime(received, '%Y-%m') AND revenue IS NOT NULL
          AND place IN (SELECT code FROM places)
        QUALIFY row_number() OVER (PARTITION BY place, subject, month
          ORDER BY received DESC, path DESC, file_row DESC) = 1),
      counted AS (
        SELECT quarters.year, quarter, place, subject, is_tax, arg_max(revenue, month) AS now
        FROM quarters(2019, (SELECT max(month) FROM in_force)) quarters
        JOIN in_force ON left(month, 4) = quarters.year::VARCHAR AND month <= last
        GROUP BY ALL),
      totals AS (
        SELECT coalesce(place, '410311') AS place, year, quarter, sum(now) AS revenue,
          sum(now) FILTER (WHERE is_tax) AS tax
        FROM counted
        GROUP BY GROUPING SETS ((place, year, quarter), (year, quarter)))
      SELECT this.place, this.year, this.quarter, this.revenue::DECIMAL(24,4) AS value,
        last.revenue::DECIMAL(24,4) AS previous, this.tax::DECIMAL(24,4) AS tax,
        last.tax::DECIMAL(24,4) AS tax_previous
      FROM totals this
      LEFT JOIN totals last
        ON last.place = this.place AND last.year = this.year - 1 AND last.quarter = this.quarter
      """;

  /**
   * HS-1, 万元, quarterly by sector and 三次产业, the district alone; growth at constant prices, on the
   * same period reported.
   */
  static final String GRP =
      """
      WITH returns AS (
        SELECT place_code("区划代码") AS place, class_code("行业代码") AS sector, "三次产业" AS strata,
          last_month("报告期") AS month,
          number(coalesce("增加值_本年累计", "value_added_本年累计")) * 10000 AS now, number(coalesce("增加值_上年同期", "value_added_上年同期")) * 10000 AS before,
          number(coalesce("不变价增加值_本年累计", "value_added_constant_本年累计")) * 10000 AS constant_now,
          number(coalesce("不变价增加值_上年同期", "value_added_constant_上年同期")) * 10000 AS constant_before,
          "不变价基年" AS base_year, received, path, file_row
        FROM delivered_accounts),
      in_force AS (
        SELECT * FROM returns
        WHERE right(month, 2) IN ('03', '06', '09', '12')
          AND month <= strftime(received, '%Y-%m')
          AND now IS NOT NULL AND before IS NOT NULL
          AND constant_now IS NOT NULL AND constant_before IS NOT NULL AND base_year IS NOT NULL
          AND strata IN ('P1', 'P2', 'P3')
          AND place IN (SELECT code FROM places)
          AND sector IN (SELECT code FROM sectors WHERE level IN ('section', 'division'))
        QUALIFY row_number() OVER (PARTITION BY place, sector, strata, month
          ORDER BY received DESC, path DESC, file_row DESC) = 1),
      counted AS (
        SELECT quarters.year, quarter, place, sector, strata, arg_max(now, month) AS now,
          arg_max(before, month) AS before, arg_max(constant_now, month) AS constant_now,
          arg_max(constant_before, month) AS constant_before
        FROM quarters(2019, (SELECT max(month) FROM in_force)) quarters
        JOIN in_force ON left(month, 4) = quarters.year::VARCHAR AND month <= last
        GROUP BY ALL)
      SELECT '410311' AS place, year, quarter, sum(now)::DECIMAL(24,4) AS value,
        sum(before)::DECIMAL(24,4) AS previous,
        sum(constant_now)::DECIMAL(24,4) AS constant_value,
        sum(constant_before)::DECIMAL(24,4) AS constant_previous
      FROM counted GROUP BY year, quarter
      """;

  /** By Chinese name or by code: a form's files may use either. */
  static final String[] SERVICES_HEADERS = {
    "营业收入_本年累计", "revenue_本年累计", "营业收入_上年同期", "revenue_上年同期",
    "应付职工薪酬_本年累计", "payroll_本年累计", "应付职工薪酬_上年同期", "payroll_上年同期",
    "营业利润_本年累计", "operating_profit_本年累计", "营业利润_上年同期", "operating_profit_上年同期"
  };

  static final String[] PROJECT_HEADERS = {
    "计划总投资", "planned_total", "本年完成投资_本年累计", "investment_本年累计", "自开始建设累计完成投资", "since_start"
  };

  static final String[] BUDGET_HEADERS = {"收入_本年累计", "revenue_本年累计"};

  static final String[] ACCOUNT_HEADERS = {
    "增加值_本年累计",
    "value_added_本年累计",
    "增加值_上年同期",
    "value_added_上年同期",
    "不变价增加值_本年累计",
    "value_added_constant_本年累计",
    "不变价增加值_上年同期",
    "value_added_constant_上年同期"
  };

  private OracleSql() {}
}
