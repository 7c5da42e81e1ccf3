// A function as the house makes it: a role of its own, a log that forgets after a month, no tracing (a trace could join
// a person to an answer), and alarms that say who is hurt. It uploads the folder the local home runs too.

import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { type ISecurityGroup, type IVpc, SubnetType } from 'aws-cdk-lib/aws-ec2'
import { Policy, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { LogCode } from '../../functions/log.ts'
import { type Alarms, alarmPeriod } from './alarms.ts'
import { explain } from './explain.ts'
import { consume, joinNetwork, leaveNetworkAlone, writeLog } from './rights.ts'

export type HouseFunctionProps = {
  /** dist/functions/FOLDER, made by infra/build.mjs. */
  folder: 'api' | 'schedule' | 'export' | 'render'
  memory: number
  timeout: Duration
  environment: Record<string, string>
  rights: PolicyStatement[]
  /** What it writes to its log when a piece of work fails and it lives on to say so. */
  failureCode: LogCode
  whoIsHurtWhenItFails: string
  alarms: Alarms
  network?: { vpc: IVpc; securityGroup: ISecurityGroup }
}

export class HouseFunction extends Construct {
  readonly lambda: LambdaFunction
  readonly role: Role
  private readonly log: LogGroup

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    super(scope, id)
    this.log = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY })
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    const rights = [writeLog(this.log), ...props.rights, ...(props.network ? [joinNetwork()] : [])]
    for (const right of rights) this.role.addToPolicy(right)
    this.lambda = new LambdaFunction(this, 'Function', {
      code: Code.fromAsset(`dist/functions/${props.folder}`),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory,
      timeout: props.timeout,
      environment: props.environment,
      role: this.role,
      logGroup: this.log,
      tracing: Tracing.DISABLED,
      ...(props.network ? inNetwork(props.network) : {}),
    })
    if (props.network) this.keepCodeOutOfNetworking()
    this.ringAlarms(props)
  }

  /**
   * Takes jobs from a queue, one at a time: a job that runs out of time takes no other with it. `atOnce` bounds how many
   * run side by side, so that a burst of reports never starves the pages (a new account runs ten functions at once).
   */
  takeJobsFrom(queue: IQueue, atOnce: number): void {
    this.role.addToPolicy(consume(queue))
    this.lambda.addEventSourceMapping('Jobs', {
      eventSourceArn: queue.queueArn,
      batchSize: 1,
      maxConcurrency: atOnce,
      reportBatchItemFailures: true,
    })
  }

  /** A reason, in writing, for each right that names more than one thing; cdk-nag refuses those without. */
  explainWildcard(finding: string, reason: string): void {
    explain(this.role, `AwsSolutions-IAM5[${finding}]`, reason)
  }

  private keepCodeOutOfNetworking(): void {
    // A policy apart from the role: it names the function, and the function waits for its role.
    new Policy(this, 'CodeStaysOut', { roles: [this.role], statements: [leaveNetworkAlone(this.lambda)] })
    this.explainWildcard(
      'Resource::*',
      'Lambda describes and makes interfaces that have no name yet; the code itself is denied all of it.',
    )
  }

  private ringAlarms({ alarms, failureCode, folder, whoIsHurtWhenItFails }: HouseFunctionProps): void {
    alarms.ringOnAny(this, 'ErrorsAlarm', this.lambda.metricErrors({ period: alarmPeriod }), {
      whoIsHurtWhenItFails,
      lookAt: `The ${folder} function crashed, ran out of time or of memory: read the end of its log.`,
    })
    // The code as a term, not as a JSON field: Lambda puts its own words before a line, so the line isn't JSON there.
    // No default value: a metric that says nothing costs nothing.
    const failures = new MetricFilter(this, 'Failures', {
      logGroup: this.log,
      filterPattern: FilterPattern.allTerms(failureCode),
      metricNamespace: Stack.of(this).stackName,
      metricName: failureCode,
      metricValue: '1',
    }).metric({ statistic: 'sum', period: alarmPeriod })
    alarms.ringOnAny(this, 'FailuresAlarm', failures, {
      whoIsHurtWhenItFails,
      lookAt: `The ${folder} function logged ${failureCode}: search its log for that code.`,
    })
  }
}

const inNetwork = ({ vpc, securityGroup }: { vpc: IVpc; securityGroup: ISecurityGroup }) => ({
  vpc,
  securityGroups: [securityGroup],
  vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
})
