// The clock: every five minutes the schedule function is asked what is due.

import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { sendTo } from './rights.ts'

export type TicksProps = { target: IFunction; deadLetters: IQueue }

export class Ticks extends Construct {
  constructor(scope: Construct, id: string, { target, deadLetters }: TicksProps) {
    super(scope, id)
    const group = new CfnScheduleGroup(this, 'Group', {})
    const role = new Role(this, 'Role', {
      // Only this group of this account: otherwise anybody's schedule could borrow the role through the service.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account, 'aws:SourceArn': group.attrArn },
        },
      }),
    })
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }))
    role.addToPolicy(sendTo(deadLetters))
    const schedule = new CfnSchedule(this, 'EveryFiveMinutes', {
      description: 'Asks the schedule function what is due.',
      groupName: group.ref,
      scheduleExpression: 'rate(5 minutes)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ kind: 'tick' }),
        // A tick that couldn't be handed over within its five minutes is old: the next one asks the same question.
        retryPolicy: { maximumEventAgeInSeconds: 300, maximumRetryAttempts: 3 },
        deadLetterConfig: { arn: deadLetters.queueArn },
      },
    })
    // The service checks the role when the schedule is made, so its rights come first.
    schedule.node.addDependency(role)
  }
}
