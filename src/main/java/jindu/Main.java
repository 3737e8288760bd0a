package jindu;

import jindu.cli.Jindu;

/** The only entry and the only exit of the program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Jindu.execute(arguments));
  }
}
