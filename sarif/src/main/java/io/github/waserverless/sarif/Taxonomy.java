package io.github.waserverless.sarif;

import io.github.waserverless.report.JsonReport;
import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.RuleInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The design principles of the Serverless Applications Lens and the pillars of the framework, as
 * what rules relate to.
 */
final class Taxonomy {

  private static final String NAME = "AWS Well-Architected";
  private static final String LENS =
      "https://docs.aws.amazon.com/wellarchitected/latest/serverless-applications-lens/";
  private static final List<Taxon> TAXA = taxa();

  private Taxonomy() {}

  private record Taxon(String id, String words) {}

  private static List<Taxon> taxa() {
    List<Taxon> taxa = new ArrayList<>();
    for (Principle principle : Principle.values()) {
      taxa.add(new Taxon(id(principle), principle.inWords()));
    }
    for (Pillar pillar : Pillar.values()) {
      taxa.add(new Taxon(id(pillar), pillar.inWords()));
    }
    return taxa;
  }

  /** The id of a design principle, which is also a tag of its rules. */
  static String id(Principle principle) {
    return "principle/" + JsonReport.word(principle);
  }

  /** The id of a pillar, which is also a tag of its rules. */
  static String id(Pillar pillar) {
    return "pillar/" + JsonReport.word(pillar);
  }

  /** The member {@code taxonomies} of a run. */
  static void write(JsonWriter json) throws IOException {
    json.array("taxonomies", () -> json.object(() -> component(json)));
  }

  /** The member {@code supportedTaxonomies} of the driver. */
  static void writeSupported(JsonWriter json) throws IOException {
    json.array("supportedTaxonomies", () -> json.object(() -> reference(json)));
  }

  private static void component(JsonWriter json) throws IOException {
    json.member("name", NAME)
        .member("organization", "Amazon Web Services")
        .member("informationUri", LENS + "welcome.html");
    text(
        "shortDescription", "Design principles and pillars of well-architected applications", json);
    json.member("isComprehensive", true);
    json.array(
        "taxa",
        () -> {
          for (Taxon taxon : TAXA) {
            json.object(
                () -> {
                  json.member("id", taxon.id());
                  text("shortDescription", taxon.words(), json);
                });
          }
        });
  }

  private static void text(String member, String text, JsonWriter json) throws IOException {
    json.object(member, () -> json.member("text", text));
  }

  private static void reference(JsonWriter json) throws IOException {
    json.member("name", NAME).member("index", 0);
  }

  /** The member {@code relationships} of a rule. */
  static void writeRelationships(RuleInfo rule, JsonWriter json) throws IOException {
    json.array(
        "relationships",
        () -> {
          for (Principle principle : rule.principles()) {
            relationship(id(principle), json);
          }
          relationship(id(rule.pillar()), json);
        });
  }

  private static void relationship(String id, JsonWriter json) throws IOException {
    json.object(
        () -> {
          json.object(
              "target",
              () -> {
                json.member("id", id).member("index", indexOf(id));
                json.object("toolComponent", () -> reference(json));
              });
          json.array("kinds", () -> json.item("relevant"));
        });
  }

  private static int indexOf(String id) {
    for (int i = 0; i < TAXA.size(); i++) {
      if (TAXA.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException(id);
  }
}
