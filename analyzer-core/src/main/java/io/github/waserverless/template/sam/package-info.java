/**
 * What the AWS::Serverless transform makes of a template, as the resources that CloudFormation then
 * sees.
 */
@NullMarked
package io.github.waserverless.template.sam;

import org.jspecify.annotations.NullMarked;
