package jindu.run.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.run.Publication;
import jindu.run.RunException;
import jindu.run.StoredTables;
import jindu.table.PublishedTables;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.NamespaceChange;
import org.apache.spark.sql.connector.catalog.SupportsNamespaces;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.TableInfo;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The tables of a lake under their names: {@code published.headline}, {@code lake.observations}.
 * Spark makes one for each session of a client. All that a session reads of {@code published} is of
 * the publication that was in force when it first asked, so that two of its answers fit each other;
 * a table of {@code lake} is read as its last commit left it.
 */
public final class LakeCatalog implements TableCatalog, SupportsNamespaces {

  /** The name of the catalog, which sessions begin in. */
  static final String NAME = "jindu";

  /** The option that says where the lake is. */
  static final String LOCATION = "location";

  private static final String PUBLISHED = "published";
  private static final String INTERNAL = "lake";

  private String name;
  private Lake lake;
  private Publication publication;

  /** Called by Spark. */
  public LakeCatalog() {}

  @Override
  public void initialize(String catalog, CaseInsensitiveStringMap options) {
    name = catalog;
    try {
      lake = Lake.toRead(options.get(LOCATION));
      publication = Publication.inForce(options.get(LOCATION));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RunException nothingPublished) {
      throw new IllegalStateException(nothingPublished);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String[][] listNamespaces() {
    return new String[][] {{PUBLISHED}, {INTERNAL}};
  }

  @Override
  public String[][] listNamespaces(String[] namespace) throws NoSuchNamespaceException {
    if (namespace.length == 0) {
      return listNamespaces();
    }
    tables(namespace);
    return new String[0][];
  }

  @Override
  public Map<String, String> loadNamespaceMetadata(String[] namespace)
      throws NoSuchNamespaceException {
    tables(namespace);
    return Map.of();
  }

  @Override
  public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
    return tables(namespace).stream()
        .map(table -> Identifier.of(namespace, table.name()))
        .toArray(Identifier[]::new);
  }

  @Override
  public Table loadTable(Identifier table) throws NoSuchTableException {
    try {
      for (TableDefinition definition : tables(table.namespace())) {
        if (definition.name().equals(table.name())) {
          return offered(table.namespace()[0], definition);
        }
      }
    } catch (NoSuchNamespaceException none) {
      throw new NoSuchTableException(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new NoSuchTableException(table);
  }

  private List<TableDefinition> tables(String[] namespace) throws NoSuchNamespaceException {
    boolean isPublished = Arrays.equals(namespace, new String[] {PUBLISHED});
    if (!isPublished && !Arrays.equals(namespace, new String[] {INTERNAL})) {
      throw new NoSuchNamespaceException(namespace);
    }
    Stream<TableDefinition> there =
        isPublished
            ? PublishedTables.ALL.stream().filter(table -> folder(table).isPresent())
            : StoredTables.ALL.stream().filter(table -> stored().exists(table));
    return there.toList();
  }

  private OfferedTable offered(String namespace, TableDefinition table) throws IOException {
    String title = name + "." + namespace + "." + table.name();
    if (namespace.equals(PUBLISHED)) {
      Path folder = folder(table).orElseThrow();
      return new OfferedTable(title, table, folder, List.of(folder.toString()));
    }
    Path folder = lake.zone(table.name());
    return new OfferedTable(title, table, folder, stored().files(table, OptionalLong.empty()));
  }

  private Optional<Path> folder(TableDefinition table) {
    try {
      return publication.folder(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DeltaTables stored() {
    return new DeltaTables(SparkSession.active(), lake);
  }

  @Override
  public Table createTable(Identifier table, TableInfo info) {
    throw ReadOnly.refusal("CREATE TABLE " + table);
  }

  @Override
  public Table alterTable(Identifier table, TableChange... changes) {
    throw ReadOnly.refusal("ALTER TABLE " + table);
  }

  @Override
  public boolean dropTable(Identifier table) {
    throw ReadOnly.refusal("DROP TABLE " + table);
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw ReadOnly.refusal("ALTER TABLE " + from);
  }

  @Override
  public void createNamespace(String[] namespace, Map<String, String> metadata) {
    throw ReadOnly.refusal("CREATE DATABASE");
  }

  @Override
  public void alterNamespace(String[] namespace, NamespaceChange... changes) {
    throw ReadOnly.refusal("ALTER DATABASE");
  }

  @Override
  public boolean dropNamespace(String[] namespace, boolean cascade) {
    throw ReadOnly.refusal("DROP DATABASE");
  }
}
