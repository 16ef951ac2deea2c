package io.github.waserverless.configuration;

import io.github.waserverless.source.Location;
import java.util.List;

/**
 * Findings that a project does not want to see.
 *
 * @param paths patterns as in {@code .gitignore}, from the folder of the configuration
 * @param rules the ids of rules
 * @param reason why
 * @param place where that is said
 */
public record Ignored(List<String> paths, List<String> rules, String reason, Location place) {}
