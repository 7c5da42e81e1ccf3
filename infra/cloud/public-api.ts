// The way in from the internet: one HTTP API that hands every request to one function.

import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpRoute, HttpRouteKey, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { explain } from './explain.ts'

/** Neither path nor address nor user agent: a path can hold a member's token, an address is a person. */
const accessLogFormat = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  status: '$context.status',
  latency: '$context.responseLatency',
  route: '$context.routeKey',
})

export class PublicApi extends Construct {
  /** https, without a trailing slash. */
  readonly address: string
  private readonly api: HttpApi

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.api = new HttpApi(this, 'Http', {
      apiName: Stack.of(this).stackName,
      description: 'Pages and forms of Phieu',
      createDefaultStage: false,
    })
    this.address = this.api.apiEndpoint
    const log = new LogGroup(this, 'AccessLog', {
      // API Gateway may write to names of this prefix without a policy that grows with every log.
      logGroupName: `/aws/vendedlogs/${Stack.of(this).stackName}/access`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(accessLogFormat),
      },
      // A hall full of people who scan the same poster, and a bound on what a flood can cost.
      throttle: { rateLimit: 200, burstLimit: 400 },
    })
  }

  handTo(target: IFunction): void {
    const route = new HttpRoute(this, 'Everything', {
      httpApi: this.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Integration', target),
    })
    explain(
      route,
      'AwsSolutions-APIG4',
      'Members answer and staff sign in through this route, so it must be open to the world; who may do what is ' +
        'decided in the function, route by route, with sessions and invitations that API Gateway knows nothing of.',
    )
  }
}
