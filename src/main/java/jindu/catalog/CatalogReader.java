package jindu.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jindu.core.Exclusion;
import jindu.core.Form;
import jindu.core.Indicator;
import jindu.core.LampPreset;
import jindu.core.Milestone;
import jindu.core.Place;
import jindu.core.PrimaryRules;
import jindu.core.Reconciliation;
import jindu.core.Retention;
import jindu.core.Sector;
import jindu.core.Target;

/** Reads {@code reference/}: the way from text files to a {@link Catalog}. */
public final class CatalogReader {

  private final ReferenceFolder folder;
  private final Mistakes mistakes;

  private CatalogReader(ReferenceFolder folder, Mistakes mistakes) {
    this.folder = folder;
    this.mistakes = mistakes;
  }

  /**
   * Reads the whole catalog.
   *
   * @throws CatalogException when anything in it is wrong, with every mistake
   * @throws IOException when the folder cannot be read
   */
  public static Catalog read(Path reference) throws CatalogException, IOException {
    Mistakes mistakes = new Mistakes();
    return read(ReferenceFolder.read(reference, mistakes), mistakes);
  }

  /**
   * Reads the whole catalog from texts as {@link Catalog#files()} gives them and the ledger stores
   * them, so that the catalog in force on an earlier day can be read back.
   *
   * @param textsByPath the full text of each file by its path under {@code reference/}
   * @throws CatalogException when anything in it is wrong, with every mistake
   */
  public static Catalog read(Map<String, String> textsByPath) throws CatalogException {
    Mistakes mistakes = new Mistakes();
    return read(ReferenceFolder.of(textsByPath, mistakes), mistakes);
  }

  /**
   * Reads the whole catalog from files that lie on no disk of this machine.
   *
   * @param contents the bytes of each file by its path under {@code reference/}
   * @throws CatalogException when anything in it is wrong, with every mistake
   */
  public static Catalog decoded(Map<String, byte[]> contents) throws CatalogException {
    Mistakes mistakes = new Mistakes();
    return read(ReferenceFolder.decoded(contents, mistakes), mistakes);
  }

  private static Catalog read(ReferenceFolder folder, Mistakes mistakes) throws CatalogException {
    Catalog catalog = new CatalogReader(folder, mistakes).catalog();
    mistakes.throwIfAny();
    return catalog;
  }

  private Catalog catalog() {
    CsvTable placeTable = table(PlaceReader.FILE, PlaceReader.COLUMNS);
    List<Located<Place>> places = PlaceReader.read(placeTable, mistakes);
    CsvTable sectorTable = table(SectorReader.FILE, SectorReader.COLUMNS);
    Map<String, Sector> sectors = byCode(SectorReader.read(sectorTable, mistakes), Sector::code);
    KnownCodes sectorCodes = sectorTable.codes("code");
    CsvTable indicatorTable = table(IndicatorReader.FILE, IndicatorReader.COLUMNS);
    Map<String, Indicator> indicators =
        byCode(IndicatorReader.read(indicatorTable, mistakes), Indicator::code);
    KnownCodes indicatorCodes = indicatorTable.codes("code");
    List<FormReader.Read> forms = forms();
    FeedChecks.check(forms, indicators, indicatorCodes, mistakes);
    PopulationReader.check(forms, sectorCodes, mistakes);
    ProjectLedgerReader.check(forms, indicatorCodes, mistakes);
    List<Located<Target>> targets = targets();
    List<Located<Milestone>> milestones = milestones();
    Map<String, LampPreset> lampPresets = lampPresets();
    Optional<String> district = PlaceReader.district(places).map(Place::code);
    PlanChecks.check(
        targets,
        milestones,
        indicators,
        new PlanChecks.Codes(
            indicatorCodes, placeTable.codes("code"), sectorCodes, lampPresetNames(), district),
        mistakes);
    return new Catalog(
        values(places),
        sectors,
        indicators,
        formsByCode(forms),
        values(targets),
        values(milestones),
        lampPresets,
        ShortLists.headline(
            table(ShortLists.HEADLINE, ShortLists.HEADLINE_COLUMNS), indicatorCodes),
        IndustryTables.rates(
            table(IndustryTables.RATES, IndustryTables.RATE_COLUMNS),
            sectors,
            sectorCodes,
            mistakes),
        IndustryTables.prices(
            table(IndustryTables.PRICES, IndustryTables.PRICE_COLUMNS),
            sectors,
            sectorCodes,
            mistakes),
        IndustryTables.adjustments(
            table(IndustryTables.ADJUSTMENTS, IndustryTables.ADJUSTMENT_COLUMNS),
            indicatorCodes,
            mistakes),
        ShortLists.abnormalQuarters(table(ShortLists.QUARTERS, ShortLists.QUARTER_COLUMNS)),
        exclusions(forms),
        reconciliations(indicatorCodes, sectorCodes),
        folder
            .optionalTable(PeerReader.FILE, PeerReader.COLUMNS, mistakes)
            .map(table -> PeerReader.read(table, placeTable.codes("code"), mistakes))
            .orElse(List.of()),
        folder
            .optionalTable(ProtectionReader.FILE, ProtectionReader.COLUMNS, mistakes)
            .map(table -> ProtectionReader.read(table, indicatorCodes, mistakes))
            .orElse(PrimaryRules.DEFAULT),
        folder
            .optional(RetentionReader.FILE)
            .map(file -> RetentionReader.read(file, mistakes))
            .orElse(Retention.DEFAULT),
        folder.optional(ShortLists.NOTICE).map(file -> ShortLists.notice(file, mistakes)),
        Collections.unmodifiableMap(folder.texts()));
  }

  private List<FormReader.Read> forms() {
    return folder.forms().stream()
        .flatMap(file -> FormReader.read(file, mistakes).stream())
        .toList();
  }

  private List<Exclusion> exclusions(List<FormReader.Read> forms) {
    return folder
        .optionalTable(ExclusionReader.FILE, ExclusionReader.COLUMNS, mistakes)
        .map(table -> ExclusionReader.read(table, soundForms(forms), formCodes(), mistakes))
        .orElse(List.of());
  }

  private List<Reconciliation> reconciliations(KnownCodes indicators, KnownCodes sectors) {
    return folder
        .optionalTable(ReconciliationReader.FILE, ReconciliationReader.COLUMNS, mistakes)
        .map(table -> ReconciliationReader.read(table, indicators, sectors, mistakes))
        .orElse(List.of());
  }

  /** A form with a mistake holds stand-ins, by which no exclusion is to be judged. */
  private Map<String, Form> soundForms(List<FormReader.Read> forms) {
    return formsByCode(
        forms.stream()
            .filter(read -> mistakes.isSound("forms/" + read.form().code() + ".yaml"))
            .toList());
  }

  /** Those of forms that could not be read too: their files' names. */
  private KnownCodes formCodes() {
    return KnownCodes.of(
        folder.forms().stream().map(ReferenceFile::stem).collect(Collectors.toSet()));
  }

  private List<Located<Target>> targets() {
    return folder.plans().stream()
        .flatMap(file -> TargetReader.read(file, mistakes).stream())
        .toList();
  }

  private List<Located<Milestone>> milestones() {
    return folder.milestones().stream()
        .flatMap(file -> MilestoneReader.read(file, mistakes).stream())
        .toList();
  }

  private Map<String, LampPreset> lampPresets() {
    Map<String, LampPreset> presets = new LinkedHashMap<>();
    folder.lamps().stream()
        .flatMap(file -> LampPresetReader.read(file, mistakes).stream())
        .forEach(preset -> presets.put(preset.name(), preset));
    return Collections.unmodifiableMap(presets);
  }

  /** Those of presets that could not be read too: their files' names. */
  private KnownCodes lampPresetNames() {
    return KnownCodes.of(
        folder.lamps().stream().map(ReferenceFile::stem).collect(Collectors.toSet()));
  }

  private CsvTable table(String path, List<String> columns) {
    return folder.table(path, columns, mistakes);
  }

  private static Map<String, Form> formsByCode(List<FormReader.Read> forms) {
    Map<String, Form> byCode = new LinkedHashMap<>();
    forms.forEach(read -> byCode.put(read.form().code(), read.form()));
    return Collections.unmodifiableMap(byCode);
  }

  private static <T> Map<String, T> byCode(List<Located<T>> located, Function<T, String> code) {
    Map<String, T> byCode = new LinkedHashMap<>();
    located.forEach(each -> byCode.putIfAbsent(code.apply(each.value()), each.value()));
    return Collections.unmodifiableMap(byCode);
  }

  private static <T> List<T> values(List<Located<T>> located) {
    return located.stream().map(Located::value).toList();
  }
}
