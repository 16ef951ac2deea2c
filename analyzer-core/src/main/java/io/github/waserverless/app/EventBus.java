package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;

/**
 * A custom event bus of the application.
 *
 * @param resource its declaration
 * @param archives what keeps its events, or may do so
 */
public record EventBus(Resource resource, List<Resource> archives) {

  private static final String PARTNER = "aws.partner/";

  /** The custom buses; those of partners are not among them. */
  public static List<EventBus> in(Application app) {
    return app.resources("AWS::Events::EventBus").stream()
        .filter(bus -> !isOfPartner(bus))
        .map(bus -> new EventBus(bus, archives(bus, app)))
        .toList();
  }

  private static boolean isOfPartner(Resource bus) {
    return bus.property("EventSourceName").present().canHold()
        || bus.property("Name").renderings().stream().anyMatch(name -> name.startsWith(PARTNER));
  }

  private static List<Resource> archives(Resource bus, Application app) {
    return app.index(
            EventBus.class,
            "archives",
            () ->
                Index.of(
                    app.resources("AWS::Events::Archive"),
                    archive -> app.meant(archive.property("SourceArn")),
                    archive -> isUnresolved(archive.property("SourceArn"), app)))
        .of(bus);
  }

  /** A bus that is not resolved may be any. */
  private static boolean isUnresolved(Setting source, Application app) {
    return app.targets(source).isEmpty() && source.text().values().isEmpty();
  }
}
