package jindu.publish.workbook;

import java.util.ArrayList;
import java.util.List;
import jindu.core.Lamp;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** Puts the cells of a line into a sheet, each with the look of its kind. */
final class CellWriter {

  private static final String TOTAL_FILL = "EEF3FA";
  private static final String WITHHELD_FILL = "F2F2F2";
  private static final String WITHHELD_FONT = "595959";
  private static final String REPEATED_FONT = "808080";

  /** A text that is typed over stays text. */
  private static final String TEXT = "@";

  private final Worksheet sheet;
  private final List<SheetColumn> columns;
  private final Edition edition;

  CellWriter(Worksheet sheet, List<SheetColumn> columns, Edition edition) {
    this.sheet = sheet;
    this.columns = columns;
    this.edition = edition;
  }

  /** Returns the texts that may need a second line; empty where a cell has none. */
  List<String> write(int row, SheetLine line) {
    List<String> texts = new ArrayList<>();
    for (int place = 0; place < columns.size(); place++) {
      texts.add(write(row, place, line));
    }
    return texts;
  }

  private String write(int row, int place, SheetLine line) {
    SheetCell cell = line.cells().get(place);
    StyleSetter style = sheet.style(row, place);
    style.verticalAlignment("center");
    if (line.total()) {
      style.bold().fillColor(TOTAL_FILL);
    }
    String shown = value(row, place, cell);
    look(style, cell, columns.get(place));
    style.set();
    return shown;
  }

  private String value(int row, int place, SheetCell cell) {
    if (cell instanceof SheetCell.Figure figure) {
      sheet.value(row, place, figure.value());
    } else if (cell instanceof SheetCell.Day day) {
      sheet.value(row, place, day.day());
    } else if (cell instanceof SheetCell.LampWord lamp) {
      sheet.value(row, place, word(lamp.lamp()));
    } else if (cell instanceof SheetCell.Withheld) {
      sheet.value(row, place, edition.text("withheld"));
    } else if (cell instanceof SheetCell.Text text) {
      String harmless = CellText.harmless(text.text());
      sheet.value(row, place, harmless);
      // What is said already needs no room of its own.
      return text.repeated() ? "" : harmless;
    }
    return "";
  }

  private String word(Lamp lamp) {
    return edition.messages().text("cli.lamp-" + lamp.code());
  }

  private static void look(StyleSetter style, SheetCell cell, SheetColumn column) {
    if (cell instanceof SheetCell.Figure figure) {
      style.format(figure.format()).horizontalAlignment(column.centred() ? "center" : "right");
    } else if (cell instanceof SheetCell.Day) {
      style.format(CellFormat.DAY).horizontalAlignment("center");
    } else if (cell instanceof SheetCell.LampWord lamp) {
      LampColour colour = LampColour.of(lamp.lamp());
      style.bold().fillColor(colour.fill()).fontColor(colour.font()).horizontalAlignment("center");
    } else if (cell instanceof SheetCell.Withheld) {
      style
          .italic()
          .fillColor(WITHHELD_FILL)
          .fontColor(WITHHELD_FONT)
          .horizontalAlignment("center");
    } else if (cell instanceof SheetCell.Text text) {
      style.format(TEXT).wrapText(true).horizontalAlignment(column.centred() ? "center" : "left");
      if (text.indent() > 0) {
        style.indent(text.indent());
      }
      if (text.repeated()) {
        style.fontColor(REPEATED_FONT);
      }
    }
  }
}
