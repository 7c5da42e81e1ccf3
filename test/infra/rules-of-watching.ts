// What tells a person, when, and that nothing of it costs money while nobody uses the system.

import { logCode } from '../../functions/log.ts'
import { functions, nameOf } from './functions-expected.ts'
import { at, faults, isSentence, list, ofType, prop, type Rule, statements, target } from './template.ts'

export const alarmsReachAPerson: Rule = (template) =>
  ofType(template, 'AWS::CloudWatch::Alarm').flatMap(([id, alarm]) => [
    ...(list(prop(alarm, 'AlarmActions')).some(
      (action) => template.Resources[target(action)]?.Type === 'AWS::SNS::Topic',
    )
      ? []
      : [`${id}: tells nobody`]),
    ...(isSentence(prop(alarm, 'AlarmDescription')) ? [] : [`${id}: says in no sentence who is hurt`]),
  ])

/** A queue of failed jobs, a crash and a logged failure each ring; renaming a log code can't silence one. */
export const everyFailureRings: Rule = (template) => {
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([, alarm]) => alarm)
  const watches = (metric: string, id: string) =>
    alarms.some(
      (a) => prop(a, 'MetricName') === metric && list(prop(a, 'Dimensions')).some((d) => target(at(d, 'Value')) === id),
    )
  const queues = ofType(template, 'AWS::SQS::Queue')
  const deadLetters = queues.map(([, q]) => target(prop(q, 'RedrivePolicy', 'deadLetterTargetArn'))).filter((id) => id)
  const filtered = ofType(template, 'AWS::Logs::MetricFilter')
    .filter(([, filter]) => {
      const [metric] = list(prop(filter, 'MetricTransformations'))
      return alarms.some(
        (a) =>
          prop(a, 'MetricName') === at(metric, 'MetricName') && prop(a, 'Namespace') === at(metric, 'MetricNamespace'),
      )
    })
    .map(([, filter]) => prop(filter, 'FilterPattern'))
  return [
    ...deadLetters
      .filter((id) => !watches('ApproximateNumberOfMessagesVisible', id))
      .map((id) => `${id}: fills unheard`),
    ...functions(template).flatMap(([id]) => (watches('Errors', id) ? [] : [`${id}: crashes unheard`])),
    ...functions(template).flatMap(([id, f]) =>
      nameOf(f) !== 'api' || watches('Throttles', id) ? [] : [`${id}: turns people away unheard`],
    ),
    ...functions(template).flatMap(([id, f]) =>
      nameOf(f) !== 'schedule' || watches('Invocations', id) ? [] : [`${id}: stops unheard`],
    ),
    ...[logCode.requestFailed, logCode.jobFailed, logCode.renderFailed, logCode.exportFailed]
      .filter((code) => !filtered.includes(`"${code}"`))
      .map((code) => `${code}: is logged unheard`),
  ]
}

/** Ten alarms are free in every account, three more cost 30 cents a month; none of these types costs anything while nobody uses it. */
export const idleCostsNextToNothing: Rule = (template) => {
  const costly =
    /^AWS::(EC2::(NatGateway|Instance|EIP)|KMS::Key|SecretsManager|ElasticLoadBalancing|RDS|WAF|CloudFront|Logs::Delivery|Kinesis|MSK|ECS|CloudWatch::Dashboard)/
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm').length
  return [
    ...(alarms <= 13 ? [] : [`${alarms} alarms, and README's bill has 13`]),
    ...Object.entries(template.Resources).flatMap(([id, { Type }]) =>
      costly.test(Type) ? [`${id}: ${Type} costs while idle`] : [],
    ),
    ...ofType(template, 'AWS::Logs::MetricFilter').flatMap(([id, filter]) =>
      at(list(prop(filter, 'MetricTransformations'))[0], 'DefaultValue') === undefined
        ? []
        : [`${id}: counts nothing, for money`],
    ),
  ]
}

export const topicsLetOnlyAlarmsIn: Rule = (template) =>
  ofType(template, 'AWS::SNS::Topic').flatMap(([id]) => {
    const rules = ofType(template, 'AWS::SNS::TopicPolicy')
      .filter(([, policy]) => list(prop(policy, 'Topics')).some((topic) => target(topic) === id))
      .flatMap(([, policy]) => statements(prop(policy, 'PolicyDocument')))
    const plain = rules.some(
      ({ effect, condition }) => effect === 'Deny' && at(condition, 'Bool', 'aws:SecureTransport') === 'false',
    )
    const alarms = rules.some(
      ({ effect, principal, condition }) =>
        effect === 'Allow' &&
        at(principal, 'Service') === 'cloudwatch.amazonaws.com' &&
        at(condition, 'StringEquals', 'aws:SourceAccount') !== undefined,
    )
    return [...(plain ? [] : [`${id}: takes plain text`]), ...(alarms ? [] : [`${id}: refuses the alarms`])]
  })

export const everyScheduleTicks: Rule = (template) => {
  const schedules = ofType(template, 'AWS::Scheduler::Schedule')
  return [
    ...(schedules.length === 1 ? [] : [`${schedules.length} schedules, and one is wanted`]),
    ...schedules.flatMap(([id, schedule]) => {
      const invoked = template.Resources[target(prop(schedule, 'Target', 'Arn'))]
      return faults(id, {
        'asks another function': invoked === undefined || nameOf(invoked) !== 'schedule',
        'says something else than tick': prop(schedule, 'Target', 'Input') !== '{"kind":"tick"}',
        'loses what it could not hand over': prop(schedule, 'Target', 'DeadLetterConfig', 'Arn') === undefined,
        'is switched off': prop(schedule, 'State') === 'DISABLED',
        'belongs to no group its role knows': prop(schedule, 'GroupName') === undefined,
      })
    }),
  ]
}
