package jindu.core;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One quantity said twice, to be laid side by side: by two sources, as parts and total, or as a
 * part of a whole.
 *
 * @param quantity the bureau's own code of it
 * @param quarter the quarter it is of; null for every quarter on record
 * @param unit base unit of both values, e.g. yuan or percent
 * @param bridged whether the difference is explained by the bridge of the ledger of projects
 * @param reasonZh why the two differ, or what is known of it
 * @param source the document that it is from
 */
public record Reconciliation(
    String quantity,
    Quarter quarter,
    Relation relation,
    Side a,
    Side b,
    String unit,
    boolean bridged,
    String titleZh,
    String titleEn,
    String reasonZh,
    String reasonEn,
    String source)
    implements Serializable {

  /** What joins the terms of a side. */
  public static final String AND = "+";

  /** How the two sides should stand to each other. */
  public enum Relation implements Code {
    /** They should be equal. */
    SAME,
    /** The first is the sum of the parts, the second their total. */
    PARTS,
    /** The first is a part of the second, and should not exceed it. */
    SUBSET
  }

  /** Where the figures of a side are from. */
  public enum Kind implements Code {
    /** A figure that a document prints. */
    PRINTED,
    /** The year to date of a published indicator: code, or code/sector. */
    INDICATOR,
    /** The growth of it on its headline basis, in percent. */
    GROWTH,
    /** What it makes up of the indicator's total at current prices, in percent: code/sector. */
    SHARE,
    /** What one department delivered of an indicator: code@department. */
    DEPARTMENT
  }

  /** One side: the sum of its terms, all of one kind. */
  public record Side(Kind kind, List<Term> terms) implements Serializable {

    public Side {
      terms = List.copyOf(terms);
    }

    /** The sources as a reader sees them. */
    public String name() {
      return terms.stream().map(Term::name).collect(Collectors.joining(AND));
    }
  }

  /**
   * One figure.
   *
   * @param name a fact id or document of a printed figure, else what {@link Kind} says
   * @param printed the figure that is printed, in the base unit; else null
   */
  public record Term(String name, BigDecimal printed) implements Serializable {

    private static final String SECTOR = "/";
    private static final String DEPARTMENT = "@";

    /** The code of the indicator; of no meaning for a printed figure. */
    public String indicator() {
      return name.split(DEPARTMENT, 2)[0].split(SECTOR, 2)[0];
    }

    /** The sector of the indicator, {@code ALL} where none is named. */
    public String sector() {
      String[] parts = name.split(DEPARTMENT, 2)[0].split(SECTOR, 2);
      return parts.length > 1 ? parts[1] : Sector.ALL;
    }

    /** The department, empty where none is named. */
    public String department() {
      String[] parts = name.split(DEPARTMENT, 2);
      return parts.length > 1 ? parts[1] : "";
    }
  }
}
