package jindu.run;

import java.util.Comparator;
import java.util.Locale;

/**
 * A part of what is computed that is not as it was: the returns of a form for a year.
 *
 * @param indicator the one that the changed rows name, where the form's rows name theirs; null for
 *     all that the form feeds
 */
record Slice(String form, int year, String indicator, Reason reason) {

  /** The order in which slices are told. */
  static final Comparator<Slice> ORDER =
      Comparator.comparing(Slice::form)
          .thenComparing(Slice::year)
          .thenComparing(Slice::indicator, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Slice::reason);

  /** Why a slice is computed again. */
  enum Reason {
    /** A value that counts, or its vintages, are other than they were. */
    RETURNS,
    /** The form now has returns of a quarter that it had none of, or no longer has. */
    LAST_QUARTER,
    /** The register says other things of who reports the form. */
    REGISTER,
    /** The form's file changed. */
    FORM_FILE,
    /** A quarter of the year began: what lay beyond the as-of day counts. */
    QUARTER_BEGAN,
    /** A due or final day passed, on which the status of a figure depends. */
    DAY_PASSED;

    /** As the ledger tells it. */
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How many later years may look back at the changed one: see {@link Dependents}. */
    int laterYears() {
      return this == DAY_PASSED ? 0 : Dependents.LATER_YEARS;
    }
  }

  /** As the ledger names it: {@code B204-1/2020}, {@code GZ-1/2020/urbanisation_rate}. */
  String name() {
    return form + "/" + year + (indicator == null ? "" : "/" + indicator);
  }
}
