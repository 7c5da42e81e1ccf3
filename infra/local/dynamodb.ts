// The table on one machine: dynalite, an embedded engine with DynamoDB's interface, on disk.
// An acknowledged write survives kill -9 of this process (LevelDB hands each write to the system before it answers).

import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { closeServer, listenOnLoopback, refuseBrowsers } from './loopback.ts'
import { StartProblem } from './start-problem.ts'

export type Engine = { endpoint: string; stop: () => Promise<void> }

/** Opens the store in a folder (one process per folder) and makes the table where it is missing. */
export async function startDynamoDb(folder: string, tableName: string): Promise<Engine> {
  await mkdir(folder, { recursive: true })
  const server = dynalite({ path: folder, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  refuseBrowsers(server)
  outliveLeavers(server)
  const endpoint = await listenOnLoopback(server)
  await makeTable(endpoint, tableName)
  return { endpoint, stop: () => closeServer(server) }
}

/** The engine throws out of the process when a client leaves in the middle of a request; here that is nobody's error. */
function outliveLeavers(server: Server): void {
  server.on('request', (request) => {
    request.removeAllListeners('error')
    request.on('error', () => undefined)
  })
}

async function makeTable(endpoint: string, tableName: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials })
  try {
    await createTable(client, tableName)
    await untilActive(client, tableName)
  } finally {
    client.destroy()
  }
}

async function createTable(client: DynamoDBClient, tableName: string): Promise<void> {
  const command = new CreateTableCommand({
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  })
  await client.send(command).catch((error) => {
    if (!(error instanceof ResourceInUseException)) throw error
  })
}

/** A new table can be written to only a moment after it was made, here as on AWS. */
async function untilActive(client: DynamoDBClient, tableName: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }))
    if (Table?.TableStatus === 'ACTIVE') return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new StartProblem('An earlier start was killed while it made the table. Begin anew: npm start -- --fresh')
}
