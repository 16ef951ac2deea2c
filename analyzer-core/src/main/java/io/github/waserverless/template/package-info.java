/**
 * CloudFormation's own terms: templates, resources, conditions, and what a property may be at
 * deployment.
 */
@NullMarked
package io.github.waserverless.template;

import org.jspecify.annotations.NullMarked;
