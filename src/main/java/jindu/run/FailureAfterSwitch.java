package jindu.run;

import java.io.IOException;
import java.util.Optional;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import jindu.publish.PublicationHead;

/**
 * What a night that fails after its switch has to say: that it published. Nothing is undone, and
 * the next night tells the ledger and takes away what has run out.
 */
final class FailureAfterSwitch {

  private FailureAfterSwitch() {}

  /** The failure as it is to be told, empty where the publication in force is not the batch's. */
  static Optional<RunException> of(Lake lake, Ledger.Batch batch, Exception why) {
    PublishedZone zone = new PublishedZone(lake);
    try {
      Optional<String> current = zone.current();
      Optional<String> by =
          current.isPresent()
              ? PublicationHead.find(zone.manifest(current.get())).flatMap(PublicationHead::batch)
              : Optional.empty();
      return by.equals(Optional.of(batch.id()))
          ? Optional.of(
              new RunException(
                  RunException.Kind.AFTER_PUBLICATION, why, current.get(), why.toString()))
          : Optional.empty();
    } catch (IOException | RuntimeException unread) {
      why.addSuppressed(unread);
      return Optional.empty();
    }
  }
}
