package io.github.waserverless.cli;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.engine.Project;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RulePage;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run like the user's that also judges the examples in the pages of all rules. The launcher has
 * Java remember the classes that it loads, so that later runs find what they need ready.
 */
public final class Rehearsal {

  private static final Pattern SECTION = Pattern.compile("(?m)^##+ ");
  private static final Pattern FILE = Pattern.compile("(?ms)^```\\w+ (\\S+)\\n(.*?)^```$");

  private Rehearsal() {}

  /** Runs the command of the arguments, after the examples. */
  public static void main(String[] args) {
    judgeExamples();
    Main.main(args);
  }

  static int judgeExamples() {
    List<Rule> rules = RuleCatalog.load(Rehearsal.class.getClassLoader()).rules();
    RuleData data = Tables.shipped(LocalDate.EPOCH);
    int judged = 0;
    for (Rule rule : rules) {
      for (String section : SECTION.split(RulePage.of(rule), -1)) {
        Map<String, String> files = files(section);
        if (!files.isEmpty()) {
          Project.inMemory(files, data).check(List.of(rule));
          judged++;
        }
      }
    }
    return judged;
  }

  private static Map<String, String> files(String section) {
    Map<String, String> files = new LinkedHashMap<>();
    Matcher file = FILE.matcher(section);
    while (file.find()) {
      files.put(file.group(1), file.group(2));
    }
    return files;
  }
}
