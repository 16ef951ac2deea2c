/** Cloud assemblies: what a synthesis with the CDK leaves for the deployment. */
@NullMarked
package io.github.waserverless.assembly;

import org.jspecify.annotations.NullMarked;
