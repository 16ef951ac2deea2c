/** Who may do what: roles, policies and permissions. */
@NullMarked
package io.github.waserverless.rules.security;

import org.jspecify.annotations.NullMarked;
