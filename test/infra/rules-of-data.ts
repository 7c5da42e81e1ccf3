// What is stored, or waits to be done: none of it open, none of it lost.

import { papersFolder, slipsFolder, slipsLiveDays } from '../../functions/report-files.ts'
import { partsFolder, partsLiveDays } from '../../functions/store/evidence.ts'
import { exportsFolder, exportsLiveDays } from '../../functions/store/exports.ts'
import { pastFolder, pastLiveDays } from '../../functions/store/past-imports.ts'
import { papersLiveDays } from '../../shared/report/paper.ts'
import { at, faults, list, ofType, prop, type Rule, statements, type Template, target } from './template.ts'

const deniesPlainText = (template: Template, policyType: string, holders: string, id: string): boolean =>
  ofType(template, policyType)
    .filter(([, policy]) => list(prop(policy, holders)).some((held) => target(held) === id))
    .flatMap(([, policy]) => statements(prop(policy, 'PolicyDocument')))
    .some(({ effect, condition }) => effect === 'Deny' && at(condition, 'Bool', 'aws:SecureTransport') === 'false')

export const queuesLoseNothing: Rule = (template) => {
  const queues = ofType(template, 'AWS::SQS::Queue')
  const deadLetters = new Set(queues.map(([, q]) => target(prop(q, 'RedrivePolicy', 'deadLetterTargetArn'))))
  const readers = ofType(template, 'AWS::Lambda::EventSourceMapping')
  return queues.flatMap(([id, queue]) => {
    const reader = readers.find(([, mapping]) => target(prop(mapping, 'EventSourceArn')) === id)?.[1]
    const limit = Number(prop(template.Resources[target(prop(reader, 'FunctionName'))], 'Timeout') ?? 0)
    const isDeadLetters = deadLetters.has(id)
    return faults(id, {
      'is encrypted by nothing': prop(queue, 'SqsManagedSseEnabled') !== true,
      'takes plain text': !deniesPlainText(template, 'AWS::SQS::QueuePolicy', 'Queues', id),
      'gives up after another number than 3': !isDeadLetters && prop(queue, 'RedrivePolicy', 'maxReceiveCount') !== 3,
      'hands out a job that is still being done':
        !isDeadLetters && Number(prop(queue, 'VisibilityTimeout')) < 6 * limit,
      'is read by nobody': !isDeadLetters && limit === 0,
      'fails whole batches':
        !isDeadLetters && list(prop(reader, 'FunctionResponseTypes'))[0] !== 'ReportBatchItemFailures',
      'forgets before two weeks': prop(queue, 'MessageRetentionPeriod') !== 14 * 24 * 3600,
    })
  })
}

export const bucketsAreShut: Rule = (template) =>
  ofType(template, 'AWS::S3::Bucket').flatMap(([id, bucket]) => {
    const blocks = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets']
    const open = blocks.filter((block) => prop(bucket, 'PublicAccessBlockConfiguration', block) !== true)
    const rules = list(prop(bucket, 'BucketEncryption', 'ServerSideEncryptionConfiguration'))
    const lives = list(prop(bucket, 'LifecycleConfiguration', 'Rules'))
    const old = lives.map((rule) => at(rule, 'NoncurrentVersionExpiration'))
    const living = (folder: string) => lives.filter((rule) => at(rule, 'Prefix') === folder)
    const folders = [partsFolder, exportsFolder, papersFolder, pastFolder, slipsFolder]
    const [parts, exports, papers, past, slips] = folders.map(living)
    const keeps = (rules: typeof parts, days: number) => !rules?.some((rule) => at(rule, 'ExpirationInDays') === days)
    return faults(id, {
      'is not shut to the public on all four counts': open.length > 0,
      'takes plain text': !deniesPlainText(template, 'AWS::S3::BucketPolicy', 'Bucket', id),
      'is encrypted by nothing': at(rules[0], 'ServerSideEncryptionByDefault', 'SSEAlgorithm') === undefined,
      'keeps no versions': prop(bucket, 'VersioningConfiguration', 'Status') !== 'Enabled',
      'keeps versions for ever': !old.some((expiry) => expiry !== undefined),
      'keeps parts of files for ever': keeps(parts, partsLiveDays),
      'keeps records that were drawn for ever': keeps(papers, papersLiveDays),
      'keeps exports for ever': keeps(exports, exportsLiveDays),
      'keeps files of past figures for ever': keeps(past, pastLiveDays),
      'keeps slips for ever': keeps(slips, slipsLiveDays),
      'forgets more than parts of files, exports and what was drawn': lives.some(
        (rule) =>
          at(rule, 'ExpirationInDays') !== undefined && ![parts, exports, papers, past, slips].flat().includes(rule),
      ),
    })
  })

export const tablesCanBeRestored: Rule = (template) =>
  ofType(template, 'AWS::DynamoDB::Table').flatMap(([id, table]) => {
    return faults(id, {
      'has no point-in-time recovery':
        prop(table, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled') !== true,
      'can be deleted': prop(table, 'DeletionProtectionEnabled') !== true,
      'is paid for while idle': prop(table, 'BillingMode') !== 'PAY_PER_REQUEST',
      'keeps sessions for ever': prop(table, 'TimeToLiveSpecification', 'AttributeName') !== 'expiresAt',
    })
  })

const holdsState = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool']

export const whatHoldsDataIsKept: Rule = (template) =>
  holdsState.flatMap((type) => [
    ...(ofType(template, type).length > 0 || type === 'AWS::Cognito::UserPool' ? [] : [`${type}: there is none`]),
    ...ofType(template, type)
      .filter(
        ([, { DeletionPolicy, UpdateReplacePolicy }]) =>
          DeletionPolicy !== 'Retain' || UpdateReplacePolicy !== 'Retain',
      )
      .map(([id]) => `${id}: goes with its stack`),
  ])

export const logsForget: Rule = (template) =>
  ofType(template, 'AWS::Logs::LogGroup')
    .filter(([, group]) => !(Number(prop(group, 'RetentionInDays')) <= 90))
    .map(([id]) => `${id}: keeps its lines for ever, or for longer than 90 days`)
