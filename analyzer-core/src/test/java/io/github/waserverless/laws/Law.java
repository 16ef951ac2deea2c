package io.github.waserverless.laws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * A property of generated input, the same input in every build. Other input with {@code
 * -Dlaws.seed=2}, more of it with {@code -Djqwik.tries.default=10000}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Property(edgeCases = EdgeCasesMode.NONE)
@AddLifecycleHook(Seed.class)
public @interface Law {}
