package jindu.assess;

/**
 * Section 7 of the method a second time, as SQL for DuckDB, written from the method and {@code
 * docs/method.md} and from no line of the pipeline. Figures are ten-thousandths in whole numbers
 * where something is decided on them, and doubles where only their size is compared.
 */
final class PlanOracleSql {

  static final String TABLES =
      """
      CREATE TABLE targets (id VARCHAR, year INT, indicator VARCHAR, place VARCHAR, sector VARCHAR,
        kind VARCHAR, comparator VARCHAR, value DECIMAL(24,4), printed_unit DECIMAL(24,4),
        deadline DATE, comparable BOOLEAN, pace VARCHAR, stated DOUBLE[], tolerance DOUBLE);
      CREATE TABLE indicators (code VARCHAR, kind VARCHAR, good VARCHAR, decimals INT,
        factor DECIMAL(24,4), numerator VARCHAR);
      CREATE TABLE cells (indicator VARCHAR, place VARCHAR, sector VARCHAR, year INT, quarter INT,
        ytd DECIMAL(24,4), growth DECIMAL(24,4), comparable_growth DECIMAL(24,4));
      CREATE TABLE abnormal (year INT);
      CREATE TABLE as_of (day DATE);
      CREATE MACRO in_steps(x, step) AS sign(x) * ((2 * abs(x) + step) // (2 * step)) * step;
      CREATE MACRO whole(x) AS (x * 10000)::HUGEINT;
      """;

  static final String PROGRESS =
      """
      WITH quarters AS (
        SELECT DISTINCT year, quarter, make_date(year, 3 * quarter - 2, 1) AS first_day
        FROM cells, as_of WHERE make_date(year, 3 * quarter - 2, 1) < as_of.day),
      -- A cap: at most, or a plain figure of what had better fall.
      planned AS (
        SELECT targets.*, indicators.kind AS of, indicators.good,
          comparator = 'le' OR (comparator <> 'ge' AND indicators.good = 'down') AS cap,
          indicators.kind = 'rate' AND numerators.kind = 'flow' AS flow_ratio,
          least(CASE WHEN targets.kind IN ('growth', 'reduction') THEN 1000
              ELSE whole(indicators.factor) // (10 ** indicators.decimals)::HUGEINT END, whole(printed_unit)) AS step,
          CASE WHEN comparator = 'none' THEN NULL WHEN targets.kind = 'reduction' THEN -value
            ELSE value END AS aim
        FROM targets JOIN indicators ON indicators.code = targets.indicator
        LEFT JOIN indicators numerators ON numerators.code = indicators.numerator),
      judged AS (
        SELECT planned.*, quarter,
          CASE WHEN cap OR kind IN ('reduction', 'rank') THEN -1 ELSE 1 END AS sense,
          least((first_day + INTERVAL 3 MONTH - INTERVAL 1 DAY)::DATE, as_of.day) AS judged_on,
          CASE WHEN year(deadline) > planned.year THEN 4 ELSE quarter(deadline) END AS last_quarter,
          CASE
            WHEN kind = 'scope' THEN 'scope'
            WHEN kind = 'points' THEN 'points'
            WHEN kind IN ('growth', 'reduction', 'rank') OR flow_ratio THEN 'distance'
            WHEN of IN ('flow', 'mean') THEN CASE WHEN cap THEN 'flow cap' ELSE 'flow' END
            WHEN of = 'stock' THEN CASE WHEN cap THEN 'stock cap' ELSE 'stock' END
            WHEN cap THEN 'distance' ELSE 'path' END AS measure,
          -- The year whose profile a flow follows: last year, or the last normal one before.
          (SELECT max(y) FROM range(2000, planned.year) years(y)
            WHERE y NOT IN (SELECT year FROM abnormal)) AS profile_year,
          planned.year - 1 IN (SELECT year FROM abnormal) AS after_abnormal
        FROM planned JOIN quarters ON quarters.year = planned.year CROSS JOIN as_of),
      -- From the deadline on a target is judged by the figure of the deadline's quarter.
      figures AS (
        SELECT judged.*, judged_on >= deadline AS due, current.ytd AS now, base.ytd AS base,
          profile_now.ytd AS profile_now, profile_end.ytd AS profile_end,
          last_now.ytd AS last_now, last_end.ytd AS last_end,
          CASE WHEN kind IN ('growth', 'reduction')
              THEN CASE WHEN comparable THEN current.comparable_growth ELSE current.growth END
            WHEN kind = 'points' THEN current.ytd - base.ytd
            ELSE current.ytd END AS actual
        FROM judged
        LEFT JOIN cells current ON current.indicator = judged.indicator AND current.place = judged.place
          AND current.sector = judged.sector AND current.year = judged.year
          AND current.quarter = least(judged.quarter, last_quarter)
        LEFT JOIN cells base ON base.indicator = judged.indicator AND base.place = judged.place
          AND base.sector = judged.sector AND base.year = judged.year - 1 AND base.quarter = 4
        LEFT JOIN cells profile_now ON profile_now.indicator = judged.indicator
          AND profile_now.place = judged.place AND profile_now.sector = judged.sector
          AND profile_now.year = profile_year AND profile_now.quarter = judged.quarter
        LEFT JOIN cells profile_end ON profile_end.indicator = judged.indicator
          AND profile_end.place = judged.place AND profile_end.sector = judged.sector
          AND profile_end.year = profile_year AND profile_end.quarter = last_quarter
        LEFT JOIN cells last_now ON last_now.indicator = judged.indicator
          AND last_now.place = judged.place AND last_now.sector = judged.sector
          AND last_now.year = judged.year - 1 AND last_now.quarter = judged.quarter
        LEFT JOIN cells last_end ON last_end.indicator = judged.indicator
          AND last_end.place = judged.place AND last_end.sector = judged.sector
          AND last_end.year = judged.year - 1 AND last_end.quarter = last_quarter),
      -- Met is decided on the figure rounded half up to the digits people read. "About" begins half
      -- a unit of its last printed digit before the figure.
      decided AS (
        SELECT *, in_steps(whole(actual), step) / 10000.0 AS read,
          whole(aim) - CASE WHEN comparator = 'approx'
            THEN sense * whole(printed_unit) / 2 ELSE 0 END AS bound,
          sense * (in_steps(whole(actual), step) - bound) AS beyond,
          sense * (in_steps(whole(base), step) - bound) AS base_beyond,
          sense * (0 - bound) AS nothing_beyond,
          CASE WHEN due THEN 1.0
            WHEN pace = 'stated' THEN stated[quarter] / 100
            WHEN has_profile AND year(deadline) = year THEN profile_now::DOUBLE / profile_end::DOUBLE
            ELSE (judged_on - make_date(year, 1, 1) + 1)::DOUBLE
              / (deadline - make_date(year, 1, 1) + 1) END AS share_of_way,
          -- The end that is expected is the year's, also where the target is due later.
          CASE WHEN pace = 'stated' THEN stated[quarter] / 100
            WHEN has_profile THEN profile_now::DOUBLE / profile_end::DOUBLE
            ELSE (judged_on - make_date(year, 1, 1) + 1)::DOUBLE
              / (least(deadline, make_date(year, 12, 31)) - make_date(year, 1, 1) + 1)
            END AS share_of_year
        FROM (SELECT *, of = 'flow' AND pace IS DISTINCT FROM 'even' AND profile_now IS NOT NULL
            AND profile_end > 0 AS has_profile FROM figures)),
      met AS (
        SELECT *, comparator = 'strict' AS strict,
          CASE WHEN comparator = 'strict' THEN beyond > 0 ELSE beyond >= 0 END AS met,
          coalesce(CASE measure
            WHEN 'stock' THEN CASE WHEN strict THEN base_beyond > 0 ELSE base_beyond >= 0 END
            WHEN 'path' THEN CASE WHEN strict THEN base_beyond > 0 ELSE base_beyond >= 0 END
            WHEN 'points' THEN base IS NOT NULL
              AND CASE WHEN strict THEN nothing_beyond > 0 ELSE nothing_beyond >= 0 END
            ELSE false END, false) AS hold
        FROM decided),
      -- A gap of the exact figure, and of the figure read: where their signs differ, that of the latter.
      distances AS (
        SELECT *,
          CASE measure
            WHEN 'flow' THEN CASE WHEN aim > 0 THEN 100 * now::DOUBLE / aim::DOUBLE END
            WHEN 'stock' THEN CASE WHEN aim > base AND NOT hold
              THEN 100 * (now::DOUBLE - base::DOUBLE) / (aim::DOUBLE - base::DOUBLE) END
            END AS completion,
          list_transform([actual::DOUBLE, read], lambda f: round(CASE measure
            WHEN 'distance' THEN CASE WHEN aim = 0 AND cap AND kind IN ('level', 'share') THEN NULL
              ELSE sense * (f - aim::DOUBLE) END
            WHEN 'flow' THEN CASE WHEN aim > 0 THEN 100 * f / aim::DOUBLE - 100 * share_of_way END
            WHEN 'flow cap' THEN CASE WHEN aim > 0
              THEN 100 * share_of_way - 100 * f / aim::DOUBLE END
            -- No way to go and yet more wanted: at the target nothing is missing.
            WHEN 'stock' THEN CASE WHEN aim > base AND NOT hold
                THEN 100 * (f - base::DOUBLE) / (aim::DOUBLE - base::DOUBLE) - 100 * share_of_way
              WHEN aim <= base AND NOT hold AND f >= aim::DOUBLE THEN 0 END
            WHEN 'stock cap' THEN CASE WHEN aim <> 0 THEN aim::DOUBLE - f END
            WHEN 'path' THEN sense * (f - CASE WHEN hold OR due THEN aim::DOUBLE
              ELSE base::DOUBLE + (aim::DOUBLE - base::DOUBLE) * share_of_way END)
            WHEN 'points' THEN sense * (f - aim::DOUBLE * CASE WHEN hold THEN 1 ELSE share_of_way END)
            END, 8)) AS gaps
        FROM met),
      gaps AS (
        SELECT *, CASE WHEN sign(gaps[1]) = sign(gaps[2]) THEN gaps[1] ELSE gaps[2] END AS gap,
          CASE WHEN measure <> 'stock cap' THEN gap
            WHEN aim > 0 THEN 100 * gap / aim::DOUBLE END AS shortfall,
          coalesce(tolerance, CASE WHEN measure IN ('flow', 'flow cap', 'stock', 'stock cap')
            THEN 5 ELSE 1 END) AS tolerated
        FROM distances)
      SELECT id, quarter, measure,
        CASE WHEN measure NOT IN ('distance', 'scope', 'stock cap') THEN 100 * share_of_way END
          AS pace_pct,
        actual::DOUBLE AS actual,
        completion AS completion_pct,
        gap AS gap_points,
        -- What is missing of a level or a share, and of points what is still to be gained or lost.
        CASE WHEN cap AND kind = 'points' AND aim < 0 AND actual IS NOT NULL
            THEN greatest(0, actual::DOUBLE - aim::DOUBLE)
          WHEN cap OR kind NOT IN ('level', 'share', 'points') OR aim IS NULL THEN NULL
          WHEN kind = 'points' AND actual IS NOT NULL THEN greatest(0, aim::DOUBLE - actual::DOUBLE)
          WHEN kind <> 'points' AND now IS NOT NULL THEN greatest(0, aim::DOUBLE - now::DOUBLE)
          END AS required_value,
        CASE WHEN of <> 'flow' THEN NULL
          WHEN due THEN now::DOUBLE
          WHEN after_abnormal THEN CASE WHEN share_of_year > 0 THEN now::DOUBLE / share_of_year END
          WHEN last_now > 0 THEN now::DOUBLE * last_end::DOUBLE / last_now::DOUBLE
          END AS expected_value,
        CASE
          WHEN measure = 'scope' OR aim IS NULL OR now IS NULL OR actual IS NULL THEN 'grey'
          WHEN due OR hold THEN CASE WHEN met THEN 'green' ELSE 'red' END
          WHEN met AND measure <> 'flow cap' THEN 'green'
          WHEN base IS NULL AND measure IN ('stock', 'path', 'points') THEN 'grey'
          WHEN shortfall IS NULL THEN CASE WHEN met THEN 'green' ELSE 'red' END
          WHEN round(shortfall, 6) >= 0 THEN 'green'
          WHEN round(-shortfall, 6) <= tolerated THEN 'yellow'
          ELSE 'red' END AS lamp
      FROM gaps ORDER BY id, quarter
      """;

  private PlanOracleSql() {}
}
