// The functions: what each may do, to the letter, and what it is told. A right that is added shows up here first.

import { relative } from 'node:path'
import type * as v from 'valibot'
import { ApiConfig, ExportConfig, RenderConfig, ScheduleConfig } from '../../functions/config.ts'
import { flat, ofType, type Resource, type Template } from './template.ts'

const records = ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem']
const secrets = ['ssm:DeleteParameter', 'ssm:GetParameter', 'ssm:PutParameter']
const log = ['logs:CreateLogStream', 'logs:PutLogEvents']
const consume = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage']
export const network = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
]

/** What each function may do (to the letter), and what it is told. */
export const functionsExpected: Record<
  string,
  { actions: string[]; config: v.ObjectSchema<v.ObjectEntries, undefined> }
> = {
  api: {
    // Deleting is for slips alone: onlySlipsAreErased.
    actions: [
      ...records,
      ...secrets,
      ...log,
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
      'sqs:SendMessage',
    ],
    config: ApiConfig,
  },
  schedule: {
    actions: [
      ...records,
      ...secrets,
      ...log,
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
      ...consume,
      'sqs:SendMessage',
    ],
    config: ScheduleConfig,
  },
  // Of the table it writes the notes of exports alone: exportWritesNotesAlone.
  export: {
    actions: [
      ...log,
      ...consume,
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:Query',
      's3:AbortMultipartUpload',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ],
    config: ExportConfig,
  },
  // The network actions are Lambda's, not the code's: renderIsSealed asks for the denial.
  render: {
    actions: [...network, ...log, 's3:GetObject', 's3:ListBucket', 's3:PutObject', ...consume],
    config: RenderConfig,
  },
}

/** The folder a function is uploaded from, where the template was made without staging. */
export const folderOf = (resource: Resource): string =>
  relative(process.cwd(), flat(resource.Metadata['aws:asset:path'] ?? ''))
export const nameOf = (resource: Resource): string => folderOf(resource).replace('dist/functions/', '')
export const functions = (template: Template): [string, Resource][] => ofType(template, 'AWS::Lambda::Function')
