// An answer and a link travel every way that they can take: taken, refused, a crash at each await, a mail that fails, slips that
// can't be drawn. What was logged, stored or sent outside of the response itself holds neither.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { path } from '../../shared/paths.ts'
import { printedCode } from '../../shared/survey/link-key.ts'
import { memoryObjects, memorySecrets, type TestApi, testApi } from '../../test/support/api.ts'
import { pageText } from '../../test/support/desk.ts'
import { dyingAt, quoting } from '../../test/support/dying-table.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { campaignId, leader, office, org, period, unitId } from '../../test/support/scenario.ts'
import { surveyScene } from '../../test/support/survey-scene.ts'
import { type HandedOut, invite, openDoor } from '../invite.ts'
import { MailNotTaken } from '../mail.ts'
import { renderReports } from '../render/render-reports.ts'
import { remind } from '../schedule/remind.ts'
import { findCampaign, saveCampaign } from '../store/campaigns.ts'
import { hashOf } from '../store/tokens.ts'

const now = '2013-03-01T08:30:00.000Z'
const canary = 'chim hoàng yến 7351'
const number = '735173'
const answers = { 'q.trust': 'no', 'q.meetings': number, 'q.note': canary }

/** Whatever this process prints or sends anywhere, while a test runs. */
let captured: string[]
beforeEach(() => {
  captured = []
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    vi.spyOn(console, level).mockImplementation((...said: unknown[]) => void captured.push(said.map(String).join(' ')))
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((said) => Boolean(captured.push(String(said))))
  vi.stubGlobal('fetch', async (request: Request | string | URL) => {
    captured.push(`fetched ${request instanceof Request ? request.url : request}`)
    throw new Error('Nothing here fetches anything')
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

type World = {
  readonly table: ReturnType<typeof memoryTable>
  readonly secrets: ReturnType<typeof memorySecrets>
  readonly api: TestApi
}
function aWorld(): World {
  const [table, secrets] = [memoryTable(), memorySecrets()]
  return { table, secrets, api: testApi({ table, secrets, now: () => now }) }
}

const traces = ({ door, token, code }: Pick<HandedOut, 'door' | 'token' | 'code'>): string[] => [
  token,
  code,
  printedCode(door, code),
]

/** Everything that a way left behind, without what it answered. */
function leftBehind({ table, api }: World, more: readonly TestApi[] = []): string {
  const all = [api, ...more]
  const queues = all.flatMap(({ sent, toRender, exportJobs }) => [...sent, ...toRender, ...exportJobs])
  const files = all.flatMap(({ objects }) => [...objects.stored].map(([name, bytes]) => [name, String(bytes)]))
  return JSON.stringify([captured, [...table.items], queues, files, all.flatMap(({ mails }) => mails)])
}

/** The places that hold the answer: at most the answer itself, which is joined to nothing. */
function holdsAnswers({ table }: World): string[] {
  return [...table.items].flatMap(([place, item]) => {
    const text = `${place} ${JSON.stringify(item)}`
    return text.includes(canary) || text.includes(number) ? [text] : []
  })
}

const send = (api: TestApi, link: string, typed: Record<string, string> = {}) =>
  api.postForm(link, { action: 'send', formVersion: '1', ...answers, ...typed })

test.each(['anonymous', 'named'] as const)('an answer that is taken, and one that is not: %s', async (way) => {
  const world = aWorld()
  const { handedOut, links } = await surveyScene(world.api, { way, invited: { 'cell-1': 12 } })
  const [one] = handedOut
  const [link = ''] = links
  if (!one) throw new Error('Somebody is invited')
  expect((await send(world.api, link, { 'q.meetings': canary })).status).toBe(422)
  expect(leftBehind(world)).not.toContain(canary)
  for (const wrong of [`/s/ZZZZ${one.token}`, `${link}x`, `/s/${one.door}${one.code}x`])
    expect((await send(world.api, wrong)).status).toBe(404)
  expect((await world.api.postForm('/s', { code: `${one.door}${one.token}` })).status).toBe(303)
  expect((await world.api.postForm('/s', { code: printedCode(one.door, one.code) })).status).toBe(303)
  expect(leftBehind(world)).not.toContain(canary)
  // Whoever is signed in beside leaves nothing of it either.
  const fields = new URLSearchParams({ action: 'send', formVersion: '1', ...answers })
  const sent = await world.api.request(link, { method: 'POST', body: fields, as: leader })
  // Under one's own name one is led back to one's own page.
  const thanks = way === 'named' ? `${link}?sent=yes` : '/s/sent'
  expect([sent.status, sent.headers.get('location')]).toEqual([303, thanks])
  const again = await send(world.api, link)
  if (way === 'named') expect([again.status, again.headers.get('location')]).toEqual([303, thanks])
  else expect(await pageText(again)).toContain('has been received')
  const [kept = '', ...more] = holdsAnswers(world)
  expect([kept.includes(canary), more]).toEqual([true, []])
  for (const trace of traces(one)) expect(leftBehind(world)).not.toContain(trace)
  if (way === 'anonymous') expect(kept).not.toContain(hashOf(one.token))
  expect(captured).toEqual([])
})

test('a crash at each await of sending, of a table that quotes all that it was given', async () => {
  const about = { way: 'anonymous', invited: { 'cell-1': 12 } } as const
  const counting = aWorld()
  const { links } = await surveyScene(counting.api, about)
  const whole = dyingAt(counting.table, -1, 'before')
  const apiOver = (world: World, table = world.table as TestApi['table']) =>
    testApi({ table, secrets: world.secrets, now: () => now })
  expect((await send(apiOver(counting, whole.table), links[0] ?? '')).status).toBe(303)
  expect(whole.calls()).toBeGreaterThanOrEqual(10)
  for (const when of ['before', 'after'] as const)
    for (let dies = 1; dies <= whole.calls(); dies += 1) {
      const world = aWorld()
      const scene = await surveyScene(world.api, about)
      const [one] = scene.handedOut
      const [link = ''] = scene.links
      if (!one) throw new Error('Somebody is invited')
      captured = []
      const broken = apiOver(world, quoting(dyingAt(world.table, dies, when).table))
      expect((await send(broken, link)).status, `${when} ${dies}`).toBe(500)
      expect(captured.join(''), `${when} ${dies}`).toContain('ValidationException: not quoted')
      expect(captured.join(''), `${when} ${dies}`).not.toContain(number)
      const left = leftBehind(world, [broken])
      for (const trace of traces(one)) expect(left, `${when} ${dies}`).not.toContain(trace)
      expect(holdsAnswers(world).length, `${when} ${dies}`).toBeLessThanOrEqual(1)
      // The process comes back, and the same is sent again.
      const again = await send(apiOver(world), link)
      const isTaken = again.status === 303 || (await pageText(again)).includes('has been received')
      expect(isTaken, `${when} ${dies}`).toBe(true)
      const [kept = '', ...more] = holdsAnswers(world)
      expect(more, `${when} ${dies}`).toEqual([])
      for (const trace of [...traces(one), hashOf(one.token), '2013-03-01']) expect(kept).not.toContain(trace)
    }
})

test('a store of secrets that is down says so, and quotes nothing', async () => {
  const world = aWorld()
  const { handedOut, links } = await surveyScene(world.api, { way: 'anonymous', invited: { 'cell-1': 12 } })
  const down = () => Promise.reject(new Error('Secrets: GetParameter answered 503'))
  const broken = testApi({ table: world.table, secrets: { read: down, make: down, destroy: down }, now: () => now })
  expect((await send(broken, links[0] ?? '')).status).toBe(500)
  expect((await broken.postForm('/s', { code: `${handedOut[0]?.door}${handedOut[0]?.code}` })).status).toBe(500)
  expect(captured.join('')).toContain('answered 503')
  const left = leftBehind(world, [broken])
  for (const trace of [...handedOut.flatMap(traces), canary, number]) expect(left).not.toContain(trace)
})

/** A survey that reminds, with two who have an address. */
async function withAddresses(world: World) {
  await surveyScene(world.api, { way: 'anonymous' })
  const found = await findCampaign(world.table, org, campaignId)
  const door = found && (await openDoor(world.api.deps, found))
  if (!found || !door) throw new Error('The survey has a door')
  const reminders = { daysBefore: 10, daysAfter: 0, everyDays: 3 }
  await saveCampaign(world.table, { ...found.campaign, reminders }, found.version)
  return invite(world.api.deps, { campaign: found.campaign, round: period, door }, [
    { unitId: unitId('cell-1'), name: 'An', email: 'an@example.org' },
    { unitId: unitId('cell-1'), name: 'Bình', email: 'binh@example.org' },
  ])
}

test('mails that fail, from the page and from a tick: only the post office is told a link', async () => {
  const world = aWorld()
  const people = await withAddresses(world)
  const quoted = (error: Error, text: string) => Object.assign(error, { message: text })
  const failures = [
    () => new MailNotTaken('Mail: SendEmail answered 503 Throttling'),
    (text: string) => quoted(new SyntaxError('unreadable'), text),
  ]
  for (const [n, failure] of failures.entries()) {
    const mail = { send: async ({ text }: { readonly text: string }) => Promise.reject(failure(text)) }
    const broken = testApi({ table: world.table, secrets: world.secrets, now: () => now, mail })
    const fields = { period, whom: 'all', occasion: `press-number-${n}` }
    const pressed = await broken.postForm(path.invitationAct(campaignId, 'mails'), fields, office)
    expect(pressed.status).toBeGreaterThanOrEqual(400)
    const { table, directory, objects, reportQueue, publicUrl } = broken.deps
    const at = { table, directory, objects, reportQueue, renderQueue: reportQueue, secrets: world.secrets, publicUrl }
    await expect(remind({ ...at, mail, now: () => '2013-06-21T00:00:00.000Z' }, org)).rejects.toThrow()
    const left = leftBehind(world, [broken])
    for (const trace of people.flatMap(traces)) expect(left).not.toContain(trace)
    expect(captured.join('')).not.toContain('an@example.org')
  }
})

test('slips that cannot be drawn: the message and the log name a folder, and the links lie in no other place', async () => {
  const world = aWorld()
  const { handedOut } = await surveyScene(world.api, { way: 'anonymous', invited: { 'cell-1': 3 } })
  const { api } = world
  const asked = await api.postForm(path.invitationAct(campaignId, 'slips'), { period }, office)
  expect(asked.status).toBe(303)
  const secretsOf = handedOut.flatMap(traces)
  for (const trace of secretsOf) {
    expect(
      JSON.stringify([api.toRender, asked.headers.get('location'), [...world.table.items], captured]),
    ).not.toContain(trace)
  }
  const names = [...api.objects.stored.keys()]
  expect(names.filter((one) => !one.startsWith('slips/'))).toEqual([])
  const [[name = '', bytes = new Uint8Array()] = []] = api.objects.stored
  expect(String(bytes)).toContain(handedOut[0]?.token)
  // A file that was torn, and one that is of another version: what is delivered again, and in the end is a dead letter, is a name.
  const torn = [String(bytes).replace('{', '{,'), String(bytes).replace('"version":1', '"version":"1"')]
  for (const text of torn) {
    const objects = memoryObjects()
    await objects.put(name, Buffer.from(text), 'application/json')
    const [message] = api.toRender
    const record = {
      ...{ messageId: 'm1', body: JSON.stringify(message), receiptHandle: '', messageAttributes: {}, md5OfBody: '' },
      ...{ eventSource: 'aws:sqs', eventSourceARN: '', awsRegion: '' },
      attributes: {
        ...{ ApproximateReceiveCount: '3', SentTimestamp: '0', SenderId: '', ApproximateFirstReceiveTimestamp: '0' },
      },
    }
    const draw = async () => new Uint8Array()
    const failed = await renderReports(
      { Records: [record] },
      { objects, renderPdf: draw, renderPaper: draw, now: () => now },
    )
    expect(failed.batchItemFailures).toEqual([{ itemIdentifier: 'm1' }])
    expect(captured.join('')).toContain('render.job-failed')
    for (const trace of secretsOf) expect(captured.join('') + record.body).not.toContain(trace)
  }
})
