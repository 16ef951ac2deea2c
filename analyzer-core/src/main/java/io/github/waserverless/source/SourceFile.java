package io.github.waserverless.source;

import java.nio.file.Path;

/**
 * A file that was read.
 *
 * @param path where it lies
 * @param name the path as reported, with forward slashes
 * @param text its content, decoded
 */
public record SourceFile(Path path, String name, String text) {}
