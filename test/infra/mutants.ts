// The deployment, spoilt in one place at a time; each line names the rule that has to notice.

import type { rules } from './rules.ts'
import { at, list, ofType, prop, spoil, type Template, without, withResource } from './template.ts'

export type RuleName = keyof typeof rules
type Spoil = (template: Template) => Template

const policy = (position: number, name: 'Action' | 'Resource' | 'Effect') => [
  'Properties',
  'PolicyDocument',
  'Statement',
  position,
  name,
]
const spoilType =
  (type: string, path: (string | number)[], to?: unknown): Spoil =>
  (template) =>
    spoil(template, type, path, to)
const spoilProperty = (type: string, path: (string | number)[], to?: unknown): Spoil =>
  spoilType(type, ['Properties', ...path], to)
const add =
  (type: string, properties?: Record<string, unknown>): Spoil =>
  (template) =>
    withResource(template, 'Added', type, properties)
const drop =
  (type: string): Spoil =>
  (template) =>
    without(template, type)

const aFunction = 'AWS::Lambda::Function'
const aQueue = 'AWS::SQS::Queue'
const aBucket = 'AWS::S3::Bucket'
const aTable = 'AWS::DynamoDB::Table'
const aPolicy = 'AWS::IAM::Policy'
const aRole = 'AWS::IAM::Role'
const anAlarm = 'AWS::CloudWatch::Alarm'
const aSchedule = 'AWS::Scheduler::Schedule'
const aPool = 'AWS::Cognito::UserPool'
const aClient = 'AWS::Cognito::UserPoolClient'
const aDoor = 'AWS::EC2::VPCEndpoint'

/** Each line: what is spoilt, the rule that must notice, how. */
export const mutants: [string, RuleName, Spoil][] = [
  ['a policy allows every action', 'everyWildcardHasAReason', spoilType(aPolicy, policy(0, 'Action'), '*')],
  [
    'a policy allows every verb of the table',
    'everyWildcardHasAReason',
    spoilType(aPolicy, policy(0, 'Action'), 'dynamodb:*'),
  ],
  ['a policy reaches every resource', 'everyWildcardHasAReason', spoilType(aPolicy, policy(0, 'Resource'), '*')],
  ['the reason of a wildcard is left out', 'everyWildcardHasAReason', spoilType(aRole, ['Metadata'], {})],
  [
    'a role takes a managed policy',
    'noManagedPolicies',
    spoilProperty(aRole, ['ManagedPolicyArns'], ['arn:aws:iam::aws:policy/X']),
  ],
  [
    'a function takes a role from elsewhere',
    'everyFunctionHasARoleOfItsOwn',
    spoilProperty(aFunction, ['Role'], 'arn:aws:iam::1:role/x'),
  ],
  ['all functions share a role', 'everyFunctionHasARoleOfItsOwn', shareRole],
  [
    'a function may scan',
    'functionsMayDoExactlyWhatTheyUse',
    spoilType(aPolicy, [...policy(1, 'Action'), 5], 'dynamodb:Scan'),
  ],
  [
    'a function may no longer query',
    'functionsMayDoExactlyWhatTheyUse',
    spoilType(aPolicy, policy(1, 'Action'), ['dynamodb:GetItem']),
  ],
  [
    'a function sends to a queue unknown to it',
    'functionsReachOnlyWhatIsTheirs',
    spoilProperty(aFunction, ['Environment']),
  ],
  [
    'a function reaches another table',
    'functionsReachOnlyWhatIsTheirs',
    spoilType(aPolicy, policy(1, 'Resource'), 'x'),
  ],
  ['a function writes to another log', 'functionsReachOnlyWhatIsTheirs', spoilProperty(aFunction, ['LoggingConfig'])],
  ['render may read the table', 'functionsMayDoExactlyWhatTheyUse', letRenderReadTheTable],
  ['the api may erase reports', 'onlySlipsAreErased', letTheApiErase('reports/*')],
  ['export may write every record', 'exportWritesNotesAlone', letExportWriteEverything],
  [
    'a setting is forgotten',
    'functionsAreToldWhatTheyRead',
    spoilProperty(aFunction, ['Environment', 'Variables', 'TABLE_NAME']),
  ],
  [
    'a setting nobody reads',
    'functionsAreToldWhatTheyRead',
    spoilProperty(aFunction, ['Environment', 'Variables', 'SECRET'], 'x'),
  ],
  ['a function on x86', 'functionsAreMadeAlike', spoilProperty(aFunction, ['Architectures'], ['x86_64'])],
  ['a function on an old Node', 'functionsAreMadeAlike', spoilProperty(aFunction, ['Runtime'], 'nodejs20.x')],
  [
    'a function from another folder',
    'functionsAreMadeAlike',
    spoilType(aFunction, ['Metadata', 'aws:asset:path'], '/tmp/other'),
  ],
  ['a traced function', 'functionsAreMadeAlike', spoilProperty(aFunction, ['TracingConfig'], { Mode: 'Active' })],
  ['a function that logs for ever', 'functionsAreMadeAlike', spoilProperty(aFunction, ['LoggingConfig'])],
  ['a function too few', 'functionsAreMadeAlike', drop(aFunction)],
  ['a function too many', 'functionsAreMadeAlike', add(aFunction, { Runtime: 'nodejs24.x' })],
  ['any schedule may borrow the role', 'rolesServeThisAccountOnly', dropScheduleCondition('aws:SourceArn')],
  ['any account may borrow the role', 'rolesServeThisAccountOnly', dropScheduleCondition('aws:SourceAccount')],
  ['the network gets a gateway to the internet', 'renderIsSealed', add('AWS::EC2::InternetGateway')],
  ['the network gets a route', 'renderIsSealed', add('AWS::EC2::Route', { DestinationCidrBlock: '0.0.0.0/0' })],
  ['the door opens to all of S3', 'renderIsSealed', spoilType(aDoor, policy(0, 'Resource'), '*')],
  [
    'the door lets other accounts through',
    'renderIsSealed',
    spoilProperty(aDoor, ['PolicyDocument', 'Statement', 0, 'Condition']),
  ],
  ['the door has no policy', 'renderIsSealed', spoilProperty(aDoor, ['PolicyDocument'])],
  ['the door costs money', 'renderIsSealed', spoilProperty(aDoor, ['VpcEndpointType'], 'Interface')],
  [
    'the group lets everything out',
    'renderIsSealed',
    spoilProperty('AWS::EC2::SecurityGroup', ['SecurityGroupEgress', 0, 'IpProtocol'], '-1'),
  ],
  ['every name is answered', 'renderIsSealed', drop('AWS::Route53Resolver::FirewallRuleGroupAssociation')],
  ["render's code may make interfaces", 'renderIsSealed', withoutDenials],
  ['render leaves its network', 'renderIsSealed', takeRenderOut],
  ['the access log has the address', 'accessLogNamesNobody', logAlso('$context.identity.sourceIp')],
  ['the access log has the path', 'accessLogNamesNobody', logAlso('$context.path')],
  ['the access log has the user agent', 'accessLogNamesNobody', logAlso('$context.identity.userAgent')],
  ['there is no access log', 'accessLogNamesNobody', spoilProperty('AWS::ApiGatewayV2::Stage', ['AccessLogSettings'])],
  [
    'requests have no bound',
    'accessLogNamesNobody',
    spoilProperty('AWS::ApiGatewayV2::Stage', ['DefaultRouteSettings']),
  ],
  [
    'other sites may call',
    'noOtherSiteMayCall',
    spoilProperty('AWS::ApiGatewayV2::Api', ['CorsConfiguration'], { AllowOrigins: ['*'] }),
  ],
  ['anyone may sign up', 'peopleSignInByCodeOnly', spoilProperty(aPool, ['AdminCreateUserConfig'])],
  ['the people can be deleted', 'peopleSignInByCodeOnly', spoilProperty(aPool, ['DeletionProtection'], 'INACTIVE')],
  [
    'passwords may be short',
    'peopleSignInByCodeOnly',
    spoilProperty(aPool, ['Policies', 'PasswordPolicy', 'MinimumLength'], 8),
  ],
  ['the client has a secret', 'peopleSignInByCodeOnly', spoilProperty(aClient, ['GenerateSecret'], true)],
  [
    'the client gives tokens without a code',
    'peopleSignInByCodeOnly',
    spoilProperty(aClient, ['AllowedOAuthFlows'], ['implicit']),
  ],
  [
    'the client comes back to another site',
    'peopleSignInByCodeOnly',
    spoilProperty(aClient, ['CallbackURLs'], ['https://x.example/sign-in/callback']),
  ],
  ['a queue is plain', 'queuesLoseNothing', spoilProperty(aQueue, ['SqsManagedSseEnabled'], false)],
  ['a queue takes plain text', 'queuesLoseNothing', drop('AWS::SQS::QueuePolicy')],
  ['a queue has no dead letters', 'queuesLoseNothing', spoilJobs('RedrivePolicy')],
  ['a queue hands out jobs too early', 'queuesLoseNothing', spoilJobs('VisibilityTimeout', 60)],
  ['a queue is read by nobody', 'queuesLoseNothing', drop('AWS::Lambda::EventSourceMapping')],
  [
    'a batch fails as a whole',
    'queuesLoseNothing',
    spoilProperty('AWS::Lambda::EventSourceMapping', ['FunctionResponseTypes']),
  ],
  ...['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].map(
    (block): [string, RuleName, Spoil] => [
      `the bucket lacks ${block}`,
      'bucketsAreShut',
      spoilProperty(aBucket, ['PublicAccessBlockConfiguration', block], false),
    ],
  ),
  [
    'the bucket keeps exports for ever',
    'bucketsAreShut',
    spoilProperty(aBucket, ['LifecycleConfiguration', 'Rules', 2, 'ExpirationInDays'], 1_000),
  ],
  ['the bucket takes plain text', 'bucketsAreShut', drop('AWS::S3::BucketPolicy')],
  ['the bucket is plain', 'bucketsAreShut', spoilProperty(aBucket, ['BucketEncryption'])],
  [
    'the bucket keeps no versions',
    'bucketsAreShut',
    spoilProperty(aBucket, ['VersioningConfiguration'], { Status: 'Suspended' }),
  ],
  [
    'the bucket keeps parts for ever',
    'bucketsAreShut',
    spoilProperty(aBucket, ['LifecycleConfiguration', 'Rules', 1, 'ExpirationInDays'], 1_000),
  ],
  [
    'the bucket forgets everything after two weeks',
    'bucketsAreShut',
    spoilProperty(aBucket, ['LifecycleConfiguration', 'Rules', 1, 'Prefix']),
  ],
  [
    'the bucket keeps drawn records for ever',
    'bucketsAreShut',
    spoilProperty(aBucket, ['LifecycleConfiguration', 'Rules', 2, 'ExpirationInDays'], 1_000),
  ],
  ['the table has no recovery', 'tablesCanBeRestored', spoilProperty(aTable, ['PointInTimeRecoverySpecification'])],
  ['the table can be deleted', 'tablesCanBeRestored', spoilProperty(aTable, ['DeletionProtectionEnabled'], false)],
  ['the table costs while idle', 'tablesCanBeRestored', spoilProperty(aTable, ['BillingMode'], 'PROVISIONED')],
  ['sessions live for ever', 'tablesCanBeRestored', spoilProperty(aTable, ['TimeToLiveSpecification'])],
  ...[aTable, aBucket, aPool].flatMap((type): [string, RuleName, Spoil][] => [
    [`${type} goes with its stack`, 'whatHoldsDataIsKept', spoilType(type, ['DeletionPolicy'], 'Delete')],
    [`${type} goes when it is replaced`, 'whatHoldsDataIsKept', spoilType(type, ['UpdateReplacePolicy'])],
  ]),
  ['there is no table', 'whatHoldsDataIsKept', drop(aTable)],
  ['a log lives for ever', 'logsForget', spoilProperty('AWS::Logs::LogGroup', ['RetentionInDays'])],
  ['an alarm tells nobody', 'alarmsReachAPerson', spoilProperty(anAlarm, ['AlarmActions'])],
  ['an alarm has no sentence', 'alarmsReachAPerson', spoilProperty(anAlarm, ['AlarmDescription'], 'errors > 0')],
  ['dead letters pile up unheard', 'everyFailureRings', spoilProperty(anAlarm, ['Dimensions'])],
  [
    'a log code is renamed',
    'everyFailureRings',
    spoilProperty('AWS::Logs::MetricFilter', ['FilterPattern'], '"other"'),
  ],
  [
    'an alarm watches another metric',
    'everyFailureRings',
    spoilProperty('AWS::Logs::MetricFilter', ['MetricTransformations', 0, 'MetricName'], 'x'),
  ],
  ['an alarm is gone', 'everyFailureRings', drop(anAlarm)],
  ['an alarm too many', 'idleCostsNextToNothing', add(anAlarm)],
  ['a key of our own', 'idleCostsNextToNothing', add('AWS::KMS::Key')],
  ['a NAT gateway', 'idleCostsNextToNothing', add('AWS::EC2::NatGateway')],
  [
    'a metric that says zero',
    'idleCostsNextToNothing',
    spoilProperty('AWS::Logs::MetricFilter', ['MetricTransformations', 0, 'DefaultValue'], 0),
  ],
  [
    'the topic takes plain text',
    'topicsLetOnlyAlarmsIn',
    spoilType('AWS::SNS::TopicPolicy', policy(0, 'Effect'), 'Allow'),
  ],
  [
    'the topic refuses its alarms',
    'topicsLetOnlyAlarmsIn',
    spoilType('AWS::SNS::TopicPolicy', policy(1, 'Effect'), 'Deny'),
  ],
  ['nothing ticks', 'everyScheduleTicks', drop(aSchedule)],
  ['the schedule is off', 'everyScheduleTicks', spoilProperty(aSchedule, ['State'], 'DISABLED')],
  ['the schedule says something else', 'everyScheduleTicks', spoilProperty(aSchedule, ['Target', 'Input'], '{}')],
  ['the schedule loses ticks', 'everyScheduleTicks', spoilProperty(aSchedule, ['Target', 'DeadLetterConfig'])],
]

function shareRole(template: Template): Template {
  const copy = structuredClone(template)
  const role = prop(ofType(copy, aFunction)[0]?.[1], 'Role')
  for (const [, each] of ofType(copy, aFunction)) each.Properties['Role'] = role
  return copy
}

function letRenderReadTheTable(template: Template): Template {
  const render = ofType(template, aFunction).find(([, f]) => String(f.Metadata['aws:asset:path']).endsWith('/render'))
  return withResource(template, 'Added', aPolicy, {
    Roles: [{ Ref: at(prop(render?.[1], 'Role'), 'Fn::GetAtt', 0) }],
    PolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:x:1:table/y' }],
    },
  })
}

/** The right to erase, at another place of the bucket. */
function letTheApiErase(prefix: string): Spoil {
  return (template) => {
    const copy = structuredClone(template)
    for (const [, each] of ofType(copy, aPolicy))
      for (const statement of list(prop(each, 'PolicyDocument', 'Statement')))
        if (list(at(statement, 'Action')).includes('s3:DeleteObject'))
          Reflect.set(Object(statement), 'Resource', `arn:aws:s3:::bucket/${prefix}`)
    return copy
  }
}

function letExportWriteEverything(template: Template): Template {
  const copy = structuredClone(template)
  for (const [, each] of ofType(copy, aPolicy))
    for (const statement of list(prop(each, 'PolicyDocument', 'Statement')))
      if (at(statement, 'Action') === 'dynamodb:PutItem') Reflect.deleteProperty(Object(statement), 'Condition')
  return copy
}

function dropScheduleCondition(key: string): Spoil {
  return (template) => {
    const copy = structuredClone(template)
    const isScheduler = (statement: unknown) => at(statement, 'Principal', 'Service') === 'scheduler.amazonaws.com'
    for (const [, role] of ofType(copy, aRole))
      for (const statement of list(prop(role, 'AssumeRolePolicyDocument', 'Statement')).filter(isScheduler))
        Reflect.deleteProperty(Object(at(statement, 'Condition', 'StringEquals')), key)
    return copy
  }
}

function withoutDenials(template: Template): Template {
  const denies = (resource: Template['Resources'][string]) =>
    list(prop(resource, 'PolicyDocument', 'Statement')).some((statement) => at(statement, 'Effect') === 'Deny')
  const kept = Object.entries(template.Resources).filter(
    ([, resource]) => resource.Type !== aPolicy || !denies(resource),
  )
  return { Resources: Object.fromEntries(kept) }
}

function takeRenderOut(template: Template): Template {
  const copy = structuredClone(template)
  for (const [, each] of ofType(copy, aFunction)) delete each.Properties['VpcConfig']
  return copy
}

function logAlso(name: string): Spoil {
  return spoilProperty(
    'AWS::ApiGatewayV2::Stage',
    ['AccessLogSettings', 'Format'],
    `{"id":"$context.requestId","x":"${name}"}`,
  )
}

function spoilJobs(name: string, to?: unknown): Spoil {
  return (template) => {
    const copy = structuredClone(template)
    for (const [, queue] of ofType(copy, aQueue))
      if (queue.Properties['RedrivePolicy']) {
        if (to === undefined) delete queue.Properties[name]
        else queue.Properties[name] = to
      }
    return copy
  }
}
