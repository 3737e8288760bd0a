package jindu.catalog;

import java.util.Optional;
import java.util.Set;

/**
 * The codes that may be referred to.
 *
 * <p>When the file that lists them could not be read, every code is taken as known: one mistake
 * there is not to be followed by a thousand here.
 */
record KnownCodes(Optional<Set<String>> codes) {

  static KnownCodes of(Set<String> codes) {
    return new KnownCodes(Optional.of(codes));
  }

  static KnownCodes unreadable() {
    return new KnownCodes(Optional.empty());
  }

  /** Whether the code is known to be listed: of a file that could not be read none is. */
  boolean holds(String code) {
    return codes.isPresent() && codes.get().contains(code);
  }

  boolean contains(String code) {
    return codes.isEmpty() || codes.get().contains(code);
  }
}
