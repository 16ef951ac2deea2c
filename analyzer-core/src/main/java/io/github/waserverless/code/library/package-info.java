/**
 * What is known about the types of the JDK, the AWS SDKs and other libraries without their jars.
 */
@NullMarked
package io.github.waserverless.code.library;

import org.jspecify.annotations.NullMarked;
