package jindu.sample;

/** Splits a whole number by weights; what rounding leaves goes to the largest part. */
final class Allocation {

  private Allocation() {}

  static long[] of(long total, double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    long[] parts = new long[weights.length];
    long left = total;
    int largest = 0;
    for (int index = 0; index < weights.length; index++) {
      parts[index] = (long) StrictMath.floor(total * (weights[index] / sum));
      left -= parts[index];
      largest = parts[index] > parts[largest] ? index : largest;
    }
    parts[largest] += left;
    return parts;
  }
}
