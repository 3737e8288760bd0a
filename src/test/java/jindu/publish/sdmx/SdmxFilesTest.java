package jindu.publish.sdmx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import jindu.catalog.Catalog;
import jindu.publish.workbook.PublicationFixture;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What offices exchange says what the tables say, and nothing that they withhold. That a library of
 * others reads it is tried on the sample.
 */
class SdmxFilesTest {

  private static final String INDUSTRY = "industrial_output";

  private Map<String, byte[]> files;

  @BeforeEach
  void write() throws Exception {
    PublicationFixture rows =
        new PublicationFixture()
            .cell(
                INDUSTRY,
                PublicationFixture.DISTRICT,
                "26",
                "1200.5",
                Map.of(IndicatorTable.UNIT, "yuan", IndicatorTable.UNITS_EXPECTED, 12L))
            .cell(
                INDUSTRY,
                "410311002",
                "26",
                null,
                Map.of(IndicatorTable.UNIT, "yuan", IndicatorTable.WITHHELD, true))
            .target(
                "P2021-005",
                INDUSTRY,
                PublicationFixture.DISTRICT,
                "growth",
                Map.of(
                    PlanProgressTable.TARGET_VALUE,
                    PublicationFixture.amount("9"),
                    PlanProgressTable.LAMP_REASON,
                    "above, as \"planned\""));
    files =
        SdmxFiles.of(rows.rows(), Optional.of(new Catalog.Notice("下级数据为合成数据", "Synthetic below")));
  }

  @Test
  void anObservationIsARowOfTheTable() throws Exception {
    List<NamedCsvRecord> cells = records("sdmx/indicator.csv");
    assertThat(cells).hasSize(2);
    NamedCsvRecord open = cells.get(0);
    assertThat(open.getField("STRUCTURE")).isEqualTo("dataflow");
    assertThat(open.getField("STRUCTURE_ID")).matches("JINDU:INDICATOR\\(\\d+\\.0\\.0-draft\\)");
    assertThat(open.getField("INDICATOR")).isEqualTo(INDUSTRY);
    assertThat(open.getField("REF_AREA")).isEqualTo(PublicationFixture.DISTRICT);
    assertThat(open.getField("ACTIVITY")).isEqualTo("26");
    assertThat(open.getField("TIME_PERIOD")).isEqualTo("2021-Q3");
    assertThat(open.getField("VALUE_YTD")).isEqualTo("1200.5000");
    assertThat(open.getField("UNITS_EXPECTED")).isEqualTo("12");
    assertThat(open.getField("UNIT_MEASURE")).isEqualTo("yuan");
    assertThat(open.getField("CONF_STATUS")).isEqualTo("F");
    assertThat(open.getField("GROWTH_PCT")).as("not known").isEmpty();

    NamedCsvRecord withheld = cells.get(1);
    assertThat(withheld.getField("CONF_STATUS")).isEqualTo("C");
    assertThat(withheld.getField("VALUE_YTD")).isEmpty();

    NamedCsvRecord target = records("sdmx/plan_progress.csv").get(0);
    assertThat(target.getField("TARGET_ID")).isEqualTo("P2021-005");
    assertThat(target.getField("PLAN_VERSION")).isEqualTo("2021-01-30");
    assertThat(target.getField("TARGET_VALUE")).isEqualTo("9.0000");
    assertThat(target.getField("LAMP_REASON")).isEqualTo("above, as \"planned\"");
  }

  @Test
  void theStructureNamesEveryColumnOnceAndEveryCodeInChinese() throws Exception {
    Document structure = structure();
    for (String table : List.of("indicator", "plan_progress")) {
      Element data =
          named(structure, "str:DataStructure", "DSD_" + table.toUpperCase(java.util.Locale.ROOT));
      List<String> components = new ArrayList<>();
      for (String kind :
          List.of("str:Dimension", "str:TimeDimension", "str:Measure", "str:Attribute")) {
        each(data, kind).forEach(component -> components.add(component.getAttribute("id")));
      }
      List<String> header =
          new ArrayList<>(
              List.of(
                  new String(files.get("sdmx/" + table + ".csv"), UTF_8)
                      .lines()
                      .findFirst()
                      .orElseThrow()
                      .split(",")));
      header.removeAll(Set.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
      assertThat(components).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(header);
    }
    Set<String> names = new TreeSet<>();
    for (Element code : each(structure.getDocumentElement(), "str:Code")) {
      List<Element> own = each(code, "com:Name");
      assertThat(own.get(0).getAttribute("xml:lang")).as(code.getAttribute("id")).isEqualTo("zh");
      own.forEach(name -> names.add(name.getTextContent()));
    }
    assertThat(names).contains("洛龙区", "Luolong District", "保密");
    assertThat(structure.getElementsByTagName("com:Description").item(0).getTextContent())
        .isEqualTo("下级数据为合成数据");
  }

  @Test
  void aColumnOfFewValuesHasThemInACodeList() throws Exception {
    Document structure = structure();
    assertThat(codes(structure, "CL_LAMP"))
        .containsExactly(
            Map.entry("green", List.of("绿灯", "green")),
            Map.entry("yellow", List.of("黄灯", "yellow")),
            Map.entry("red", List.of("红灯", "red")),
            Map.entry("grey", List.of("灰灯", "grey")));
    assertThat(codes(structure, "CL_STATUS").keySet())
        .containsExactly("preliminary", "revised", "final");
    for (String column : List.of("LAMP", "KIND", "COMPARATOR", "DUE_BASIS")) {
      assertThat(enumeration(structure, "DSD_PLAN_PROGRESS", column))
          .endsWith(":CL_%s(%s)".formatted(column, SdmxTable.VERSION));
    }
    for (String column : List.of("STATUS", "GROWTH_BASE")) {
      assertThat(enumeration(structure, "DSD_INDICATOR", column))
          .endsWith(":CL_%s(%s)".formatted(column, SdmxTable.VERSION));
    }
  }

  @Test
  void everyCodeListIsNamedInBothLanguages() throws Exception {
    Map<String, List<String>> names = new HashMap<>();
    for (Element list : each(structure().getDocumentElement(), "str:Codelist")) {
      names.put(
          list.getAttribute("id"),
          each(list, "com:Name").stream()
              .filter(name -> name.getParentNode().equals(list))
              .map(name -> name.getAttribute("xml:lang") + " " + name.getTextContent())
              .toList());
    }
    assertThat(names)
        .hasSize(10)
        .containsEntry("CL_INDICATOR", List.of("zh 指标", "en Indicators"))
        .containsEntry("CL_LAMP", List.of("zh 预警灯", "en Lamps"))
        .containsEntry("CL_CONF_STATUS", List.of("zh 保密状态", "en Confidentiality status"))
        .allSatisfy((id, own) -> assertThat(own).as(id).hasSize(2));
  }

  @Test
  void aConceptSaysWhenItIsEmpty() throws Exception {
    Document structure = structure();
    Element scheme = named(structure, "str:ConceptScheme", "CS_INDICATOR");
    Map<String, List<String>> descriptions = new HashMap<>();
    for (Element concept : each(scheme, "str:Concept")) {
      descriptions.put(concept.getAttribute("id"), texts(concept, "com:Description"));
    }
    assertThat(descriptions.get("UNITS_REPORTED")).containsExactly("Empty when withheld.");
    assertThat(descriptions.get("STATUS")).isEmpty();
  }

  private static Map<String, List<String>> codes(Document structure, String list) {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    for (Element code : each(named(structure, "str:Codelist", list), "str:Code")) {
      codes.put(code.getAttribute("id"), texts(code, "com:Name"));
    }
    return codes;
  }

  private static String enumeration(Document structure, String data, String component) {
    Element attribute =
        each(named(structure, "str:DataStructure", data), "str:Attribute").stream()
            .filter(each -> each.getAttribute("id").equals(component))
            .findFirst()
            .orElseThrow();
    return texts(attribute, "str:Enumeration").get(0);
  }

  private static List<String> texts(Element parent, String element) {
    return each(parent, element).stream().map(Element::getTextContent).toList();
  }

  private Document structure() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(files.get("sdmx/structure.xml")));
  }

  private List<NamedCsvRecord> records(String file) throws Exception {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(new String(files.get(file), UTF_8))) {
      return reader.stream().toList();
    }
  }

  private static Element named(Document document, String element, String id) {
    return each(document.getDocumentElement(), element).stream()
        .filter(each -> each.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> each(Element parent, String element) {
    var found = parent.getElementsByTagName(element);
    List<Element> elements = new ArrayList<>();
    for (int number = 0; number < found.getLength(); number++) {
      elements.add((Element) found.item(number));
    }
    return elements;
  }
}
