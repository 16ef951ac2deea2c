package io.github.waserverless.configuration;

import io.github.waserverless.rule.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * What a project says of one rule.
 *
 * @param runs whether it runs, whatever the profile says
 * @param severity how much its findings matter
 * @param options the numbers that it works with
 */
public record RuleSetting(
    Optional<Boolean> runs, Optional<Severity> severity, Map<String, Integer> options) {}
