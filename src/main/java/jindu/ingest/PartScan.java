package jindu.ingest;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through the XML of one part before the reader does, by the same parser.
 *
 * <p>fastexcel-reader 0.20.2 makes room for every column up to the one a cell names, holds every
 * shared text and style in memory, compares every cell with every array formula, and takes a time
 * that grows with the square of its digits to read a number.
 */
final class PartScan {

  /** Elements that the reader keeps in memory until the workbook is closed. */
  private static final Set<String> HELD =
      Set.of("si", "xf", "numFmt", "sheet", "Relationship", "Override", "Default");

  /** Bytes that an object for one of them takes up beside its text. */
  private static final long HELD_OBJECT = 64;

  private static final String LAST_COLUMN = "XFD";
  private static final int MOST_COLUMNS = 16_384;
  private static final int DEEPEST = 100;
  private static final long MOST_COMPARISONS = 4_000_000_000L;

  private static final XMLInputFactory FACTORY = factory();

  private final UnpackedPart part;
  private int depth;
  private int textDepth;
  private int numberDepth;
  private int digits;
  private boolean isNumber;
  private int cellsOfRow;
  private long heldObjects;
  private long arrayFormulas;
  private long comparisons;

  private PartScan(UnpackedPart part) {
    this.part = part;
  }

  /**
   * Reads the part to its end, or to where it is no XML: there the reader will stop too.
   *
   * @return bytes of the part that the reader will hold in memory
   */
  static long heldBytes(UnpackedPart part) throws UnusableFileException {
    PartScan scan = new PartScan(part);
    try {
      scan.read(FACTORY.createXMLStreamReader(part));
    } catch (XMLStreamException | RuntimeException noXml) {
      // An image, or damage: what the reader needs of it, the reader will miss.
    }
    part.finish();
    return scan.heldObjects == 0 ? 0 : scan.heldObjects * HELD_OBJECT + part.size();
  }

  private void read(XMLStreamReader xml) throws XMLStreamException, UnusableFileException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new UnusableFileException(Refusal.XML_ENTITIES, part.name());
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text(xml.getTextLength());
        default -> {}
      }
      if (textDepth == 0) {
        part.token();
      }
    }
  }

  private void start(XMLStreamReader xml) throws UnusableFileException {
    depth++;
    if (depth > DEEPEST) {
      throw beyondExcel("depth>" + DEEPEST);
    }
    String name = xml.getLocalName();
    heldObjects += HELD.contains(name) ? 1 : 0;
    switch (name) {
      case "c" -> cell(xml.getAttributeValue(null, "r"), xml.getAttributeValue(null, "t"));
      case "v" -> {
        digits = numberDepth == 0 ? 0 : digits;
        numberDepth = isNumber && numberDepth == 0 ? depth : numberDepth;
      }
      case "f" -> arrayFormulas += "array".equals(xml.getAttributeValue(null, "t")) ? 1 : 0;
      case "Relationship", "Override", "Default" -> PartKind.refuseUnsafe(xml, part.name());
      default -> {}
    }
    if (textDepth == 0 && (name.equals("c") || name.equals("si"))) {
      // The text of a cell may come in pieces: it is one token to the end of the cell.
      textDepth = depth;
      part.token();
    }
  }

  private void end(String name) {
    textDepth = depth == textDepth ? 0 : textDepth;
    numberDepth = depth == numberDepth ? 0 : numberDepth;
    depth--;
    cellsOfRow = name.equals("row") ? 0 : cellsOfRow;
  }

  private void text(int length) throws UnusableFileException {
    digits += numberDepth == 0 ? 0 : length;
    if (digits > ShownNumber.MOST_PLACES) {
      throw beyondExcel("digits>" + ShownNumber.MOST_PLACES);
    }
  }

  private void cell(String reference, String type) throws UnusableFileException {
    cellsOfRow++;
    isNumber = type == null || type.equals("n");
    comparisons += arrayFormulas;
    if (cellsOfRow > MOST_COLUMNS) {
      throw beyondExcel("cells>" + MOST_COLUMNS);
    }
    if (reference != null && isBeyondLast(reference)) {
      throw beyondExcel("column>" + LAST_COLUMN);
    }
    if (comparisons > MOST_COMPARISONS) {
      throw beyondExcel("array formulas=" + arrayFormulas);
    }
  }

  private static boolean isBeyondLast(String reference) {
    int start = reference.startsWith("$") ? 1 : 0;
    int end = start;
    while (end < reference.length() && Character.isLetter(reference.charAt(end))) {
      end++;
    }
    int length = end - start;
    return length > LAST_COLUMN.length()
        || (length == LAST_COLUMN.length()
            && reference.substring(start, end).compareToIgnoreCase(LAST_COLUMN) > 0);
  }

  private UnusableFileException beyondExcel(String detail) {
    return new UnusableFileException(Refusal.BEYOND_EXCEL, part.name() + " " + detail);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
