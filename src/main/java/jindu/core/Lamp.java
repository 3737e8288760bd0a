package jindu.core;

/** The colour under which a target is shown. */
public enum Lamp implements Code {
  GREEN,
  YELLOW,
  RED,
  /** No data or no figure; the reason is beside it. */
  GREY
}
