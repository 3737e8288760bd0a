package jindu.run.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jindu.run.Publication;
import jindu.run.RunException;
import jindu.run.Sessions;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connect.config.Connect;
import org.apache.spark.sql.connect.service.SparkConnectService;
import org.apache.spark.sql.connect.service.SparkConnectService$;

/** The engine's own Spark Connect server on the tables of one lake; one a process. */
public final class LakeServer implements AutoCloseable {

  private final SparkSession spark;
  private final String host;
  private final Path own;

  private LakeServer(SparkSession spark, String host, Path own) {
    this.spark = spark;
    this.host = host;
    this.own = own;
  }

  /**
   * Starts it. No lock is taken and nothing of the lake is changed, by it or by its clients.
   *
   * @param location the lake
   * @param master a Spark master, null for the default
   * @param host the address that clients reach it at; anyone may connect who reaches that
   * @param port of that address, 0 for any that is free
   * @throws RunException when nothing was published yet, or the address cannot be had
   */
  public static LakeServer start(String location, String master, String host, int port)
      throws RunException, IOException {
    Publication.inForce(location);
    requireFree(host, port);
    Map<String, Object> settings = new HashMap<>(ReadOnly.settings(location));
    settings.put("spark.connect.grpc.binding.address", host);
    settings.put("spark.connect.grpc.binding.port", Integer.toString(port));
    // Where Spark would keep tables of its own; it makes the folder, though there are none.
    Path own = Files.createTempDirectory("jindu-serve");
    settings.put("spark.sql.warehouse.dir", own.toUri().toString());
    LakeServer server = new LakeServer(Sessions.start(master, settings), host, own);
    try {
      SparkConnectService.start(server.spark.sparkContext());
    } catch (RuntimeException failed) {
      server.end();
      throw failed;
    }
    return server;
  }

  /** Said before Spark has started, which takes seconds. */
  private static void requireFree(String host, int port) throws RunException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    try (ServerSocket socket = new ServerSocket()) {
      if (address.isUnresolved()) {
        throw new UnknownHostException(host);
      }
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (IOException taken) {
      throw new RunException(
          RunException.Kind.NO_ADDRESS, host, Integer.toString(port), taken.getMessage());
    }
  }

  /** What a client is given to connect. */
  public String address() {
    String named = host.contains(":") ? "[" + host + "]" : host;
    if (hasPassword() && host.equals("127.0.0.1")) {
      // By any other name clients send a token over TLS alone, which the server does not speak.
      named = "localhost";
    }
    return "sc://" + named + ":" + SparkConnectService$.MODULE$.localPort();
  }

  /** Whether only this machine reaches the address. */
  public boolean isOfThisMachine() throws IOException {
    return InetAddress.getByName(host).isLoopbackAddress();
  }

  /** Whether Spark asks clients for a token, which the variable of its name states. */
  public boolean hasPassword() {
    return System.getenv(Connect.CONNECT_AUTHENTICATE_TOKEN_ENV()) != null;
  }

  @Override
  public void close() {
    SparkConnectService.stop(
        SparkConnectService.stop$default$1(), SparkConnectService.stop$default$2());
    end();
  }

  private void end() {
    spark.stop();
    FileUtil.fullyDelete(own.toFile());
  }
}
