package io.github.waserverless.engine;

import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.suppression.Suppressions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is left of an application when it has been judged: nothing of it leads back to a tree.
 *
 * @param deployed the classes that its functions run
 * @param stated the suppressions that its files state
 * @param sources the texts of those of its files that something is told of
 */
record Judged(
    List<Finding> findings,
    List<Suppressed> suppressed,
    List<Notice> notices,
    List<Analysis.Fault> faults,
    Analysis.Statistics counts,
    Set<SourceClass> deployed,
    Suppressions stated,
    Map<String, SourceFile> sources) {}
