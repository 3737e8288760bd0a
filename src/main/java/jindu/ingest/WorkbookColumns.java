package jindu.ingest;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Finds cells beyond the last column that Excel has.
 *
 * <p>fastexcel-reader 0.20.2 makes room for every column up to the one a cell names: one cell that
 * calls itself ZZZZZZ1 would take the whole memory. It reads XML by the same parser as this.
 */
final class WorkbookColumns {

  private static final String LAST = "XFD";
  private static final XMLInputFactory FACTORY = factory();

  private WorkbookColumns() {}

  /** The first such reference, or an empty text; a part that is no XML has none. */
  static String firstBeyondLast(InputStream part) {
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(part);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
          String reference = xml.getAttributeValue(null, "r");
          if (reference != null && isBeyondLast(reference)) {
            return reference;
          }
        }
      }
      return "";
    } catch (XMLStreamException noXml) {
      return "";
    }
  }

  private static boolean isBeyondLast(String reference) {
    int start = reference.startsWith("$") ? 1 : 0;
    int end = start;
    while (end < reference.length() && Character.isLetter(reference.charAt(end))) {
      end++;
    }
    String column = reference.substring(start, end);
    return column.length() > LAST.length()
        || (column.length() == LAST.length() && column.compareToIgnoreCase(LAST) > 0);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
