package io.github.waserverless.maven;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * The modules of one build that ask for the same check. The last of them has it done, when all that
 * the others generate is there; the first one in the order of the build says how.
 */
final class Turns {

  private static final String KEY = Turns.class.getName();

  private final MavenSession session;
  private final MojoExecution execution;

  Turns(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.execution = execution;
  }

  /**
   * Does the check when no other module is still to come that asks for it.
   *
   * @param check how the module wants it; nothing when it does not want any
   */
  void take(MavenProject project, Optional<Callable<Void>> check) throws Exception {
    List<MavenProject> asking = asking(project);
    Map<Integer, Optional<Callable<Void>>> arrived = arrived();
    Optional<Callable<Void>> first;
    synchronized (arrived) {
      arrived.put(asking.indexOf(project), check);
      if (arrived.size() < asking.size()) {
        return;
      }
      first = arrived.values().stream().flatMap(Optional::stream).findFirst();
      arrived.clear();
    }
    if (first.isPresent()) {
      first.get().call();
    }
  }

  private List<MavenProject> asking(MavenProject project) {
    if (execution.getSource() == MojoExecution.Source.CLI) {
      return session.getProjects();
    }
    Optional<String> phase = phase(project);
    return session.getProjects().stream()
        .filter(other -> phase.isPresent() && phase(other).equals(phase))
        .toList();
  }

  /** The phase in which a module asks for the same; empty when it does not. */
  private Optional<String> phase(MavenProject project) {
    String standard = execution.getMojoDescriptor().getPhase();
    return project.getBuildPlugins().stream()
        .filter(plugin -> plugin.getKey().equals(execution.getPlugin().getKey()))
        .flatMap(plugin -> plugin.getExecutions().stream())
        .filter(other -> other.getId().equals(execution.getExecutionId()))
        .filter(other -> other.getGoals().contains(execution.getGoal()))
        .map(other -> other.getPhase() == null ? standard : other.getPhase())
        .findFirst();
  }

  /** Of types that all class loaders share: modules may give the plugin different rules. */
  @SuppressWarnings("unchecked")
  private Map<Integer, Optional<Callable<Void>>> arrived() {
    SessionData data = session.getRepositorySession().getData();
    Object all = data.get(KEY);
    if (all == null) {
      data.set(KEY, null, new ConcurrentHashMap<>());
      all = data.get(KEY);
    }
    String key =
        execution.getSource() + " " + execution.getExecutionId() + " " + execution.getGoal();
    return ((ConcurrentMap<String, Map<Integer, Optional<Callable<Void>>>>) all)
        .computeIfAbsent(key, k -> new TreeMap<>());
  }
}
