package jindu.ingest;

/**
 * What an honest workbook stays below.
 *
 * @param parts files in the workbook
 * @param unpacked bytes of all parts together
 * @param ratio bytes unpacked for each byte packed, of any part
 * @param judged bytes that a part may unpack to before its ratio counts: a short part of a large
 *     table of styles packs tighter than any sheet
 * @param held bytes that the reader holds in memory: shared texts, styles, relationships
 */
record WorkbookLimits(int parts, long unpacked, int ratio, long judged, long held) {

  /**
   * A sheet of a million rows and twenty columns unpacks to 1 GiB and more. Numbered rows that
   * repeat themselves in all else were measured at 70 bytes for one packed; zeros give 1,030.
   */
  static final WorkbookLimits HONEST =
      new WorkbookLimits(2_000, 4L << 30, 200, 32L << 20, 256L << 20);
}
