// A queue as the house makes it: encrypted, TLS only, and what failed three times is kept for a person to look at.

import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { jobTries } from '../../shared/report/failure.ts'
import { type Alarms, alarmPeriod } from './alarms.ts'

export type HouseQueueProps = {
  alarms: Alarms
  /** How long the function that reads the queue may take for one job. */
  jobTimeout: Duration
  whoIsHurtWhenItFails: string
}

const safe = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) }

export class HouseQueue extends Construct {
  readonly queue: Queue
  readonly deadLetters: Queue

  constructor(scope: Construct, id: string, props: HouseQueueProps) {
    super(scope, id)
    this.deadLetters = new Queue(this, 'DeadLetters', safe)
    this.queue = new Queue(this, 'Jobs', {
      ...safe,
      // Six times the function's own limit, so that a job is never handed out again while it is still being done.
      visibilityTimeout: Duration.seconds(6 * props.jobTimeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: jobTries },
    })
    const waiting = this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod })
    props.alarms.ringOnAny(this, 'DeadLettersAlarm', waiting, {
      whoIsHurtWhenItFails: props.whoIsHurtWhenItFails,
      lookAt: `A job failed three times: read it in the dead-letter queue of ${id}, mend the cause, start its redrive.`,
    })
  }
}
