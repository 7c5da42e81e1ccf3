// Processes of their own: nothing that this one loaded or compiled helps them.

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import * as v from 'valibot'

const run = promisify(execFile)

/** All that the built functions ask of their environment. The addresses lead nowhere. */
const env = {
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  TABLE_NAME: 'bench',
  DYNAMODB_ENDPOINT: 'http://127.0.0.1:1',
  BUCKET_NAME: 'bench',
  S3_ENDPOINT: 'http://127.0.0.1:1',
  REPORT_QUEUE_URL: 'http://127.0.0.1:1/000000000000/report-jobs',
  EXPORT_QUEUE_URL: 'http://127.0.0.1:1/000000000000/export-jobs',
  RENDER_QUEUE_URL: 'http://127.0.0.1:1/000000000000/render-jobs',
  PUBLIC_URL: 'https://phieu.example',
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_CLIENT_ID: 'bench',
}

export const functionNames = ['api', 'schedule', 'export', 'render'] as const
export type FunctionName = (typeof functionNames)[number]

/** The bundle of a built function; benches run where the repository is. */
export const bundleOf = (name: FunctionName): string => join('dist', 'functions', name, 'index.mjs')
export const addressOf = (file: string): string => pathToFileURL(file).href

/** Runs one of the scripts beside the benches and reads the line of JSON that it prints last. */
export async function inProcess<const S extends v.GenericSchema>(
  script: 'import-process' | 'render-process' | 'pdfkit-process',
  args: readonly string[],
  schema: S,
): Promise<v.InferOutput<S>> {
  const { stdout } = await run(process.execPath, [join('test', 'bench', `${script}.mjs`), ...args], { env })
  return v.parse(schema, JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
}
