package jindu.sample;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Random numbers that depend on the seed and on what they are for, never on the order of drawing.
 *
 * <p>Doubles are allowed here because they only shape weights: every delivered value is an integer
 * that {@link Panel} settles. {@link StrictMath} gives the same bits on every machine.
 */
final class Draw {

  private final SplittableRandom random;

  private Draw(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Draw of(long seed, Object... purpose) {
    long hash = seed;
    for (Object part : purpose) {
      String text = part.toString();
      for (int index = 0; index < text.length(); index++) {
        hash = mix(hash * 31 + text.charAt(index));
      }
      hash = mix(hash + 1);
    }
    return new Draw(hash);
  }

  /** At least 0, below 1. */
  double uniform() {
    return random.nextDouble();
  }

  double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** At least {@code low}, at most {@code high}. */
  int integer(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Standard normal (Box and Muller). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /** A factor around 1 whose logarithm has the given standard deviation. */
  double factor(double deviation) {
    return StrictMath.exp(deviation * normal());
  }

  /** Pareto from 1, cut at {@code largest}: few units hold most of the total. */
  double pareto(double exponent, double largest) {
    double cut = 1 - StrictMath.pow(largest, -exponent);
    return StrictMath.pow(1 - uniform() * cut, -1 / exponent);
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A key, each as likely as its weight says. */
  <T> T weighted(Map<T, Double> weights) {
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    double left = uniform() * total;
    T chosen = null;
    for (Map.Entry<T, Double> entry : weights.entrySet()) {
      chosen = entry.getKey();
      left -= entry.getValue();
      if (left < 0) {
        break;
      }
    }
    return chosen;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
