package jindu.publish.sdmx;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import jindu.catalog.Catalog;
import jindu.publish.PublishedRows;
import jindu.publish.sdmx.CodeLists.CodeList;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Data flows, code lists, concepts and data structures of a publication, in SDMX-ML 3.0. */
final class StructureMessage {

  private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/";
  private static final String URN = "urn:sdmx:org.sdmx.infomodel.";
  private static final String ENGLISH = "en";

  private final Document document;
  private final Optional<Catalog.Notice> notice;

  private StructureMessage(Document document, Optional<Catalog.Notice> notice) {
    this.document = document;
    this.notice = notice;
  }

  static byte[] of(PublishedRows rows, Optional<Catalog.Notice> notice) {
    try {
      Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      new StructureMessage(document, notice).write(rows);
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException("The JDK writes no XML.", e);
    }
  }

  private void write(PublishedRows rows) {
    Element message = document.createElement("mes:Structure");
    message.setAttribute("xmlns:mes", SCHEMAS + "message");
    message.setAttribute("xmlns:str", SCHEMAS + "structure");
    message.setAttribute("xmlns:com", SCHEMAS + "common");
    document.appendChild(message);
    Element header = add(message, "mes:Header");
    text(header, "mes:ID", rows.publication());
    text(header, "mes:Test", "false");
    text(header, "mes:Prepared", rows.asOf() + "T00:00:00");
    add(header, "mes:Sender").setAttribute("id", SdmxTable.AGENCY);
    Element structures = add(message, "mes:Structures");
    Element flows = add(structures, "str:Dataflows");
    SdmxTable.ALL.forEach(table -> flow(flows, table));
    Element lists = add(structures, "str:Codelists");
    CodeLists.all(rows).forEach(list -> codeList(lists, list));
    Element concepts = add(structures, "str:ConceptSchemes");
    SdmxTable.ALL.forEach(table -> concepts(concepts, table));
    Element data = add(structures, "str:DataStructures");
    SdmxTable.ALL.forEach(table -> structure(data, table));
  }

  private void flow(Element parent, SdmxTable table) {
    Element flow = maintained(parent, "str:Dataflow", table.flow(), names(table));
    notice.ifPresent(
        words -> {
          inLanguage(flow, "com:Description", "zh", words.zh());
          inLanguage(flow, "com:Description", ENGLISH, words.en());
        });
    text(flow, "str:Structure", urn("datastructure.DataStructure", structureId(table)));
  }

  private void codeList(Element parent, CodeList list) {
    Element codes = maintained(parent, "str:Codelist", list.id(), list.names());
    list.codes().forEach((code, names) -> item(codes, "str:Code", code, names));
  }

  private void concepts(Element parent, SdmxTable table) {
    Element scheme =
        maintained(
            parent,
            "str:ConceptScheme",
            schemeId(table),
            CodeLists.names("sdmx.columns", table.table().name()));
    table.dimensions().forEach(each -> concept(scheme, each));
    item(scheme, "str:Concept", SdmxTable.TIME, CodeLists.names("sdmx.time"));
    table.measures().forEach(each -> concept(scheme, each));
    table.attributes().forEach(each -> concept(scheme, each));
  }

  private void concept(Element scheme, SdmxComponent component) {
    String unit = component.column().unit();
    String meaning = component.column().meaning();
    String name = unit.isEmpty() ? meaning : "%s (%s)".formatted(meaning, unit);
    Element concept = item(scheme, "str:Concept", component.id(), Map.of(ENGLISH, name));
    if (!component.column().isNeverNull()) {
      String empty = "Empty when %s.".formatted(component.column().nullWhen());
      inLanguage(concept, "com:Description", ENGLISH, empty);
    }
  }

  private void structure(Element parent, SdmxTable table) {
    Element structure = maintained(parent, "str:DataStructure", structureId(table), names(table));
    Element components = add(structure, "str:DataStructureComponents");
    Element dimensions = add(components, "str:DimensionList");
    List<SdmxComponent> keys = table.dimensions();
    for (int position = 1; position <= keys.size(); position++) {
      Element dimension = component(dimensions, "str:Dimension", keys.get(position - 1), table);
      dimension.setAttribute("position", Integer.toString(position));
    }
    Element time = named(dimensions, "str:TimeDimension", SdmxTable.TIME, table);
    representation(time).setAttribute("textType", "ObservationalTimePeriod");
    Element attributes = add(components, "str:AttributeList");
    for (SdmxComponent each : table.attributes()) {
      Element attribute = component(attributes, "str:Attribute", each, table);
      attribute.setAttribute("usage", "optional");
      add(add(attribute, "str:AttributeRelationship"), "str:Observation");
    }
    Element measures = add(components, "str:MeasureList");
    table.measures().forEach(each -> component(measures, "str:Measure", each, table));
  }

  private Element component(
      Element parent, String element, SdmxComponent component, SdmxTable table) {
    Element named = named(parent, element, component.id(), table);
    if (component.codeList().isPresent()) {
      Element local = add(named, "str:LocalRepresentation");
      text(local, "str:Enumeration", urn("codelist.Codelist", component.codeList().get()));
    } else {
      representation(named).setAttribute("textType", component.textType());
    }
    return named;
  }

  private Element named(Element parent, String element, String id, SdmxTable table) {
    Element named = add(parent, element);
    named.setAttribute("id", id);
    String concept = urn("conceptscheme.Concept", schemeId(table)) + "." + id;
    text(named, "str:ConceptIdentity", concept);
    return named;
  }

  private Element representation(Element component) {
    return add(add(component, "str:LocalRepresentation"), "str:TextFormat");
  }

  private Element maintained(Element parent, String element, String id, Map<String, String> names) {
    Element maintained = item(parent, element, id, names);
    maintained.setAttribute("agencyID", SdmxTable.AGENCY);
    maintained.setAttribute("version", SdmxTable.VERSION);
    return maintained;
  }

  private Element item(Element parent, String element, String id, Map<String, String> names) {
    Element item = add(parent, element);
    item.setAttribute("id", id);
    names.forEach((language, name) -> inLanguage(item, "com:Name", language, name));
    return item;
  }

  private void inLanguage(Element of, String element, String language, String text) {
    text(of, element, text).setAttribute("xml:lang", language);
  }

  /** A table is called by its name, which is no word of a language but reads as an English one. */
  private static Map<String, String> names(SdmxTable table) {
    return Map.of(ENGLISH, table.table().name());
  }

  private static String structureId(SdmxTable table) {
    return "DSD_" + table.flow();
  }

  private static String schemeId(SdmxTable table) {
    return "CS_" + table.flow();
  }

  private static String urn(String kind, String id) {
    return "%s%s=%s:%s(%s)".formatted(URN, kind, SdmxTable.AGENCY, id, SdmxTable.VERSION);
  }

  private Element add(Element parent, String name) {
    Element element = document.createElement(name);
    parent.appendChild(element);
    return element;
  }

  private Element text(Element parent, String name, String text) {
    Element element = add(parent, name);
    element.setTextContent(text);
    return element;
  }
}
