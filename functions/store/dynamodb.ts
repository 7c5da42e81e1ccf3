// The table on DynamoDB, or on any engine that speaks its API. SDK errors are translated here and only here: a refused
// condition becomes `false`; everything else stays thrown and reaches the log.

import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  QueryCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import type { Item, Key, Table } from './table.ts'

type Attributes = Record<string, AttributeValue>

const toAttributes = (item: Item): Attributes =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      typeof value === 'number' ? { N: String(value) } : { S: value },
    ]),
  )

function toItem(attributes: Attributes): Item {
  const { pk, sk } = attributes
  if (pk?.S === undefined || sk?.S === undefined) throw new Error('An item without its keys')
  const rest = Object.entries(attributes).map(([name, value]) => [
    name,
    value.N === undefined ? (value.S ?? '') : Number(value.N),
  ])
  return { ...Object.fromEntries(rest), pk: pk.S, sk: sk.S }
}

const keyOf = ({ pk, sk }: Key): Attributes => ({ pk: { S: pk }, sk: { S: sk } })

/** Resolves to false where the condition was refused; every other error is thrown. */
async function conditionally(write: Promise<unknown>): Promise<boolean> {
  try {
    await write
    return true
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false
    throw error
  }
}

/** Opens the table. Credentials come from the environment, as Lambda hands them over. */
export function openTable(settings: {
  AWS_REGION: string
  TABLE_NAME: string
  DYNAMODB_ENDPOINT?: string | undefined
}): Table {
  const TableName = settings.TABLE_NAME
  const client = new DynamoDBClient({
    region: settings.AWS_REGION,
    ...(settings.DYNAMODB_ENDPOINT ? { endpoint: settings.DYNAMODB_ENDPOINT } : {}),
  })
  const put = (input: Omit<PutItemCommandInput, 'TableName'>) =>
    client.send(new PutItemCommand({ TableName, ...input }))
  const update = (input: Omit<UpdateItemCommandInput, 'TableName'>) =>
    client.send(new UpdateItemCommand({ TableName, ...input }))

  return {
    get: async (key) => {
      const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead: true }))
      return Item && toItem(Item)
    },
    insert: (item) => conditionally(put({ Item: toAttributes(item), ConditionExpression: 'attribute_not_exists(pk)' })),
    replace: (item, expected) =>
      conditionally(
        put({
          Item: toAttributes(item),
          ExpressionAttributeNames: { '#v': 'version' },
          ...(expected === 0
            ? { ConditionExpression: 'attribute_not_exists(#v)' }
            : { ConditionExpression: '#v = :v', ExpressionAttributeValues: { ':v': { N: String(expected) } } }),
        }),
      ),
    increment: async (key, attribute) => {
      await update({
        Key: keyOf(key),
        UpdateExpression: 'ADD #a :one',
        ExpressionAttributeNames: { '#a': attribute },
        ExpressionAttributeValues: { ':one': { N: '1' } },
      })
    },
    raise: async (key, attribute, to) => {
      await conditionally(
        update({
          Key: keyOf(key),
          UpdateExpression: 'SET #a = :to',
          ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(#a) OR #a < :to)',
          ExpressionAttributeNames: { '#a': attribute },
          ExpressionAttributeValues: { ':to': { N: String(to) } },
        }),
      )
    },
    remove: async (key) => {
      await client.send(new DeleteItemCommand({ TableName, Key: keyOf(key) }))
    },
    query: async (pk, { prefix = '', after, limit, backwards = false } = {}) => {
      const answer = await client.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          ScanIndexForward: !backwards,
          KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: pk }, ...(prefix ? { ':prefix': { S: prefix } } : {}) },
          ...(after === undefined ? {} : { ExclusiveStartKey: keyOf({ pk, sk: after }) }),
          ...(limit === undefined ? {} : { Limit: limit }),
        }),
      )
      return { items: (answer.Items ?? []).map(toItem), next: answer.LastEvaluatedKey?.['sk']?.S }
    },
  }
}
