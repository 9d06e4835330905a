package bursar.domain.costs;

import bursar.domain.Failure;

/** How long one period of an answer is; periods begin on UTC hours, days and months. */
public enum Granularity {
  HOURLY,
  DAILY,
  MONTHLY;

  /** The granularity of that name; refuses an unknown one with {@code ValidationException}. */
  public static Granularity named(String name) {
    for (Granularity granularity : values()) {
      if (granularity.name().equals(name)) {
        return granularity;
      }
    }
    throw new Failure("ValidationException", "There is no granularity '" + name + "'; it is HOURLY, DAILY or MONTHLY.");
  }
}
