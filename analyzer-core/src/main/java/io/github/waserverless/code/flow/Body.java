package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceField;
import io.github.waserverless.code.program.SourceMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What one method does, with its lambdas: gathered once, in the order of the source. */
public final class Body {

  private final SourceMethod method;
  private final List<Variable> parameters = new ArrayList<>(2);
  private final IdentityHashMap<Expression, List<Variable>> lambdas = new IdentityHashMap<>(2);
  private final Map<String, SourceClass> locals = new HashMap<>(0);
  private final List<Variable> declared = new ArrayList<>(4);
  private final List<Site> sites = new ArrayList<>();
  private final IdentityHashMap<Expression, TypeName> types = new IdentityHashMap<>();
  private final IdentityHashMap<Expression, Variable> variables = new IdentityHashMap<>();
  private final IdentityHashMap<Expression, SourceField> fields = new IdentityHashMap<>();
  private final IdentityHashMap<Expression, Site> byExpression = new IdentityHashMap<>();

  Body(SourceMethod method) {
    this.method = method;
  }

  void parameter(Variable parameter) {
    parameters.add(parameter);
  }

  void lambda(Expression.Lambda lambda, List<Variable> itsParameters) {
    lambdas.put(lambda, itsParameters);
  }

  void declares(Variable variable) {
    declared.add(variable);
  }

  void local(SourceClass type) {
    locals.put(type.name(), type);
  }

  void add(Site site, Expression expression) {
    sites.add(site);
    byExpression.put(expression, site);
  }

  void add(Site site) {
    sites.add(site);
  }

  /** The target of an assignment is named but not read. */
  @SuppressWarnings("ReferenceEquality") // another use of the same name is read
  void onlyWritten(Expression target) {
    sites.removeIf(s -> s instanceof Site.FieldRead read && read.expression() == target);
  }

  void type(Expression expression, TypeName type) {
    types.put(expression, type);
  }

  void means(Expression name, Variable variable) {
    variables.put(name, variable);
  }

  void means(Expression name, SourceField field) {
    fields.put(name, field);
  }

  /** The method. */
  public SourceMethod method() {
    return method;
  }

  /** The parameters of the method. */
  public List<Variable> parameters() {
    return parameters;
  }

  /** The parameters of a lambda. */
  public List<Variable> parameters(Expression.Lambda lambda) {
    return lambdas.getOrDefault(lambda, List.of());
  }

  /** A class that the method declares. */
  public Optional<SourceClass> localClass(String name) {
    return Optional.ofNullable(locals.get(name));
  }

  /** Everything that happens. */
  public List<Site> sites() {
    return sites;
  }

  /** Everything of one kind that happens. */
  public <T extends Site> Stream<T> sites(Class<T> kind) {
    return sites.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** What happens at a call, a {@code new} or a method reference. */
  public <T extends Site> Optional<T> site(Expression expression, Class<T> kind) {
    return Optional.ofNullable(byExpression.get(expression))
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  /** The type of an expression, as far as it is known. */
  public TypeName type(Expression expression) {
    return types.getOrDefault(expression, TypeName.UNKNOWN);
  }

  /** The variable that a name means. */
  public Optional<Variable> variable(Expression name) {
    return Optional.ofNullable(variables.get(name));
  }

  /** The variables that names mean, or that are only declared. */
  Stream<Variable> variables() {
    return declared.stream();
  }

  /** The field that a name or member means. */
  public Optional<SourceField> field(Expression name) {
    return Optional.ofNullable(fields.get(name));
  }
}
