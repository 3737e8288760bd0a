package jindu.sample;

/** File formats of deliveries and their encodings. */
public enum DeliveryFormat {
  UTF_8("csv"),
  UTF_8_MARKED("csv"),
  GB18030("csv"),
  XLSX("xlsx");

  private final String ending;

  DeliveryFormat(String ending) {
    this.ending = ending;
  }

  String ending() {
    return ending;
  }
}
