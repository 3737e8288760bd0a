package jindu.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jindu.core.Peer;

/** Reads {@code peers.csv}. */
final class PeerReader {

  static final String FILE = "peers.csv";
  static final List<String> COLUMNS = List.of("code", "name_zh", "name_en", "kind", "note");

  private static final Pattern CODE = Pattern.compile("\\d{6}");

  private PeerReader() {}

  /**
   * @param places codes of the district's own places, none of which is a peer
   */
  static List<Peer> read(CsvTable table, KnownCodes places, Mistakes mistakes) {
    table.requireUnique("code");
    List<Located<Peer>> peers = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      mistakes
          .whenSound(() -> peer(row, places))
          .ifPresent(peer -> peers.add(new Located<>(row.at(), peer)));
    }
    peers.stream()
        .filter(peer -> peer.value().kind() == Peer.Kind.CITY)
        .skip(1)
        .forEach(second -> mistakes.add(second.at(), "second-city", second.value().code()));
    return peers.stream().map(Located::value).toList();
  }

  private static Peer peer(CsvRow row, KnownCodes places) {
    Field code = row.field("code");
    code.matching(CODE, "123456");
    if (code.isSound() && places.holds(code.text())) {
      code.wrong("own-place");
    }
    return new Peer(
        code.text(),
        row.field("name_zh").required(),
        row.field("name_en").required(),
        row.field("kind").code(Peer.Kind.class),
        row.field("note").text());
  }
}
