package io.github.waserverless.engine;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.assembly.ConstructMetadata;
import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.rule.Anchor;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.Suppression.OfConstruct;
import io.github.waserverless.rule.SuppressionRule;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.suppression.SuppressionReader;
import io.github.waserverless.suppression.Suppressions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the suppressions of a run before its rules are checked, and judges them afterwards. */
final class Suppressing {

  private final List<Rule> rules;
  private final SuppressionSettings settings;

  Suppressing(List<Rule> rules, SuppressionSettings settings) {
    this.rules = rules;
    this.settings = settings;
  }

  /** What the code and the project say, and the assemblies of templates. */
  Suppressions everywhere(
      CodeRead code, List<ApplicationBuilder.Member> synthesized, RuleData data) {
    SuppressionReader reader = reader(data);
    code.sources().values().forEach(reader::text);
    acknowledged(synthesized, reader);
    for (JavaFile file : code.java()) {
      SourceFile source = code.sources().get(file.file());
      if (source != null) {
        reader.java(source, file);
      }
    }
    // What stands at the thing itself says more.
    reader.add(settings.configured());
    return reader.suppressions();
  }

  /** What the templates of an application say, and the documents that they name. */
  Suppressions in(
      List<ApplicationBuilder.Member> members, Collection<SourceFile> documents, RuleData data) {
    SuppressionReader reader = reader(data);
    members.forEach(member -> reader.template(member.source(), member.template()));
    documents.forEach(reader::text);
    return reader.suppressions();
  }

  private SuppressionReader reader(RuleData data) {
    return new SuppressionReader(
        this::isRule,
        settings.honourPeers()
            ? Optional.of(() -> data.table(SuppressionReader.table()))
            : Optional.empty());
  }

  private static void acknowledged(
      List<ApplicationBuilder.Member> synthesized, SuppressionReader reader) {
    Set<ConstructMetadata> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ApplicationBuilder.Member member : synthesized) {
      Optional<StackArtifact> stack = member.stack();
      if (stack.isPresent() && seen.add(stack.get().metadata())) {
        String folder = Names.of(stack.get().assembly());
        for (ConstructMetadata.Acknowledgement a : stack.get().metadata().acknowledgements()) {
          reader.acknowledged(a.id(), a.reason(), new OfConstruct(folder, a.path()));
        }
      }
    }
  }

  private boolean isRule(String word) {
    return settings.known().stream()
        .map(Rule::info)
        .anyMatch(info -> info.id().equalsIgnoreCase(word) || info.name().equalsIgnoreCase(word));
  }

  /** What is wrong with the suppressions themselves. */
  List<Finding> complaints(Suppressions suppressions) {
    List<RuleInfo> ran = rules.stream().map(Rule::info).toList();
    List<RuleInfo> known = settings.known().stream().map(Rule::info).toList();
    List<Finding> findings = new ArrayList<>();
    suppressions
        .uses(ran, known)
        .forEach(
            (suppression, use) -> {
              if (isKnown(suppression, use)) {
                complaints(suppression, use, findings);
              }
            });
    return findings;
  }

  /** What has no use in a part of the project may have one in another. */
  private boolean isKnown(Suppression suppression, SuppressionRule.Use use) {
    boolean ofProject = suppression.means() == Suppression.Means.CONFIGURATION;
    return !(settings.partial() && ofProject && use == SuppressionRule.Use.UNUSED);
  }

  private void complaints(Suppression suppression, SuppressionRule.Use use, List<Finding> into) {
    for (Rule rule : rules) {
      if (rule instanceof SuppressionRule judge) {
        judge
            .complaint(suppression, use)
            .ifPresent(c -> into.add(finding(rule.info(), suppression, c)));
      }
    }
  }

  private static Finding finding(
      RuleInfo rule, Suppression suppression, SuppressionRule.Complaint complaint) {
    return new Finding(
        rule,
        complaint.severity(),
        suppression.place(),
        complaint.message(),
        List.of(),
        List.of(),
        List.of(),
        new Anchor("suppression of " + suppression.rule(), ""));
  }

  /** What several functions share is suppressed once. */
  static List<Suppressed> once(Collection<Judged> results) {
    Map<List<Object>, Suppressed> once = new LinkedHashMap<>();
    results.stream()
        .flatMap(result -> result.suppressed().stream())
        .sorted()
        .forEach(
            s -> once.putIfAbsent(List.of(s.finding().rule().id(), s.finding().location()), s));
    return List.copyOf(once.values());
  }
}
