package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jindu.core.Code;
import jindu.run.RunException;

/** Who does a rebuild beside us, from the same files to {@code published/} in a folder. */
enum RebuildPeer implements Code {
  /** DuckDB, as an afternoon's work gives it. */
  DUCKDB {
    @Override
    Cost rebuild(Workplace workplace, String name, Path lake, Path target)
        throws IOException, RunException, InterruptedException {
      return duckdb(workplace, name, PeerScripts.NATURAL, lake, target);
    }
  },
  /** DuckDB, as fast as we know. */
  DUCKDB_FASTEST {
    @Override
    Cost rebuild(Workplace workplace, String name, Path lake, Path target)
        throws IOException, RunException, InterruptedException {
      return duckdb(workplace, name, PeerScripts.FASTEST, lake, target);
    }
  },
  /** Polars, in a Python of its own. */
  POLARS {
    @Override
    Cost rebuild(Workplace workplace, String name, Path lake, Path target)
        throws IOException, RunException, InterruptedException {
      return workplace
          .program(name, List.of(polars(workplace), lake.toString(), target.toString()))
          .cost();
    }
  };

  private static final String SET_UP = "polars-set-up";

  /**
   * Rebuilds.
   *
   * @param name of its log
   * @param lake with {@code inbox/} and {@code reference/}
   * @param target in which {@code published/} is made
   */
  abstract Cost rebuild(Workplace workplace, String name, Path lake, Path target)
      throws IOException, RunException, InterruptedException;

  /**
   * Sets Polars up, which needs Python 3 with venv and, the first time, the network.
   *
   * @throws RunException when it cannot be had here
   */
  static void setUpPolars(Workplace workplace)
      throws IOException, RunException, InterruptedException {
    workplace.program(SET_UP, List.of(polars(workplace), "--set-up"));
  }

  private static String polars(Workplace workplace) {
    return workplace.scripts("polars").resolve("run").toString();
  }

  private static Cost duckdb(Workplace workplace, String name, String form, Path lake, Path target)
      throws IOException, RunException, InterruptedException {
    return workplace
        .part(
            name,
            "duckdb",
            "--lake",
            lake.toString(),
            "--scripts",
            workplace.scripts("duckdb").toString(),
            "--form",
            form,
            "--to",
            target.toString())
        .cost();
  }
}
