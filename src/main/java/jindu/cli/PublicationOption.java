package jindu.cli;

import java.io.IOException;
import java.time.LocalDate;
import jindu.core.Messages;
import jindu.run.Publication;
import jindu.run.RunException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which publication is shown: the one in force, unless a day or an id asks for another. */
final class PublicationOption {

  @ArgGroup private Choice choice;

  /** One or the other. */
  static final class Choice {
    @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "help.publication-as-of")
    private LocalDate day;

    @Option(names = "--publication", paramLabel = "ID", descriptionKey = "help.publication")
    private String id;
  }

  /** Finds it by the files of {@code published/}, before Spark starts. */
  Publication find(String lake) throws IOException, RunException {
    if (choice == null) {
      return Publication.inForce(lake);
    }
    return choice.day == null
        ? Publication.withId(lake, choice.id)
        : Publication.asOf(lake, choice.day);
  }

  /** Whether another than the one in force may be shown, so that it has to be named. */
  boolean isGiven() {
    return choice != null;
  }

  /** What stands above the table: which publication it is of, and whether it is in force. */
  static String heading(Publication publication, Messages messages)
      throws IOException, RunException {
    Publication.Standing standing = publication.standing();
    StringBuilder heading =
        new StringBuilder(
            messages.text("cli.publication-shown", publication.id(), standing.asOf()));
    if (publication.id().equals(standing.inForce())) {
      return heading.append(messages.text("cli.publication-in-force")).toString();
    }
    standing
        .inItsPlace()
        .ifPresent(other -> heading.append(messages.text("cli.publication-taken-back", other)));
    return heading
        .append(messages.text("cli.publication-not-in-force", standing.inForce()))
        .toString();
  }
}
