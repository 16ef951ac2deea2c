package io.github.waserverless.app;

import io.github.waserverless.template.Reference;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Mapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What takes notice of alarms beside their own actions. */
public final class AlarmReaders {

  private static final String STATE_CHANGE = "CloudWatch Alarm State Change";

  private final Application app;
  private final Set<Resource> referenced = new HashSet<>();
  private final List<String> composed;
  private final boolean anyChange;

  /** The readers of an application's alarms. */
  public AlarmReaders(Application app) {
    this.app = app;
    for (Resource reader : app.resources()) {
      if (!reader.type().equals("AWS::CloudWatch::Dashboard")) {
        collect(reader);
      }
    }
    app.templates().forEach(this::collectExports);
    app.deploymentGroups().forEach(g -> referenced.addAll(app.targets(g.alarms())));
    this.composed =
        app.resources("AWS::CloudWatch::CompositeAlarm").stream()
            .flatMap(composite -> composite.property("AlarmRule").renderings().stream())
            .toList();
    this.anyChange =
        app.resources("AWS::Events::Rule").stream()
            .flatMap(rule -> rule.property("EventPattern").renderings().stream())
            .anyMatch(pattern -> pattern.contains(STATE_CHANGE));
  }

  private void collect(Resource reader) {
    Template template = app.template(reader);
    for (Reference reference : Reference.in(reader.body())) {
      template
          .resource(reference.name())
          .filter(alarm -> !alarm.equals(reader))
          .ifPresent(referenced::add);
    }
  }

  private void collectExports(Template template) {
    for (Mapping.Entry output : template.outputs()) {
      Setting declaration = Setting.of(template.scope(), output.value());
      if (declaration.get("Export").present().canHold()) {
        referenced.addAll(app.targets(declaration.get("Value")));
      }
    }
  }

  /**
   * Whether something learns of an alarm's state: a composite alarm, a deployment, a scaling
   * policy, a rule on state changes, another stack.
   */
  public boolean read(Resource alarm) {
    return anyChange || referenced.contains(alarm) || isNamed(alarm);
  }

  private boolean isNamed(Resource alarm) {
    List<String> names = alarm.property("AlarmName").renderings();
    return composed.stream().anyMatch(rule -> names.stream().anyMatch(rule::contains));
  }
}
