package jindu.run.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.connect.proto.AddArtifactsRequest;
import org.apache.spark.connect.proto.Command;
import org.apache.spark.connect.proto.CommonInlineUserDefinedFunction;
import org.apache.spark.connect.proto.ConfigRequest;
import org.apache.spark.connect.proto.DataType;
import org.apache.spark.connect.proto.ExecutePlanRequest;
import org.apache.spark.connect.proto.Expression;
import org.apache.spark.connect.proto.Filter;
import org.apache.spark.connect.proto.KeyValue;
import org.apache.spark.connect.proto.Plan;
import org.apache.spark.connect.proto.Project;
import org.apache.spark.connect.proto.Read;
import org.apache.spark.connect.proto.Relation;
import org.apache.spark.connect.proto.ScalarScalaUDF;
import org.apache.spark.connect.proto.SqlCommand;
import org.apache.spark.connect.proto.TypedAggregateExpression;
import org.junit.jupiter.api.Test;
import org.sparkproject.connect.protobuf.Descriptors.FieldDescriptor;
import org.sparkproject.connect.protobuf.Message;

/** What a client's request may hold. */
class ReadingRequestsTest {

  private static final Relation TABLE =
      Relation.newBuilder()
          .setRead(
              Read.newBuilder()
                  .setNamedTable(
                      Read.NamedTable.newBuilder().setUnparsedIdentifier("lake.observations")))
          .build();

  @Test
  void aTableByItsNameIsRead() {
    assertThat(ReadingRequests.refused(request(TABLE))).isEmpty();
  }

  @Test
  void aFileOrADatabaseByItsPlaceIsNot() {
    Relation file =
        Relation.newBuilder()
            .setRead(
                Read.newBuilder()
                    .setDataSource(
                        Read.DataSource.newBuilder().setFormat("parquet").addPaths("/etc")))
            .build();
    assertThat(ReadingRequests.refused(request(file))).contains("DataSource");
  }

  @Test
  void codeOfAClientIsFoundHoweverDeepItLies() {
    CommonInlineUserDefinedFunction function =
        CommonInlineUserDefinedFunction.newBuilder()
            .setScalarScalaUdf(ScalarScalaUDF.newBuilder())
            .build();
    Expression code = Expression.newBuilder().setCommonInlineUserDefinedFunction(function).build();
    Expression nested =
        Expression.newBuilder()
            .setUnresolvedFunction(
                Expression.UnresolvedFunction.newBuilder()
                    .setFunctionName("upper")
                    .addArguments(code))
            .build();
    Relation projected =
        Relation.newBuilder()
            .setProject(Project.newBuilder().setInput(TABLE).addExpressions(nested))
            .build();
    Relation filtered =
        Relation.newBuilder().setFilter(Filter.newBuilder().setInput(projected)).build();
    assertThat(ReadingRequests.refused(request(filtered)))
        .contains("CommonInlineUserDefinedFunction");

    Expression aggregate =
        Expression.newBuilder()
            .setTypedAggregateExpression(
                TypedAggregateExpression.newBuilder()
                    .setScalarScalaUdf(ScalarScalaUDF.newBuilder()))
            .build();
    assertThat(ReadingRequests.refused(aggregate)).contains("TypedAggregateExpression");
  }

  /** Whatever a later version of the protocol adds is refused until somebody allows it. */
  @Test
  void ofAllCommandsFourAreDone() {
    Set<String> done =
        Set.of(
            "sql_command",
            "create_dataframe_view",
            "get_resources_command",
            "remove_cached_remote_relation_command");
    List<FieldDescriptor> commands = Command.getDescriptor().getOneofs().get(0).getFields();
    assertThat(commands).hasSizeGreaterThan(15);
    for (FieldDescriptor each : commands) {
      Command.Builder command = Command.newBuilder();
      Message request = command.setField(each, command.newBuilderForField(each).build()).build();
      assertThat(ReadingRequests.refused(request).isEmpty())
          .as(each.getName())
          .isEqualTo(done.contains(each.getName()));
    }
  }

  @Test
  void whatCannotBeLookedIntoIsRefused() {
    Plan compressed =
        Plan.newBuilder().setCompressedOperation(Plan.CompressedOperation.newBuilder()).build();
    assertThat(ReadingRequests.refused(compressed)).contains("Plan");
  }

  @Test
  void aClientBringsRowsAlongAndNoFiles() {
    assertThat(ReadingRequests.refused(batch("cache/0123"))).isEmpty();
    assertThat(ReadingRequests.refused(chunk("cache/0123"))).isEmpty();
    assertThat(ReadingRequests.refused(batch("cache/0123", "jars/own.jar"))).isPresent();
    assertThat(ReadingRequests.refused(batch("pyfiles/own.py"))).isPresent();
    // The server would take the name for jars/own.jar.
    assertThat(ReadingRequests.refused(batch("cache/../jars/own.jar"))).isPresent();
    assertThat(ReadingRequests.refused(chunk("cache/..%2Fclasses/Own.class"))).isPresent();
    assertThat(ReadingRequests.refused(chunk("classes/Own.class"))).isPresent();
  }

  @Test
  void aClientSetsHowItIsAnsweredAndNotFromWhat() {
    assertThat(ReadingRequests.refused(set("spark.sql.session.timeZone"))).isEmpty();
    assertThat(ReadingRequests.refused(set("spark.sql.ansi.enabled"))).isEmpty();
    for (String setting :
        List.of(
            "spark.sql.catalog.own",
            "spark.sql.catalog.spark_catalog",
            "spark.sql.runSQLOnFiles",
            "spark.sql.extensions",
            "spark.sql.variable.substitute",
            "spark.sql.analyzer.singlePassResolver.enabled",
            "spark.sql.adaptive.customCostEvaluatorClass",
            "fs.file.impl")) {
      assertThat(ReadingRequests.refused(set(setting))).as(setting).isPresent();
      Message unset = ConfigRequest.Unset.newBuilder().addKeys(setting).build();
      assertThat(ReadingRequests.refused(unset)).as(setting).isPresent();
    }
  }

  /** The server would make an object of the class that the type names. */
  @Test
  void aTypeThatNamesAClassIsNot() {
    DataType type =
        DataType.newBuilder().setUdt(DataType.UDT.newBuilder().setJvmClass("Own")).build();
    assertThat(ReadingRequests.refused(type)).contains("UDT");
  }

  @Test
  void aStatementIsLeftToThoseWhoReadIt() {
    Command statement =
        Command.newBuilder().setSqlCommand(SqlCommand.newBuilder().setInput(TABLE)).build();
    assertThat(ReadingRequests.refused(statement)).isEmpty();
  }

  private static Message request(Relation relation) {
    return ExecutePlanRequest.newBuilder().setPlan(Plan.newBuilder().setRoot(relation)).build();
  }

  private static Message set(String setting) {
    return ConfigRequest.Set.newBuilder()
        .addPairs(KeyValue.newBuilder().setKey(setting).setValue("own"))
        .build();
  }

  private static Message batch(String... names) {
    AddArtifactsRequest.Batch.Builder batch = AddArtifactsRequest.Batch.newBuilder();
    Arrays.stream(names)
        .map(name -> AddArtifactsRequest.SingleChunkArtifact.newBuilder().setName(name).build())
        .forEach(batch::addArtifacts);
    return AddArtifactsRequest.newBuilder().setBatch(batch).build();
  }

  private static Message chunk(String name) {
    return AddArtifactsRequest.newBuilder()
        .setBeginChunk(AddArtifactsRequest.BeginChunkedArtifact.newBuilder().setName(name))
        .build();
  }
}
