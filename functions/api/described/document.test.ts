// The document says what the api does: every address for programs is in it, it is valid, its examples fit its schemas, what the
// api answers fits them too, and a client written from it alone can do its work.

import { createHash, randomUUID } from 'node:crypto'
import { validate } from '@hyperjump/json-schema/openapi-3-1'
import * as v from 'valibot'
import { beforeAll, describe, expect, test } from 'vitest'
import { pdf } from '../../../shared/evidence/evidence-fixture.ts'
import { asId, ExportId } from '../../../shared/ids.ts'
import type { Person } from '../../../shared/organisation/access.ts'
import { scopes } from '../../../shared/organisation/api-token.ts'
import { publicUrl, type TestApi, testApi, testNow } from '../../../test/support/api.ts'
import { digestOf } from '../../../test/support/evidence.ts'
import { inspector, leader, org, store } from '../../../test/support/scenario.ts'
import { insertToken } from '../../store/api-tokens.ts'
import { findExport, saveExport } from '../../store/exports.ts'
import { routes } from '../routes.ts'
import { operations } from './operations.ts'
import { schemas } from './schemas.ts'

const Content = v.record(
  v.string(),
  v.object({ schema: v.optional(v.object({ $ref: v.string() })), example: v.optional(v.unknown()) }),
)
const Operation = v.object({
  operationId: v.string(),
  parameters: v.array(
    v.object({
      name: v.string(),
      in: v.string(),
      required: v.boolean(),
      schema: v.looseObject({}),
      example: v.optional(v.unknown()),
    }),
  ),
  requestBody: v.optional(v.object({ content: Content })),
  responses: v.record(v.string(), v.object({ content: v.optional(Content) })),
})
const Document = v.object({
  openapi: v.string(),
  servers: v.array(v.object({ url: v.string() })),
  paths: v.record(v.string(), v.record(v.string(), Operation)),
  components: v.object({ schemas: v.record(v.string(), v.looseObject({})) }),
})
type Document = v.InferOutput<typeof Document>

let api: TestApi
let raw: unknown
let document: Document
beforeAll(async () => {
  api = testApi()
  await store(api.table)
  raw = await (await api.request('/api/openapi.json')).json()
  document = v.parse(Document, raw)
})

const all = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

/** Checks a value against a schema of the document, by a validator of its own. */
async function faultsOf(schema: object, value: unknown): Promise<unknown> {
  const id = `https://phieu.test/${randomUUID()}`
  const { components } = document
  const whole = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema, components }
  const {
    registerSchema: register,
    validate: check,
    unregisterSchema: forget,
  } = await import('@hyperjump/json-schema/draft-2020-12')
  register(JSON.parse(JSON.stringify(whole)), id)
  try {
    const output = await check(id, JSON.parse(JSON.stringify(value)), 'BASIC')
    return output.valid ? undefined : output
  } finally {
    forget(id)
  }
}

test('every address for programs is in the document, and no other', () => {
  const wanted = routes.filter(({ path }) => path.startsWith('/api/') && path !== '/api/openapi.json')
  const name = (method: string, path: string) => `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`
  expect(
    all()
      .map(({ method, path }) => name(method, path))
      .sort(),
  ).toEqual(wanted.map(({ method, path }) => name(method, path)).sort())
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
})

test('it is a valid OpenAPI 3.1 document, in both languages', async () => {
  for (const language of ['vi', 'en']) {
    const one = await (await api.request(`/api/openapi.json?language=${language}`)).json()
    const output = await validate('https://spec.openapis.org/oas/3.1/schema-base', one, 'BASIC')
    expect([language, output]).toEqual([language, expect.objectContaining({ valid: true })])
  }
})

test('a document that is none is noticed', async () => {
  const broken = { ...Object(raw), paths: { '/x': { get: { parameters: [{ name: 'x' }] } } } }
  expect((await validate('https://spec.openapis.org/oas/3.1/schema-base', broken)).valid).toBe(false)
})

describe('examples', () => {
  test('fit their schemas, for the document and for the api', async () => {
    for (const { operation } of all()) {
      const bodies = [operation.requestBody, ...Object.values(operation.responses)]
      for (const { schema, example } of bodies.flatMap((body) => Object.values(body?.content ?? {}))) {
        if (!schema || example === undefined) continue
        expect([operation.operationId, await faultsOf(schema, example)]).toEqual([operation.operationId, undefined])
        const own = Object.entries(schemas).find(([name]) => schema.$ref === `#/components/schemas/${name}`)?.[1]
        expect([operation.operationId, own && v.safeParse(own, example).issues]).toEqual([
          operation.operationId,
          undefined,
        ])
      }
      for (const { name, schema, example } of operation.parameters)
        if (example !== undefined) expect([name, await faultsOf(schema, example)]).toEqual([name, undefined])
    }
  })
})

/**
 * A program written from the document alone: it knows operation ids, fills paths, and checks what it sends and gets against
 * the schemas there.
 */
async function client(person: Person) {
  const token = `phieu_${api.deps.randomToken()}`
  const owner = { organisationId: org, personId: person.id }
  await insertToken(api.table, token, {
    ...owner,
    name: 'Client',
    scopes: [...scopes],
    createdAt: testNow,
    expiresAt: '2013-12-31T00:00:00.000Z',
  })
  return async (operationId: string, values: Record<string, string | number> = {}, body?: object | Uint8Array) => {
    const found = all().find(({ operation }) => operation.operationId === operationId)
    if (!found) throw new Error(`The document has no ${operationId}`)
    const { operation, method, path } = found
    const of = (place: string) =>
      operation.parameters.filter((one) => one.in === place && values[one.name] !== undefined)
    const missing = operation.parameters.filter((one) => one.required && values[one.name] === undefined)
    if (missing.length > 0) throw new Error(`${operationId} needs ${missing.map(({ name }) => name).join(', ')}`)
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])))
    const query = new URLSearchParams(of('query').map(({ name }) => [name, String(values[name])]))
    const headers = new Headers(of('header').map(({ name }) => [name, String(values[name])]))
    headers.set('authorization', `Bearer ${token}`)
    const [type] = Object.keys(operation.requestBody?.content ?? {})
    if (type) headers.set('content-type', type)
    const schema = type && operation.requestBody?.content[type]?.schema
    if (schema && body) expect(await faultsOf(schema, body)).toBeUndefined()
    const sent = body instanceof Uint8Array ? Buffer.from(body) : body && JSON.stringify(body)
    const [server] = document.servers
    const answer = await api.app.request(`${server?.url}${filled}${query.size > 0 ? `?${query}` : ''}`, {
      method: method.toUpperCase(),
      headers,
      ...(sent === undefined ? {} : { body: sent }),
    })
    const declared = operation.responses[String(answer.status)]
    expect([operationId, answer.status, declared !== undefined]).toEqual([operationId, answer.status, true])
    const isJson = /json/.test(answer.headers.get('content-type') ?? '')
    const json: unknown = isJson ? await answer.json() : undefined
    const promised = Object.values(declared?.content ?? {})[0]?.schema
    if (promised) expect([operationId, await faultsOf(promised, json)]).toEqual([operationId, undefined])
    return { status: answer.status, json: Object(json), location: answer.headers.get('location') }
  }
}

describe('a client written from the document', () => {
  test('it begins at the address that the document names', () => {
    expect(document.servers).toEqual([{ url: publicUrl }])
  })

  test('finds its campaign, form and unit, sends a file and a response, and reads it back', async () => {
    const call = await client(inspector)
    const [campaign] = (await call('listCampaigns')).json.campaigns
    const [period] = campaign.periods
    expect((await call('getCampaign', { campaign: campaign.id })).json).toEqual(campaign)
    const { form } = (await call('getForm', { form: campaign.form.id, version: campaign.form.version })).json
    expect(form.questions.map(({ name }: { name: string }) => name)).toContain('meetings')
    const first = (await call('listUnits', { limit: 4 })).json
    const second = (await call('listUnits', { limit: 4, after: first.next })).json
    expect([first.units.length, second.units.length, second.next]).toEqual([4, 2, null])
    const unit = [...first.units, ...second.units].find(({ code }) => code === 'R1')
    const round = { campaign: campaign.id, period: period.id, unit: unit.id }
    const file = {
      ...round,
      sha256: createHash('sha256').update(pdf).digest('hex'),
      size: pdf.length,
      partSize: 32_768,
      type: 'file',
    }
    expect((await call('sendPart', { ...file, part: 1, 'Content-Digest': digestOf(pdf) }, pdf)).status).toBe(204)
    expect((await call('getUpload', file)).json).toMatchObject({ complete: false, parts: [1] })
    expect((await call('completeFile', file)).status).toBe(201)
    expect((await call('completeFile', file)).status).toBe(200)
    expect((await call('getFile', file)).status).toBe(200)
    const body = {
      ...{ id: randomUUID(), revision: 1, ...round, formVersion: campaign.form.version },
      answers: { meetings: 12, hours: '1.5', minutes: 'yes' },
    }
    const sent = await call('sendResponse', {}, body)
    expect(sent.status).toBe(201)
    const again = await call('sendResponse', {}, body)
    expect([again.status, again.json]).toEqual([200, sent.json])
    const read = await call('getResponse', { ...round, response: body.id })
    expect(read.json).toEqual({ receipt: sent.json.receipt, answers: body.answers })
    expect((await call('sendResponse', {}, { ...body, id: randomUUID(), answers: { meetings: -1 } })).status).toBe(422)
    expect((await call('getProgress', round)).status).toBe(403)
  })

  test('follows progress and reads responses page by page', async () => {
    const send = await client(inspector)
    const call = await client(leader)
    const [campaign] = (await call('listCampaigns')).json.campaigns
    const round = { campaign: campaign.id, period: campaign.periods[0].id }
    const { units } = (await call('searchUnits', { action: 'response.read', q: 'chi bo song' })).json
    for (const { id: unit } of units)
      await send(
        'sendResponse',
        {},
        { ...{ id: randomUUID(), revision: 1, ...round, unit, formVersion: 1 }, answers: { meetings: 3 } },
      )
    const ids: string[] = []
    let next: string | null = null
    do {
      const page: { json: { responses: { id: string }[]; next: string | null } } = await call('listResponses', {
        ...round,
        limit: 1,
        ...(next === null ? {} : { after: next }),
      })
      ids.push(...page.json.responses.map(({ id }) => id))
      next = page.json.next
    } while (next !== null)
    const whole = (await call('listResponses', round)).json.responses
    expect(ids).toEqual(whole.map(({ id }: { id: string }) => id))
    expect(ids.length).toBeGreaterThanOrEqual(2)
    expect(
      (await call('listResponses', { ...round, unit: units[0].id })).json.responses.every(
        ({ unit }: { unit: { id: string } }) => unit.id === units[0].id,
      ),
    ).toBe(true)
    expect((await call('listResponses', { ...round, state: 'withdrawn' })).json.responses).toEqual([])
    expect((await call('getProgress', round)).json.responses).toBe(whole.length)
  })

  test('makes an export and fetches it', async () => {
    const call = await client(leader)
    const [campaign] = (await call('listCampaigns')).json.campaigns
    const body = { campaign: campaign.id, periods: [campaign.periods[0].id], unit: campaign.unit, format: 'jsonl' }
    const { json } = await call('askExport', {}, body)
    expect((await call('getExportFile', { export: json.id })).status).toBe(404)
    const place = { organisationId: org, personId: leader.id, id: asId(ExportId, json.id) }
    const found = await findExport(api.table, place, testNow)
    if (!found) throw new Error('nothing was asked for')
    await saveExport(api.table, { ...found.entry, state: 'ready', file: 'exports/x.zip', bytes: 9 }, found.version)
    expect((await call('getExport', { export: json.id })).json).toMatchObject({ state: 'ready' })
    expect((await call('getExportFile', { export: json.id })).location).toContain('exports/x.zip')
  })

  test('hears why it is refused, in the shape that the document promises', async () => {
    const call = await client(inspector)
    expect((await call('sendResponse', {}, { id: 'x' }).catch((error: Error) => error.message)).toString()).toContain(
      'expected',
    )
    const lost = await call('getForm', { form: 'nowhere', version: 1 })
    expect([lost.status, lost.json.code]).toEqual([404, 'form.unknown'])
  })
})
