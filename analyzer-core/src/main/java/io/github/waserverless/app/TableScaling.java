package io.github.waserverless.app;

import io.github.waserverless.template.Rendering;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;

/**
 * What scales the provisioned capacity of tables. Source: Application Auto Scaling User Guide,
 * "RegisterScalableTarget".
 */
public final class TableScaling {

  private final Application app;

  /** The scaling of an application's tables. */
  public TableScaling(Application app) {
    this.app = app;
  }

  /**
   * The scalable targets of a table.
   *
   * @param dimension {@code dynamodb:table:ReadCapacityUnits} for instance
   */
  public List<Resource> targets(Resource table, String dimension) {
    return app
        .index(
            TableScaling.class,
            "targets",
            () ->
                Index.of(
                    app.resources("AWS::ApplicationAutoScaling::ScalableTarget"),
                    target -> app.meant(target.property("ResourceId")),
                    target -> app.targets(target.property("ResourceId")).isEmpty()))
        .of(table)
        .stream()
        .filter(target -> mayBe(target.property("ScalableDimension"), dimension))
        .filter(target -> concerns(target.property("ResourceId"), table))
        .toList();
  }

  private static boolean mayBe(Setting setting, String text) {
    return setting.text().values().isEmpty() || setting.is(text).canHold();
  }

  /** {@code table/Orders} and <code>table/${Orders}/index/*</code>; what is not known may. */
  private boolean concerns(Setting resourceId, Resource table) {
    if (app.refersTo(resourceId, table)) {
      return true;
    }
    List<String> names = table.property("TableName").renderings();
    return resourceId.values().stream()
        .map(Rendering::of)
        .anyMatch(
            id ->
                id.matches("\\$\\{[^}]*}")
                    || names.stream()
                        .anyMatch(
                            n -> id.equals("table/" + n) || id.startsWith("table/" + n + "/")));
  }
}
