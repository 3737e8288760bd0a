package jindu.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jindu.core.Messages;
import jindu.run.PublishedSql;

/** An answer on the terminal or for a program; numbers have every digit that they have. */
abstract class PrintedAnswer implements PublishedSql.Answer {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  /** The last row has been. */
  abstract void end();

  /** A table for people, with the number of its rows below. */
  static PrintedAnswer table(PrintWriter out, Messages messages) {
    return new PrintedAnswer() {
      private TextTable table;
      private int rows;

      @Override
      public void begins(List<String> columns, List<Boolean> numbers) {
        table = new TextTable(numbers);
        table.add(columns);
      }

      @Override
      public void row(List<Object> values) {
        table.add(
            values.stream().map(value -> value == null ? Numbers.NOTHING : text(value)).toList());
        rows++;
      }

      @Override
      void end() {
        table.lines().forEach(out::println);
        out.println(messages.text("cli.rows-answered", Integer.toString(rows)));
      }
    };
  }

  /** What is not known is empty. */
  static PrintedAnswer csv(PrintWriter out) {
    CsvWriter writer = CsvWriter.builder().build(out);
    return new PrintedAnswer() {
      @Override
      public void begins(List<String> columns, List<Boolean> numbers) {
        writer.writeRecord(columns);
      }

      @Override
      public void row(List<Object> values) {
        writer.writeRecord(
            values.stream().map(value -> value == null ? null : text(value)).toList());
      }

      @Override
      void end() {
        try {
          writer.flush();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /** An object a row, a line each. */
  static PrintedAnswer json(PrintWriter out) {
    List<String> names = new ArrayList<>();
    return new PrintedAnswer() {
      @Override
      public void begins(List<String> columns, List<Boolean> numbers) {
        names.addAll(columns);
      }

      @Override
      public void row(List<Object> values) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int column = 0; column < names.size(); column++) {
          Object value = values.get(column);
          boolean isOfJson = value == null || value instanceof Number || value instanceof Boolean;
          row.put(names.get(column), isOfJson ? value : text(value));
        }
        try {
          out.println(JSON.writeValueAsString(row));
        } catch (JsonProcessingException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      void end() {
        out.flush();
      }
    };
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : Objects.toString(value);
  }
}
