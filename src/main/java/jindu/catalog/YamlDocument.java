package jindu.catalog;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file that is one mapping. */
final class YamlDocument {

  private YamlDocument() {}

  /** The mapping that a file is, or empty when it is none. */
  static Optional<YamlMapping> read(ReferenceFile file, YamlMapping.Keys keys, Mistakes mistakes) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setAllowDuplicateKeys(true).build())
              .composeString(file.content());
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return Optional.of(YamlMapping.of(mapping, file.at(1), keys, mistakes));
      }
      mistakes.add(file.at(1), "not-mapping", file.path());
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(YamlDocument::line).orElse(0);
      mistakes.add(file.at(line), "broken-yaml", broken.getProblem());
    } catch (YamlEngineException broken) {
      mistakes.add(file.at(0), "broken-yaml", broken.getMessage());
    }
    return Optional.empty();
  }

  /** The line of a mark, from 1. */
  static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
