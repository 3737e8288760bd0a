package jindu.run.serve;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.connect.proto.AddArtifactsRequest;
import org.apache.spark.connect.proto.Command;
import org.apache.spark.connect.proto.CommonInlineUserDefinedDataSource;
import org.apache.spark.connect.proto.CommonInlineUserDefinedFunction;
import org.apache.spark.connect.proto.CommonInlineUserDefinedTableFunction;
import org.apache.spark.connect.proto.ConfigRequest;
import org.apache.spark.connect.proto.DataType;
import org.apache.spark.connect.proto.KeyValue;
import org.apache.spark.connect.proto.Plan;
import org.apache.spark.connect.proto.Read;
import org.apache.spark.connect.proto.TypedAggregateExpression;
import org.sparkproject.connect.grpc.ForwardingServerCallListener;
import org.sparkproject.connect.grpc.Metadata;
import org.sparkproject.connect.grpc.ServerCall;
import org.sparkproject.connect.grpc.ServerCallHandler;
import org.sparkproject.connect.grpc.ServerInterceptor;
import org.sparkproject.connect.grpc.Status;
import org.sparkproject.connect.protobuf.Any;
import org.sparkproject.connect.protobuf.Message;

/**
 * Refuses requests before the server unpacks them: a client's own code would run as the program's
 * user, and no plan tells what it does. {@link ReadingPlans} refuses what is left.
 */
public final class ReadingRequests implements ServerInterceptor {

  private static final Set<Command.CommandTypeCase> COMMANDS =
      Set.of(
          Command.CommandTypeCase.SQL_COMMAND,
          Command.CommandTypeCase.CREATE_DATAFRAME_VIEW,
          Command.CommandTypeCase.GET_RESOURCES_COMMAND,
          Command.CommandTypeCase.REMOVE_CACHED_REMOTE_RELATION_COMMAND);

  /**
   * A client's code, files and databases by their place, and what only an extension understands.
   */
  private static final Set<Class<?>> REFUSED =
      Set.of(
          CommonInlineUserDefinedFunction.class,
          CommonInlineUserDefinedTableFunction.class,
          CommonInlineUserDefinedDataSource.class,
          TypedAggregateExpression.class,
          Read.DataSource.class,
          DataType.UDT.class,
          Any.class);

  /**
   * Rows that a client brings along and that are too many for one message. The whole name: the
   * server takes {@code cache/../classes} for {@code classes}.
   */
  private static final Pattern ROWS = Pattern.compile("cache/[0-9A-Za-z_-]+");

  /** Called by Spark. */
  public ReadingRequests() {}

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new ForwardingServerCallListener.SimpleForwardingServerCallListener<>(
        next.startCall(call, headers)) {
      private boolean isClosed;

      @Override
      public void onMessage(Q message) {
        Optional<String> refused =
            isClosed || !(message instanceof Message request) ? Optional.empty() : refused(request);
        refused.ifPresent(
            what -> {
              isClosed = true;
              call.close(
                  Status.PERMISSION_DENIED.withDescription(ReadOnly.words(what)), new Metadata());
            });
        if (!isClosed) {
          super.onMessage(message);
        }
      }

      @Override
      public void onHalfClose() {
        if (!isClosed) {
          super.onHalfClose();
        }
      }
    };
  }

  /** What of a request, or of a part of it, is not done; empty where all may be. */
  static Optional<String> refused(Message part) {
    if (REFUSED.contains(part.getClass()) || isRefused(part)) {
      return Optional.of(part.getDescriptorForType().getName());
    }
    if (part instanceof Command command && !COMMANDS.contains(command.getCommandTypeCase())) {
      return Optional.of(command.getCommandTypeCase().name());
    }
    return part.getAllFields().values().stream()
        .flatMap(ReadingRequests::parts)
        .map(ReadingRequests::refused)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isRefused(Message part) {
    if (part instanceof Plan plan) {
      return plan.hasCompressedOperation();
    }
    if (part instanceof AddArtifactsRequest added) {
      return !names(added).allMatch(name -> ROWS.matcher(name).matches());
    }
    return !settings(part).allMatch(ReadOnly::maySet);
  }

  private static Stream<String> settings(Message part) {
    if (part instanceof ConfigRequest.Set set) {
      return set.getPairsList().stream().map(KeyValue::getKey);
    }
    return part instanceof ConfigRequest.Unset unset
        ? unset.getKeysList().stream()
        : Stream.empty();
  }

  private static Stream<String> names(AddArtifactsRequest added) {
    return Stream.concat(
        added.getBatch().getArtifactsList().stream().map(each -> each.getName()),
        added.hasBeginChunk() ? Stream.of(added.getBeginChunk().getName()) : Stream.empty());
  }

  private static Stream<Message> parts(Object value) {
    Collection<?> values = value instanceof List<?> list ? list : List.of(value);
    return values.stream().filter(Message.class::isInstance).map(Message.class::cast);
  }
}
