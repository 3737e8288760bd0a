package jindu.run.serve;

import java.util.Set;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.analysis.LocalTempView$;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.CommandResult;
import org.apache.spark.sql.catalyst.plans.logical.DropView;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.Range;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.SetCatalogAndNamespace;
import org.apache.spark.sql.catalyst.plans.logical.UnionLoopRef;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.command.CreateViewCommand;
import org.apache.spark.sql.execution.command.DropTempViewCommand;
import org.apache.spark.sql.execution.command.ResetCommand;
import org.apache.spark.sql.execution.command.SetCatalogCommand;
import org.apache.spark.sql.execution.command.SetCommand;
import org.apache.spark.sql.execution.command.SetNamespaceCommand;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Lets a session read the tables of the lake and do nothing else. It names what is allowed: every
 * plan of a session, in whatever language it was asked for, comes through here before it is run.
 */
public final class ReadingPlans extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

  /** Besides those whose names begin with what they do: Show…, Describe…, Explain…. */
  private static final Set<Class<?>> COMMANDS =
      Set.of(
          SetCatalogAndNamespace.class,
          SetCatalogCommand.class,
          SetNamespaceCommand.class,
          ResetCommand.class,
          DropView.class,
          DropTempViewCommand.class);

  private static final Set<Class<?>> SOURCES =
      Set.of(
          LocalRelation.class,
          OneRowRelation.class,
          Range.class,
          CTERelationRef.class,
          UnionLoopRef.class,
          CommandResult.class);

  /** What is there by name, looked up and not read. */
  private static final String LOOKED_UP = "org.apache.spark.sql.catalyst.analysis.Resolved";

  /** Called by Spark. */
  public ReadingPlans() {}

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    // Before the tables that a command names are looked for: it is refused whether they are there.
    extensions.injectResolutionRule(session -> new CommandsFirst());
    extensions.injectCheckRule(
        session ->
            plan -> {
              requireReading(plan);
              return BoxedUnit.UNIT;
            });
    return BoxedUnit.UNIT;
  }

  /** Changes nothing. */
  private static final class CommandsFirst extends Rule<LogicalPlan> {
    @Override
    public LogicalPlan apply(LogicalPlan plan) {
      plan.foreachWithSubqueries(
          node -> {
            requireAllowed(node);
            return BoxedUnit.UNIT;
          });
      return plan;
    }
  }

  private static void requireReading(LogicalPlan plan) {
    boolean isCommand = plan instanceof Command;
    plan.foreachWithSubqueries(
        node -> {
          requireAllowed(node);
          if (!isCommand && node.children().isEmpty() && !isSource(node)) {
            throw ReadOnly.refusal(node.nodeName());
          }
          return BoxedUnit.UNIT;
        });
  }

  private static void requireAllowed(LogicalPlan node) {
    boolean isRefused =
        node instanceof ParsedStatement
            || node instanceof ScriptTransformation
            || (node instanceof Command && !isAllowed(node));
    if (isRefused) {
      throw ReadOnly.refusal(node.nodeName());
    }
    Iterator<Expression> expressions = node.expressions().iterator();
    while (expressions.hasNext()) {
      if (expressions.next().exists(ReadingPlans::runsOtherCode)) {
        throw ReadOnly.refusal(node.nodeName());
      }
    }
  }

  private static boolean isAllowed(LogicalPlan command) {
    if (command instanceof SetCommand set) {
      return set.kv().isEmpty()
          || set.kv().get()._2().isEmpty()
          || ReadOnly.maySet(set.kv().get()._1());
    }
    if (command instanceof CreateViewCommand view) {
      return view.viewType() == LocalTempView$.MODULE$;
    }
    String name = command.getClass().getSimpleName();
    return COMMANDS.contains(command.getClass())
        || name.startsWith("Show")
        || name.startsWith("Describe")
        || name.startsWith("Explain");
  }

  private static boolean isSource(LogicalPlan leaf) {
    return SOURCES.contains(leaf.getClass())
        || leaf.getClass().getName().startsWith(LOOKED_UP)
        || (leaf instanceof DataSourceV2Relation relation
            && relation.table() instanceof OfferedTable);
  }

  private static boolean runsOtherCode(Expression expression) {
    return expression instanceof UserDefinedExpression
        || expression instanceof CallMethodViaReflection;
  }
}
