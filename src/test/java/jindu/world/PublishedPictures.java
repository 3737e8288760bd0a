package jindu.world;

import jindu.world.PublishedLists.Lines;

/**
 * What the pictures of a chosen indicator are drawn from, beside what the Parquet files say: bars
 * of sectors, and lines through the year. How long a bar is drawn is the library's.
 */
final class PublishedPictures {

  /** The numbers of a picture, with four decimals. */
  private static final String SERIES =
      "const written = point => point.value === null || point.value === undefined"
          + " ? '–' : point.value.toFixed(4);"
          + "const seriesOf = box => echarts.getInstanceByDom(box).getOption().series;";

  private static final String PULL = "cast(pull_points as decimal(18, 4))";

  private PublishedPictures() {}

  /**
   * The bars of sectors at the level that is chosen, largest first, with the texts at their ends;
   * those that are withheld are empty and come last.
   */
  static Lines pulls(String quarter, String indicator, String level) {
    return new Lines(
        "pulls by " + level + " of " + indicator,
        SERIES
            + "const box = document.getElementById('pulls');"
            + "const names = echarts.getInstanceByDom(box).getOption().yAxis[0].data;"
            + "const [bars] = seriesOf(box);"
            + "const ends = [...box.querySelectorAll('svg text')].map(text => text.textContent);"
            + "let at = -1;"
            + "return bars.data.map((bar, place) => {"
            + " at = ends.indexOf(bars.label.formatter({dataIndex: place}), at + 1);"
            + " return [names[place], written(bar), at >= 0].join(' ');})",
        """
        select concat_ws(' ',
          case when level = 'division' then sector_code || ' ' else '' end || dim_sector.title_zh,
          case when withheld then '0.0000' else cast(%s as varchar) end, 'true')
        from indicator join dim_sector using (sector_code)
          join dim_township place using (township_code)
        where %s and indicator = '%s' and level = '%s' and place.kind = 'district'
          and (withheld or pull_points is not null)
        order by withheld, pull_points desc, sector_code
        """
            .formatted(PULL, period(quarter), indicator, level));
  }

  /** Of each target of the indicator what is held against it, and what is held against that. */
  static Lines courses(String quarter, String indicator) {
    return new Lines(
        "courses of " + indicator,
        SERIES
            + "return [...document.querySelectorAll('.goal-block .chart')].flatMap(box => {"
            + " const block = box.closest('.goal-block');"
            + " const plan = block.querySelector('[data-source^=\"plan|\"]').dataset.source;"
            + " return seriesOf(box).map(line =>"
            + " [plan.split('|')[1], ...line.data.map(written)].join(' '));})",
        """
        with course as (
          select target_id, quarter, completion_pct, pace_pct, actual, plan.kind, target_value,
            bool_or(completion_pct is not null) over (partition by target_id) as is_share,
            case when plan.kind in ('growth', 'reduction', 'points') then 1
              else display_factor end as factor
          from plan_progress plan join dim_indicator using (indicator)
            join dim_township place using (township_code)
          where year = %1$s and quarter <= %2$s and indicator = '%3$s' and place.kind = 'district'),
        line as (
          select target_id, 1 as number, quarter, case
            when is_share then pace_pct
            when kind = 'reduction' then -abs(target_value)
            else target_value / factor end as value
          from course
          union all
          select target_id, 2, quarter, case when is_share then completion_pct else actual / factor end
          from course)
        select target_id || ' ' || string_agg(
          coalesce(cast(cast(value as decimal(18, 4)) as varchar), '–'), ' ' order by quarter)
        from line group by target_id, number order by target_id, number
        """
            .formatted(quarter.substring(0, 4), quarter.substring(6), indicator));
  }

  private static String period(String quarter) {
    return "year = %s and quarter = %s".formatted(quarter.substring(0, 4), quarter.substring(6));
  }
}
