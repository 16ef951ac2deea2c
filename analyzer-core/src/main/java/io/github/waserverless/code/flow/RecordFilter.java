package io.github.waserverless.code.flow;

import io.github.waserverless.source.Location;

/**
 * A test at the beginning of what a handler does for each record, which leaves records out by one
 * of their values.
 *
 * @param tested what is compared
 * @param with the text that it is compared with
 * @param location where
 */
public record RecordFilter(Data tested, String with, Location location) {

  /** Whether the type of change of a record of a table is compared: {@code INSERT} … */
  public boolean isByEventName() {
    return tested instanceof Data.Event event && event.last().equals("getEventName");
  }

  /** Whether a text of the new or old item of a record of a table is compared. */
  public boolean isByAttribute() {
    return tested instanceof Data.Event event
        && event.last().equals("getS")
        && event.path().stream().anyMatch(p -> p.equals("getNewImage") || p.equals("getOldImage"));
  }

  /** Whether a field of the body of a message is compared. */
  public boolean isByBody() {
    return tested instanceof Data.Derived derived
        && derived.by().matches("get|path|at|asText|textValue|getString|optString|getAsString")
        && derived
            .leaves()
            .anyMatch(d -> d instanceof Data.Event event && event.last().equals("getBody"));
  }
}
