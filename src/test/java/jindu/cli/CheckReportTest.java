package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import jindu.core.Messages;
import jindu.run.CheckResult;
import jindu.run.FileAccount;
import jindu.run.JudgedRow;
import jindu.run.Problem;
import org.junit.jupiter.api.Test;

class CheckReportTest {

  private static final LocalDate DAY = LocalDate.of(2020, 4, 18);

  @Test
  void noTextOfAUnitReachesTheTerminalRaw() {
    String hostile = "\u001b]0;x\u0007\u202e";
    JudgedRow row =
        new JudgedRow(
            "CZ-1/" + hostile + ".csv",
            hostile,
            2,
            hostile,
            hostile,
            hostile,
            hostile,
            List.of(new Problem("not-a-number", hostile, hostile)));
    FileAccount file =
        new FileAccount(
            "d", "CZ-1", "CZ-1/" + hostile + ".csv", "h", DAY, 1, 0, 0, 1, 0, hostile, hostile);
    CheckResult result = new CheckResult(DAY, List.of(file), List.of(row), List.of(row), 1, true);

    StringWriter words = new StringWriter();
    new CheckReport(result, Messages.ENGLISH).print(new PrintWriter(words, true));

    assertThat(words.toString().lines().toList())
        .hasSizeGreaterThan(6)
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl))
        .noneMatch(line -> line.contains("\u202e"));
    assertThat(words.toString()).contains("\\u001B]0;x\\u0007\\u202E");
  }
}
