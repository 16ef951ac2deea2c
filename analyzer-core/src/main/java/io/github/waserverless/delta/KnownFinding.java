package io.github.waserverless.delta;

import java.util.List;

/**
 * A finding of an earlier run.
 *
 * @param fingerprint what it is recognised by
 * @param file its file, as it is called on every machine
 * @param resources the logical ids that it was about; none when the earlier run did not say
 */
public record KnownFinding(
    String fingerprint, String rule, String file, String message, List<String> resources) {}
