package io.github.waserverless.rules.security;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The properties that take a secret. Source: AWS CloudFormation resource reference. */
enum SecretProperty {
  RDS_CLUSTER("AWS::RDS::DBCluster", "MasterUserPassword"),
  RDS_INSTANCE("AWS::RDS::DBInstance", "MasterUserPassword"),
  DOCUMENT_DB("AWS::DocDB::DBCluster", "MasterUserPassword"),
  REDSHIFT("AWS::Redshift::Cluster", "MasterUserPassword"),
  OPEN_SEARCH(
      "AWS::OpenSearchService::Domain",
      "AdvancedSecurityOptions",
      "MasterUserOptions",
      "MasterUserPassword"),
  ELASTI_CACHE("AWS::ElastiCache::ReplicationGroup", "AuthToken"),
  BROKER_USER("AWS::AmazonMQ::Broker", "Users", "Password"),
  SECRET("AWS::SecretsManager::Secret", "SecretString"),
  API_KEY("AWS::ApiGateway::ApiKey", "Value"),
  EVENT_SOURCE_TOKEN("AWS::Lambda::Permission", "EventSourceToken"),
  CONNECTION_KEY(
      "AWS::Events::Connection", "AuthParameters", "ApiKeyAuthParameters", "ApiKeyValue"),
  CONNECTION_PASSWORD(
      "AWS::Events::Connection", "AuthParameters", "BasicAuthParameters", "Password"),
  CONNECTION_CLIENT(
      "AWS::Events::Connection",
      "AuthParameters",
      "OAuthParameters",
      "ClientParameters",
      "ClientSecret"),
  IDENTITY_PROVIDER("AWS::Cognito::UserPoolIdentityProvider", "ProviderDetails", "client_secret"),
  AMPLIFY_OAUTH("AWS::Amplify::App", "OauthToken"),
  AMPLIFY_ACCESS("AWS::Amplify::App", "AccessToken");

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i).*(<.*>|\\byour?\\b|\\benter\\b|replace|change[-_ ]?(me|this|it)|example|placeholder"
              + "|dummy|todo|xxx).*",
          Pattern.DOTALL);
  private static final Pattern SKILL = Pattern.compile("amzn1\\.ask\\.skill\\..*");
  private static final Pattern JSON_VALUE = Pattern.compile("\"([^\"]+)\"\\s*:\\s*\"([^\"]*)\"");

  private final String type;
  private final List<String> path;

  SecretProperty(String type, String... path) {
    this.type = type;
    this.path = List.of(path);
  }

  String type() {
    return type;
  }

  /** The property that holds the secret itself. */
  String property() {
    return path.get(path.size() - 1);
  }

  /** What a resource has there; a list on the way has several. */
  List<Setting> in(Resource resource) {
    List<Setting> settings = List.of(resource.property(path.get(0)));
    for (String key : path.subList(1, path.size())) {
      List<Setting> next = new ArrayList<>();
      settings.forEach(s -> s.items().forEach(item -> next.add(item.get(key))));
      settings = next;
    }
    return settings;
  }

  /** Whether a text, or a secret entry of the JSON that it holds, is a secret. */
  static boolean isSecret(String text) {
    if (!text.strip().startsWith("{") || text.contains("{{")) {
      return SecretWords.canBeSecret(text) && !isPlaceholder(text);
    }
    return JSON_VALUE
        .matcher(text)
        .results()
        .anyMatch(
            entry ->
                (SecretWords.isName(entry.group(1)) || SecretWords.looksRandom(entry.group(2)))
                    && SecretWords.canBeSecret(entry.group(2))
                    && !isPlaceholder(entry.group(2)));
  }

  private static boolean isPlaceholder(String text) {
    return PLACEHOLDER.matcher(text).matches() || SKILL.matcher(text).matches();
  }
}
