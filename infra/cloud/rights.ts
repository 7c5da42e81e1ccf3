// Every right a function of ours can have, named for what it is for. A function's file lists the ones it gets,
// and nothing else is ever granted: what isn't on this page can't be done.

import type { Stack } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { issuedFolder, papersFolder, slipsFolder } from '../../functions/report-files.ts'
import { partsFolder } from '../../functions/store/evidence.ts'
import { exportsFolder } from '../../functions/store/exports.ts'
import { pastFolder } from '../../functions/store/past-imports.ts'

/** Where reports lie in the bucket. */
export const reportsPrefix = 'reports/*'

const evidencePrefix = 'evidence/*'
/** Where records and blank forms lie, with the pictures in them, until they expire. */
export const papersPrefix = `${papersFolder}*`

/** Where the files of issued reports lie, for ever. */
export const issuedPrefix = `${issuedFolder}*`

/** Where slips with members' links lie, until they are fetched. */
export const slipsPrefix = `${slipsFolder}*`

/** Files that belong to answers, their parts on the way in, pictures of forms, and rows of past figures. */
export const filesPrefixes = [evidencePrefix, `${partsFolder}*`, 'forms/*', `${pastFolder}*`] as const

/** Where exports lie in the bucket. */
export const exportsPrefix = `${exportsFolder}*`

/** Keys under which exports note how far they are. */
const exportNotes = 'ORG#*#EXPORTS'

/** Items one by one, or a page of one partition. No Scan, no transactions, and nothing that changes the table itself. */
export const readAndWriteRecords = (table: Table): PolicyStatement =>
  new PolicyStatement({
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:Query'],
    resources: [table.tableArn],
  })

/** Every record can be read; written are only the notes of exports. */
export const readRecords = (table: Table): PolicyStatement =>
  new PolicyStatement({ actions: ['dynamodb:GetItem', 'dynamodb:Query'], resources: [table.tableArn] })

export const noteExports = (table: Table): PolicyStatement =>
  new PolicyStatement({
    actions: ['dynamodb:PutItem'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [exportNotes] } },
  })

export const readAndWriteReports = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [bucket.arnForObjects(reportsPrefix)] })

/** Issued files are written once, under the hash of their own bytes; no function that draws documents has this right. */
export const readAndWriteIssued = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [bucket.arnForObjects(issuedPrefix)] })

export const readAndWritePapers = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [bucket.arnForObjects(papersPrefix)] })

export const readAndWriteSlips = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject'], resources: [bucket.arnForObjects(slipsPrefix)] })

/** Slips are taken away for good once they are fetched: the version that was there, not a mark above it. */
export const eraseSlips = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({
    actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
    resources: [bucket.arnForObjects(slipsPrefix)],
  })

export const readAndWriteFiles = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: filesPrefixes.map((prefix) => bucket.arnForObjects(prefix)),
  })

/** Rows of figures from before, as they were read. */
export const pastPrefix = `${pastFolder}*`
export const readPastFigures = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(pastPrefix)] })

export const readExports = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(exportsPrefix)] })

/** In parts, which are taken back where an export fails. */
export const writeExports = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({
    actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
    resources: [bucket.arnForObjects(exportsPrefix)],
  })

export const readEvidence = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects(evidencePrefix)] })

/** Which parts of a file are there. */
export const listParts = (bucket: Bucket): PolicyStatement =>
  new PolicyStatement({
    actions: ['s3:ListBucket'],
    resources: [bucket.bucketArn],
    conditions: { StringLike: { 's3:prefix': `${partsFolder}*` } },
  })

/**
 * S3 answers 404 for a missing key only to those who may list; to all others it is 403, like a lack of rights.
 * "IfExists", because a GET of an object carries no prefix to compare: a plain StringLike would never match it.
 */
const learnWhatIsMissing = (bucket: Bucket, prefix: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['s3:ListBucket'],
    resources: [bucket.bucketArn],
    conditions: { StringLikeIfExists: { 's3:prefix': prefix } },
  })

export const learnThatAReportIsMissing = (bucket: Bucket): PolicyStatement => learnWhatIsMissing(bucket, reportsPrefix)

export const learnThatEvidenceIsMissing = (bucket: Bucket): PolicyStatement =>
  learnWhatIsMissing(bucket, evidencePrefix)

/** The same of records and blank forms. */
export const learnThatAPaperIsMissing = (bucket: Bucket): PolicyStatement => learnWhatIsMissing(bucket, papersPrefix)

/** The same of slips. */
export const learnThatSlipsAreMissing = (bucket: Bucket): PolicyStatement => learnWhatIsMissing(bucket, slipsPrefix)

export const sendTo = (...queues: IQueue[]): PolicyStatement =>
  new PolicyStatement({ actions: ['sqs:SendMessage'], resources: queues.map((queue) => queue.queueArn) })

/** Mails from this one address. SES asks for the right on whichever identity is verified: the address, or its domain. */
export const sendMailFrom = (stack: Stack, address: string): PolicyStatement =>
  new PolicyStatement({
    actions: ['ses:SendEmail'],
    resources: [address, address.replace(/^.*@/, '')].map((resourceName) =>
      stack.formatArn({ service: 'ses', resource: 'identity', resourceName }),
    ),
    conditions: { StringEquals: { 'ses:FromAddress': address } },
  })

/** What the names of secrets begin with, those of surveys and of webhooks: each installation has its own. */
export const secretsPrefix = (stack: Stack): string => `/${stack.stackName}/surveys`

/** How cdk-nag calls them all. */
export const everySecret = (stack: Stack): string =>
  `Resource::arn:<AWS::Partition>:ssm:<AWS::Region>:<AWS::AccountId>:parameter${secretsPrefix(stack)}/*`

/** Secrets of surveys and of webhooks are made, read and destroyed, and never replaced or listed. */
export const keepSurveySecrets = (stack: Stack): PolicyStatement =>
  new PolicyStatement({
    actions: ['ssm:PutParameter', 'ssm:GetParameter', 'ssm:DeleteParameter'],
    resources: [
      stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: `${stack.stackName}/surveys/*` }),
    ],
  })

/** What Lambda needs to read a queue on a function's behalf. */
export const consume = (queue: IQueue): PolicyStatement =>
  new PolicyStatement({
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queue.queueArn],
  })

/** Writes to one log group that exists already: a function can neither make others nor read any. */
export const writeLog = (log: ILogGroup): PolicyStatement =>
  new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [log.logGroupArn] })

const networkActions = [
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
]

/** What Lambda needs to place a function into a network; it takes these rights from the function's own role. */
export const joinNetwork = (): PolicyStatement => new PolicyStatement({ actions: networkActions, resources: ['*'] })

/** Takes the same rights away from the code that runs in the function, which has no business with them. */
export const leaveNetworkAlone = (code: IFunction): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.DENY,
    actions: networkActions,
    resources: ['*'],
    conditions: { ArnEquals: { 'lambda:SourceFunctionArn': code.functionArn } },
  })
