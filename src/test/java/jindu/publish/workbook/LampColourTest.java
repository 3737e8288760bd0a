package jindu.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jindu.core.Lamp;
import org.junit.jupiter.api.Test;

/** Lamps as people see them who lack one of the three kinds of cones, and as a copier does. */
class LampColourTest {

  /** Full sight, and what is left without red, green and blue cones (Machado and others, 2009). */
  private static final List<double[][]> SIGHTS =
      List.of(
          new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          new double[][] {
            {0.152286, 1.052583, -0.204868},
            {0.114503, 0.786281, 0.099216},
            {-0.003882, -0.048116, 1.051998}
          },
          new double[][] {
            {0.367322, 0.860646, -0.227968},
            {0.280085, 0.672501, 0.047413},
            {-0.011820, 0.042940, 0.968881}
          },
          new double[][] {
            {1.255528, -0.076749, -0.178779},
            {-0.078411, 0.930809, 0.147602},
            {0.004733, 0.691367, 0.303900}
          });

  /** Of L*a*b*: differences above 2 can be seen, above 10 at a glance. */
  private static final double AT_A_GLANCE = 20;

  /** Contrast of small text by WCAG 2 (level AA). */
  private static final double READABLE = 4.5;

  @Test
  void everyTwoLampsDifferAtAGlanceForEverySight() {
    for (double[][] sight : SIGHTS) {
      for (Lamp one : Lamp.values()) {
        for (Lamp other : Lamp.values()) {
          if (one != other) {
            assertThat(distance(lab(seen(one, sight)), lab(seen(other, sight))))
                .as("%s and %s", one, other)
                .isGreaterThan(AT_A_GLANCE);
          }
        }
      }
    }
  }

  @Test
  void greenYellowAndRedDifferInBlackAndWhiteToo() {
    double green = lab(linear(LampColour.of(Lamp.GREEN).fill()))[0];
    double yellow = lab(linear(LampColour.of(Lamp.YELLOW).fill()))[0];
    double red = lab(linear(LampColour.of(Lamp.RED).fill()))[0];

    assertThat(yellow - green).isGreaterThan(10);
    assertThat(green - red).isGreaterThan(10);
  }

  @Test
  void theWordOnEachLampCanBeRead() {
    for (Lamp lamp : Lamp.values()) {
      double fill = luminance(linear(LampColour.of(lamp).fill()));
      double font = luminance(linear(LampColour.of(lamp).font()));
      assertThat((Math.max(fill, font) + 0.05) / (Math.min(fill, font) + 0.05))
          .as(lamp.name())
          .isGreaterThan(READABLE);
    }
  }

  private static double[] seen(Lamp lamp, double[][] sight) {
    double[] rgb = linear(LampColour.of(lamp).fill());
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      double sum = 0;
      for (int column = 0; column < 3; column++) {
        sum += sight[row][column] * rgb[column];
      }
      seen[row] = Math.min(1, Math.max(0, sum));
    }
    return seen;
  }

  private static double[] linear(String colour) {
    double[] rgb = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      double value = Integer.parseInt(colour.substring(2 * channel, 2 * channel + 2), 16) / 255.0;
      rgb[channel] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  private static double luminance(double[] rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double[] lab(double[] rgb) {
    double x = curve((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
    double y = curve(luminance(rgb));
    double z = curve((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double curve(double value) {
    return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
  }

  private static double distance(double[] one, double[] other) {
    return Math.sqrt(
        Math.pow(one[0] - other[0], 2)
            + Math.pow(one[1] - other[1], 2)
            + Math.pow(one[2] - other[2], 2));
  }
}
