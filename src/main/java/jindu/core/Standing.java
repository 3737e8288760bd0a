package jindu.core;

import java.util.Locale;

/** Where a target stands, and so the colour of its lamp (method.md section 7). */
public enum Standing implements Code {
  /** The plan has taken it back. */
  WITHDRAWN(Lamp.GREY),
  SCOPE(Lamp.GREY),
  NO_FIGURE(Lamp.GREY),
  /** The district's level could not be allocated: no place had a value last year. */
  NOT_ALLOCATED(Lamp.GREY),
  NO_DATA(Lamp.GREY),
  /** Measured once a year, and not yet measured. */
  ANNUAL(Lamp.GREY),
  /** There is a value, but growth is not defined on its base. */
  NO_GROWTH(Lamp.GREY),
  /** Last year's end is not known. */
  NO_BASE(Lamp.GREY),
  DUE_MET(Lamp.GREEN),
  DUE_MISSED(Lamp.RED),
  HOLD_KEPT(Lamp.GREEN),
  HOLD_LOST(Lamp.RED),
  MET(Lamp.GREEN),
  ON_PACE(Lamp.GREEN),
  SHORT(Lamp.YELLOW),
  BEHIND(Lamp.RED),
  /** Green by the preset that the plan names for the target. */
  PRESET_GREEN(Lamp.GREEN),
  PRESET_YELLOW(Lamp.YELLOW),
  PRESET_RED(Lamp.RED);

  private final Lamp lamp;

  Standing(Lamp lamp) {
    this.lamp = lamp;
  }

  public Lamp lamp() {
    return lamp;
  }

  /** The message that says why, under {@code assess.}. */
  public String messageKey() {
    return "assess." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
