package jindu.publish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The colours of the page as people see them who lack one kind of cones, by the matrices of
 * Machado, Oliveira and Fernandes (2009), severity 1. Two colours can be told apart where they are
 * far enough from each other in CIELAB.
 */
class ColourVisionTest {

  /** A just noticeable difference is about 2.3; lamps are looked at one by one and need more. */
  private static final double APART = 20;

  /** The fifths lie in order beside each other, with the rank in the cell. */
  private static final double IN_ORDER = 10;

  private static final Map<String, double[][]> VISIONS =
      Map.of(
          "all cones",
          new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          "no red cones",
          new double[][] {
            {0.152286, 1.052583, -0.204868},
            {0.114503, 0.786281, 0.099216},
            {-0.003882, -0.048116, 1.051998}
          },
          "no green cones",
          new double[][] {
            {0.367322, 0.860646, -0.227968},
            {0.280085, 0.672501, 0.047413},
            {-0.011820, 0.042940, 0.968881}
          },
          "no blue cones",
          new double[][] {
            {1.255528, -0.076749, -0.178779},
            {-0.078411, 0.930809, 0.147602},
            {0.004733, 0.691367, 0.303900}
          });

  @ParameterizedTest
  @ValueSource(strings = {"all cones", "no red cones", "no green cones", "no blue cones"})
  void lampsAreToldApart(String vision) throws IOException {
    List<String> shapes =
        found("dashboard.css", "\\.lamp-(?:red|yellow|green) \\.shape \\{ color: (#[0-9a-f]{6})");

    assertThat(shapes).hasSize(3);
    assertThat(tooNear(shapes, VISIONS.get(vision), APART)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all cones", "no red cones", "no green cones", "no blue cones"})
  void barsAheadAndBehindAndTheFifthsOfTheRankAreToldApart(String vision) throws IOException {
    List<String> bars = found("charts.js", "(?:actual|behind): '(#[0-9a-f]{6})'");
    List<String> fifths =
        found("dashboard.css", "\\.rank-[0-9] \\{[^}]*background: (#[0-9a-f]{3,6})");

    assertThat(bars).hasSize(2);
    assertThat(tooNear(bars, VISIONS.get(vision), APART)).isEmpty();
    assertThat(fifths).hasSize(5);
    assertThat(tooNear(fifths, VISIONS.get(vision), IN_ORDER)).isEmpty();
  }

  private static List<String> found(String file, String pattern) throws IOException {
    List<String> found = new ArrayList<>();
    try (InputStream text = Dashboard.class.getResourceAsStream("/jindu/dashboard/" + file)) {
      Matcher matcher =
          Pattern.compile(pattern).matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8));
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  private static List<String> tooNear(List<String> colours, double[][] vision, double apart) {
    List<String> near = new ArrayList<>();
    for (int one = 0; one < colours.size(); one++) {
      for (int other = 0; other < one; other++) {
        double[] first = lab(colours.get(one), vision);
        double[] second = lab(colours.get(other), vision);
        double distance =
            Math.sqrt(
                Math.pow(first[0] - second[0], 2)
                    + Math.pow(first[1] - second[1], 2)
                    + Math.pow(first[2] - second[2], 2));
        if (distance < apart) {
          near.add(colours.get(one) + " and " + colours.get(other) + ": " + distance);
        }
      }
    }
    return near;
  }

  /** CIELAB of what a vision makes of a colour, by the white of D65. */
  private static double[] lab(String colour, double[][] vision) {
    double[] linear = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      int start = 1 + channel * (colour.length() / 3);
      String digits = colour.substring(start, start + colour.length() / 3);
      double value = Integer.parseInt(digits.length() == 1 ? digits + digits : digits, 16) / 255.0;
      linear[channel] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    double[] seen = times(vision, linear);
    for (int channel = 0; channel < 3; channel++) {
      seen[channel] = Math.max(0, Math.min(1, seen[channel]));
    }
    double[] xyz =
        times(
            new double[][] {
              {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}
            },
            seen);
    double x = root(xyz[0] / 0.95047);
    double y = root(xyz[1]);
    double z = root(xyz[2] / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double root(double value) {
    return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int row = 0; row < 3; row++) {
      product[row] =
          matrix[row][0] * vector[0] + matrix[row][1] * vector[1] + matrix[row][2] * vector[2];
    }
    return product;
  }
}
