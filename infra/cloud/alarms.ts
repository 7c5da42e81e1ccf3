// Alarms: each one says in a sentence who is hurt, because whoever reads it at night has not read the code.
// An account's first ten alarms cost nothing, for ever; each one more costs ten cents a month, and there are three.

import { Duration, Stack } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'

/** How often an alarm looks. Tells the metrics' period too, so that both speak of the same minutes. */
export const alarmPeriod = Duration.minutes(5)

export type Ring = {
  /** One sentence: who notices, and what they can't do. It opens the alarm's description. */
  whoIsHurtWhenItFails: string
  /** One sentence: where to look first. */
  lookAt: string
}

export class Alarms extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, email: string | undefined) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { displayName: 'Phieu alarms', enforceSSL: true })
    // A topic with a policy of its own loses the default one, which let CloudWatch in.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    )
    if (email) this.topic.addSubscription(new EmailSubscription(email))
  }

  /** Rings as soon as the metric's sum over a period is one or more. */
  ringOnAny(scope: Construct, id: string, metric: IMetric, ring: Ring): void {
    this.ring(scope, id, ring, {
      metric,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
  }

  /** Rings when nothing was counted for a whole period: silence is the failure. */
  ringOnSilence(scope: Construct, id: string, metric: IMetric, ring: Ring): void {
    this.ring(scope, id, ring, {
      metric,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    })
  }

  private ring(
    scope: Construct,
    id: string,
    { whoIsHurtWhenItFails, lookAt }: Ring,
    when: { metric: IMetric; comparisonOperator: ComparisonOperator; treatMissingData: TreatMissingData },
  ): void {
    for (const sentence of [whoIsHurtWhenItFails, lookAt])
      if (!/^[A-Z].{18,}\.$/s.test(sentence)) throw new Error(`${scope.node.path}/${id}: "${sentence}" is no sentence`)
    new Alarm(scope, id, {
      ...when,
      threshold: 1,
      evaluationPeriods: 1,
      alarmDescription: `${whoIsHurtWhenItFails} ${lookAt}`,
    }).addAlarmAction(new SnsAction(this.topic))
  }
}
