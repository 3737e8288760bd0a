package jindu.cli;

import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {

  @Spec private CommandSpec spec;

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    String shown =
        version == null ? spec.resourceBundle().getString("cli.built-from-sources") : version;
    return new String[] {"jindu " + shown};
  }
}
