package jindu.publish;

/**
 * A file of a publication that people look at: the workbook, the dashboard.
 *
 * @param path below the publication's folder
 * @param sha256 of the bytes, in hex
 */
public record PublishedDocument(String path, String sha256) {}
