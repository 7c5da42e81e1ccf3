// A rule that is broken on purpose needs a reason in writing, next to the resource: cdk-nag then lets it pass, and the
// template carries the reason to whoever reviews a change set.

import { CfnResource, Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** `finding` as cdk-nag prints it, for example AwsSolutions-S1. */
export function explain(construct: IConstruct, finding: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: finding, reason })
  const resource = construct.node.defaultChild
  if (resource instanceof CfnResource) resource.addMetadata(`Reason for ${finding}`, reason)
}
