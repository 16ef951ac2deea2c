package io.github.waserverless.configuration;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the caller of a check asks for; it wins over what the project says.
 *
 * @param paths files and folders to check; none means what the project includes, or this folder
 * @param selection which rules run
 * @param inputs what is known beside the templates
 * @param environment the one of the project's environments to check, instead of each
 * @param honourPeers whether suppressions made for other tools count, whatever the project says
 * @param today the day that deadlines are compared with
 */
public record Request(
    List<Path> paths,
    RuleSelection selection,
    Configuration.Inputs inputs,
    Optional<String> environment,
    boolean honourPeers,
    LocalDate today) {}
