package io.github.waserverless.engine;

import io.github.waserverless.app.SourceCode;
import io.github.waserverless.source.Location;
import java.nio.file.Path;

/**
 * Where the code of a function lies, by what its template says.
 *
 * @param name what messages call the function
 * @param place where the template says it
 * @param location the folder or archive; the template's folder when it says nothing
 * @param synthesized whether an assembly says it
 * @param java whether the function runs Java for certain
 */
record FunctionCode(
    SourceCode.Function function,
    String name,
    Location place,
    Path location,
    boolean synthesized,
    boolean java) {}
