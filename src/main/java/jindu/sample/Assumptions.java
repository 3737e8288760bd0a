package jindu.sample;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jindu.core.Place;

/** {@code assumptions.yaml}: every number the sample is made from, printed or synthetic. */
final class Assumptions {

  private final Document document;

  private Assumptions(Document document) {
    this.document = document;
  }

  static Assumptions read() {
    return new Assumptions(Document.resource("assumptions.yaml"));
  }

  Line line(String code) {
    return Line.of(code, document.child("lines").child(code));
  }

  /** Percent of tax in budget revenue at the end of a quarter. */
  BigDecimal taxShare(int year, int quarter) {
    Document share = document.child("tax_share");
    Line.requireInside(share.path(), share.numbers(2020).get(3), share.number("printed"));
    return share.numbers(year).get(quarter - 1);
  }

  Document keyProjects(int year) {
    return document.child("key_projects").child(year);
  }

  /** Of a key project's investment, what the statistics do not count, by item of the ledger. */
  Map<String, Document> notCounted() {
    return document.child("key_projects").children("not_counted");
  }

  /** The share of a key project's investment that no item of the ledger explains. */
  Document unexplained() {
    return document.child("key_projects").child("unexplained");
  }

  /** Percent of each quarter of a list of key projects that the statistics may have too. */
  BigDecimal inStatistics(String list) {
    return document.child("key_projects").child("in_statistics").number(list);
  }

  /** The day on which the year's stage of a key project is due: how many, and which days. */
  Document stageDue() {
    return document.child("key_projects").child("stage_due");
  }

  Document accounts() {
    return document.child("accounts");
  }

  /** Weights of the divisions in the retail sales of units below the limit. */
  Map<String, Double> retailDivisions() {
    return document.weights("retail_estimate");
  }

  List<Document> budgetItems() {
    return document.list("budget_items");
  }

  /** How the units of one form are drawn. */
  Document units(String form) {
    return document.child("units").child(form);
  }

  Document households() {
    return document.child("households");
  }

  Map<String, Document> figures() {
    return document.children("figures");
  }

  /** Figures of the city and its other districts. */
  List<Document> peers() {
    return document.list("peers");
  }

  /** What was reported for each milestone, oldest first. */
  Map<String, List<Document>> milestones() {
    Map<String, List<Document>> milestones = new LinkedHashMap<>();
    Document all = document.child("milestones");
    all.values().keySet().forEach(id -> milestones.put(id.toString(), all.list(id)));
    return milestones;
  }

  /** The weights of the catalog's places of one kind; a place without an assumption weighs 1. */
  Map<String, Double> placeWeights(String purpose, List<Place> places) {
    Map<String, Double> weights = document.child("townships").weights(purpose);
    return places.stream()
        .map(Place::code)
        .collect(
            Collectors.toMap(
                code -> code,
                code -> weights.getOrDefault(code, 1.0),
                (a, b) -> a,
                LinkedHashMap::new));
  }
}
