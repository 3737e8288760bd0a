package jindu.sample;

/** A part of a whole number, rounded down, so that parts of growing totals grow too. */
final class Shares {

  private Shares() {}

  static long of(long total, double share) {
    return (long) StrictMath.floor(total * share);
  }
}
