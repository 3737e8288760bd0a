package jindu.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jindu.catalog.Catalog;

/**
 * What is to be judged, and against what.
 *
 * @param lake where register and history are; need not be there
 * @param master a Spark master, null for the default
 * @param catalog {@code reference/} as it is now
 * @param asOf look at the lake as it was known on that day; empty: as the next night will
 * @param form the form of all files; empty where their folders or headers say it
 * @param files files of this machine
 */
public record CheckRequest(
    String lake,
    String master,
    Catalog catalog,
    Optional<LocalDate> asOf,
    Optional<String> form,
    List<Path> files) {}
