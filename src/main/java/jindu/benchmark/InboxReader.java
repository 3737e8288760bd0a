package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import jindu.catalog.Catalog;
import jindu.core.Code;

/** Who reads deliveries. */
public enum InboxReader implements Code {
  /** This project's own ingest. */
  OURS {
    @Override
    public Reading read(Catalog catalog, Path inbox) throws IOException {
      return OurReading.of(catalog, inbox);
    }
  },
  /** DuckDB's reader of CSV. */
  DUCKDB {
    @Override
    public Reading read(Catalog catalog, Path inbox) throws SQLException {
      return DuckDbReading.of(catalog, inbox);
    }
  },
  /** The library that ingest reads workbooks with, row by row and with nothing beside it. */
  FASTEXCEL {
    @Override
    public Reading read(Catalog catalog, Path inbox) throws IOException {
      return SheetReading.of(inbox);
    }
  };

  /** Reads every file of the inbox. */
  public abstract Reading read(Catalog catalog, Path inbox) throws IOException, SQLException;
}
