package jindu.cli;

import jindu.core.Messages;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {

  private final Messages messages;

  Version(Messages messages) {
    this.messages = messages;
  }

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    String shown = version == null ? messages.text("cli.built-from-sources") : version;
    return new String[] {"jindu " + shown};
  }
}
