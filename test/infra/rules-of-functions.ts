// What a function may be and do.

import { Runtime, RuntimeFamily } from 'aws-cdk-lib/aws-lambda'
import { slipsFolder } from '../../functions/report-files.ts'
import { folderOf, functions, functionsExpected, nameOf } from './functions-expected.ts'
import {
  at,
  faults,
  flat,
  isSentence,
  list,
  ofType,
  policiesOf,
  prop,
  type Rule,
  statements,
  target,
} from './template.ts'

/** A right that names more than one thing carries a written reason, on its policy or on the role that has it. */
export const everyWildcardHasAReason: Rule = (template) =>
  ofType(template, 'AWS::IAM::Policy').flatMap(([id, policy]) => {
    const holders = list(prop(policy, 'Roles')).map((role) => template.Resources[target(role)])
    const reasons: Record<string, unknown> = Object.assign(
      {},
      policy.Metadata,
      ...holders.map((role) => role?.Metadata),
    )
    return statements(prop(policy, 'PolicyDocument'))
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ actions, resources }) => [
        ...actions.filter((action) => action.includes('*')).map((action) => `Action::${action}`),
        ...resources.filter((resource) => resource.includes('*')).map((resource) => `Resource::${resource}`),
      ])
      .filter((finding) => !isSentence(reasons[`Reason for AwsSolutions-IAM5[${finding}]`]))
      .map((finding) => `${id}: ${finding} without a reason`)
  })

/** Rights come from this app's own statements: no managed policies, whose content changes without us. */
export const noManagedPolicies: Rule = (template) =>
  ofType(template, 'AWS::IAM::Role')
    .filter(([, role]) => list(prop(role, 'ManagedPolicyArns')).length + list(prop(role, 'Policies')).length > 0)
    .map(([id]) => `${id}: has managed or inline policies`)

export const everyFunctionHasARoleOfItsOwn: Rule = (template) => {
  const roles = functions(template).map(([, f]) => target(prop(f, 'Role')))
  return functions(template)
    .filter((_, i) => roles.indexOf(roles[i] ?? '') !== i || !template.Resources[roles[i] ?? ''])
    .map(([id]) => `${id}: shares its role, or has none`)
}

export const functionsMayDoExactlyWhatTheyUse: Rule = (template) =>
  functions(template).flatMap(([id, f]) => {
    const rights = policiesOf(template, target(prop(f, 'Role')))
      .flatMap(([, policy]) => statements(prop(policy, 'PolicyDocument')))
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ actions }) => actions)
    const has = [...new Set(rights)].sort().join(' ')
    const mail = prop(f, 'Environment', 'Variables', 'MAIL_FROM') === undefined ? [] : ['ses:SendEmail']
    const needs = [...(functionsExpected[nameOf(f)]?.actions ?? []), ...mail].sort().join(' ')
    return has === needs ? [] : [`${id}: may ${has}, needs ${needs}`]
  })

/** The right verbs on the wrong things would still be wrong: its own log, our table and bucket, the queues it is told of. */
export const functionsReachOnlyWhatIsTheirs: Rule = (template) =>
  functions(template).flatMap(([id, f]) => {
    const told = Object.values(Object(prop(f, 'Environment', 'Variables'))).map(target)
    const read = ofType(template, 'AWS::Lambda::EventSourceMapping')
      .filter(([, mapping]) => target(prop(mapping, 'FunctionName')) === id)
      .map(([, mapping]) => target(prop(mapping, 'EventSourceArn')))
    const log = target(prop(f, 'LoggingConfig', 'LogGroup'))
    const secrets = String(prop(f, 'Environment', 'Variables', 'SECRETS_PREFIX') ?? '')
    const from = String(prop(f, 'Environment', 'Variables', 'MAIL_FROM'))
    const mayReach = (action: string, reached: string): boolean => {
      if (action === 'ses:SendEmail')
        return [from, from.replace(/^.*@/, '')].includes(reached.replace(/^.*:identity\//, ''))
      if (action.startsWith('ssm:')) return secrets !== '' && reached.endsWith(`:parameter${secrets}/*`)
      const [found, resource] = Object.entries(template.Resources).find(([name]) => reached.includes(name)) ?? []
      if (action.startsWith('logs:')) return found === log
      if (action.startsWith('dynamodb:')) return resource?.Type === 'AWS::DynamoDB::Table'
      if (action.startsWith('s3:')) return resource?.Type === 'AWS::S3::Bucket'
      if (action === 'sqs:SendMessage') return found !== undefined && told.includes(found)
      if (action.startsWith('sqs:')) return found !== undefined && read.includes(found)
      return action.startsWith('ec2:') && reached === '*'
    }
    return policiesOf(template, target(prop(f, 'Role')))
      .flatMap(([, policy]) => statements(prop(policy, 'PolicyDocument')))
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ actions, resources }) =>
        actions.flatMap((action) => resources.map((reached) => [action, reached] as const)),
      )
      .filter(([action, reached]) => !mayReach(action, reached))
      .map(([action, reached]) => `${id}: may ${action} on ${reached}`)
  })

/** The export function reads every record, and writes how far an export is: nothing that anybody counts. */
export const exportWritesNotesAlone: Rule = (template) =>
  functions(template)
    .filter(([, f]) => nameOf(f) === 'export')
    .flatMap(([id, f]) =>
      policiesOf(template, target(prop(f, 'Role')))
        .flatMap(([, policy]) => statements(prop(policy, 'PolicyDocument')))
        .filter(({ actions }) => actions.some((action) => /^dynamodb:(Put|Update|Delete)/.test(action)))
        .filter(({ condition }) => {
          const keys = list(at(condition, 'ForAllValues:StringLike', 'dynamodb:LeadingKeys'))
          return keys.length !== 1 || keys[0] !== 'ORG#*#EXPORTS'
        })
        .map(({ actions }) => `${id}: may ${actions.join()} on every record`),
    )

/** Objects are taken away for good by the api alone, and slips alone: reports, evidence and exports can't be. */
export const onlySlipsAreErased: Rule = (template) =>
  functions(template).flatMap(([id, f]) =>
    policiesOf(template, target(prop(f, 'Role')))
      .flatMap(([, policy]) => statements(prop(policy, 'PolicyDocument')))
      .filter(({ actions, resources }) => {
        const deletes = actions.some((action) => action.startsWith('s3:Delete'))
        return deletes && !(nameOf(f) === 'api' && resources.every((reached) => reached.endsWith(`/${slipsFolder}*`)))
      })
      .map(({ resources }) => `${id}: may erase ${resources.join()}`),
  )

/** Settings that whoever deploys may leave out. Endpoints of other engines are none of them. */
const chosen = ['MAIL_FROM', 'ADMIN_EMAIL']

export const functionsAreToldWhatTheyRead: Rule = (template) =>
  functions(template).flatMap(([id, f]) => {
    const entries = Object.entries(functionsExpected[nameOf(f)]?.config.entries ?? {})
    const optional = entries.filter(([, entry]) => entry.type === 'optional').map(([name]) => name)
    const told = Object.keys(Object(prop(f, 'Environment', 'Variables')))
      .filter((name) => !chosen.includes(name) || !optional.includes(name))
      .sort()
    const reads = entries.map(([name]) => name).filter((name) => !optional.includes(name) && name !== 'AWS_REGION')
    return told.join() === reads.sort().join() ? [] : [`${id}: is told ${told.join()}, reads ${reads.join()}`]
  })

const newestNode = Runtime.ALL.filter(
  (runtime) => runtime.family === RuntimeFamily.NODEJS && /^nodejs\d+\.x$/.test(runtime.name),
)
  .map((runtime) => Number(/\d+/.exec(runtime.name)?.[0]))
  .sort((a, b) => b - a)[0]

export const functionsAreMadeAlike: Rule = (template) => {
  const found = functions(template)
    .map(([, f]) => folderOf(f))
    .sort()
  const wanted = Object.keys(functionsExpected).map((name) => `dist/functions/${name}`)
  const missing = wanted.filter((folder) => !found.includes(folder)).map((folder) => `${folder}: runs nowhere`)
  return missing.concat(
    functions(template).flatMap(([id, f]) => {
      return faults(id, {
        'is not on arm64': flat(list(prop(f, 'Architectures'))[0] ?? '') !== 'arm64',
        'is not on the newest Node': prop(f, 'Runtime') !== `nodejs${newestNode}.x`,
        'is not one of dist/functions': !wanted.includes(folderOf(f)),
        'is traced': !['undefined', 'PassThrough'].includes(String(prop(f, 'TracingConfig', 'Mode'))),
        'writes to a log of no fixed age': !template.Resources[target(prop(f, 'LoggingConfig', 'LogGroup'))],
        'keeps capacity reserved': prop(f, 'ReservedConcurrentExecutions') !== undefined,
      })
    }),
  )
}

/** A service that acts for many customers may take a role only for this account (the confused deputy). */
export const rolesServeThisAccountOnly: Rule = (template) =>
  ofType(template, 'AWS::IAM::Role').flatMap(([id, role]) => {
    const [trust] = statements(prop(role, 'AssumeRolePolicyDocument'))
    const service = at(trust?.principal, 'Service')
    if (service === 'lambda.amazonaws.com') return []
    const account = at(trust?.condition, 'StringEquals', 'aws:SourceAccount') !== undefined
    const source = at(trust?.condition, 'StringEquals', 'aws:SourceArn') !== undefined
    return [
      ...(account ? [] : [`${id}: ${flat(service)} may take it for any account`]),
      ...(service !== 'scheduler.amazonaws.com' || source ? [] : [`${id}: any schedule may take it`]),
    ]
  })
