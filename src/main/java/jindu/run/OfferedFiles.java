package jindu.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.core.ContentHash;
import jindu.ingest.Delivery;
import jindu.ingest.InboxPath;
import jindu.run.History.KnownFile;

/** Local files as the deliveries that they would be in the inbox. */
final class OfferedFiles {

  private final CheckRequest request;
  private final FormByHeader byHeader;

  OfferedFiles(CheckRequest request, FormByHeader byHeader) {
    this.request = request;
    this.byHeader = byHeader;
  }

  /** Refuses what is no file, before anything is started for it. */
  static void require(List<Path> files) throws RunException {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new RunException(RunException.Kind.NO_FILE, file.toString());
      }
    }
  }

  /**
   * The files with the paths and received days that they would have.
   *
   * @throws RunException when a file would not be delivered under its name, two would be one
   *     delivery, or a form is not known
   */
  List<Delivery> deliveries(ReceivedDays days, History history) throws RunException, IOException {
    Map<String, List<KnownFile>> known = history.filesByPath();
    Map<String, Path> taken = new LinkedHashMap<>();
    List<Delivery> deliveries = new ArrayList<>();
    for (Path given : request.files()) {
      Path file = given.toAbsolutePath().normalize();
      String form = form(file);
      String path = path(form, file);
      InboxPath inbox =
          InboxPath.parse(path)
              .orElseThrow(
                  () -> new RunException(RunException.Kind.NOT_YET_DELIVERED, given.toString()));
      Path same = taken.putIfAbsent(path, given);
      if (same != null) {
        throw new RunException(
            RunException.Kind.SAME_PATH, path, same.toString(), given.toString());
      }
      LocalDate received = received(file, known.getOrDefault(path, List.of()), days.of(inbox));
      deliveries.add(new Delivery(path, location(file), form, received));
    }
    return deliveries;
  }

  /** Where storage finds a file of this machine, whatever characters its name has. */
  static String location(Path file) {
    return new org.apache.hadoop.fs.Path(file.toUri()).toString();
  }

  private String form(Path file) throws RunException {
    if (request.form().isPresent()) {
      return request.form().get();
    }
    Optional<String> folder =
        Optional.ofNullable(formFolder(file)).map(Path::getFileName).map(Path::toString);
    return folder.filter(request.catalog().forms()::containsKey).isPresent()
        ? folder.get()
        : byHeader.form(file);
  }

  /** The folder that the inbox would have for the form: above that of a day, if there is one. */
  private static Path formFolder(Path file) {
    return day(file).isPresent() ? file.getParent().getParent() : file.getParent();
  }

  private static String path(String form, Path file) {
    String name = file.getFileName().toString();
    return day(file).map(day -> "%s/%s/%s".formatted(form, day, name)).orElse(form + "/" + name);
  }

  private static Optional<LocalDate> day(Path file) {
    return InboxPath.parse("FORM/%s/file".formatted(file.getParent().getFileName()))
        .flatMap(InboxPath::receivedDate);
  }

  /** A delivery that a night took already keeps the day it was received. */
  private LocalDate received(Path file, List<KnownFile> known, LocalDate day) throws IOException {
    if (!known.isEmpty()) {
      String hash;
      try (var content = Files.newInputStream(file)) {
        hash = ContentHash.of(content);
      }
      for (KnownFile before : known) {
        if (hash.equals(before.account().contentHash())) {
          return before.account().receivedDate();
        }
      }
    }
    return request.asOf().filter(day::isAfter).orElse(day);
  }
}
