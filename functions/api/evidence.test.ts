// Files on their way in and out, over memory: what is refused, what can be repeated, who may read.

import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { jpeg, pdf, png, refused } from '../../shared/evidence/evidence-fixture.ts'
import { largestFile, largestPart, smallestPart } from '../../shared/evidence/parts.ts'
import { Sha256 } from '../../shared/evidence/reference.ts'
import { asId } from '../../shared/ids.ts'
import { type TestApi, testApi } from '../../test/support/api.ts'
import { aFile, digestOf, roundAt, sendAll, sender, sha256Of } from '../../test/support/evidence.ts'
import { inspector, lakeLeader, leader, reporter, riverInspector, store, unitId } from '../../test/support/scenario.ts'
import { evidenceKey, findEvidence } from '../store/evidence.ts'
import { storeEvidence } from './evidence.ts'
import { largestAnswer } from './pages/evidence.ts'

const cell = unitId('cell-1')
const round = roundAt(cell)
/** Three parts, the last one short. */
const photo = aFile(jpeg, 2 * smallestPart + 1_000)
const codeOf = async (answer: Response) => (await answer.json()).code

let api: TestApi
beforeEach(async () => {
  api = testApi()
  await store(api.table)
})
const objectOf = (sha256: Sha256) => api.objects.stored.get(evidenceKey(round, sha256))

test('a file comes in parts, in any order, and is one object under its hash', async () => {
  const one = sender(api, photo)
  expect(await one.state()).toEqual({ complete: false, parts: [] })
  for (const part of [3, 1]) expect((await one.put(part)).status).toBe(204)
  expect(await one.state()).toEqual({ complete: false, parts: [1, 3] })
  const early = await one.complete()
  expect([early.status, await early.json()]).toMatchObject([409, { code: 'evidence.parts-missing', missing: [2] }])
  expect(objectOf(one.sha256)).toBeUndefined()

  await one.put(2)
  const done = await one.complete()
  const told = { complete: true, size: photo.length, type: 'image/jpeg', receivedAt: '2013-03-01T00:00:00.000Z' }
  expect([done.status, await done.json()]).toEqual([201, told])
  expect(Buffer.from(objectOf(one.sha256) ?? []).equals(photo)).toBe(true)
  expect(await one.state()).toEqual({ ...told, parts: [1, 2, 3] })
  expect((await one.complete()).status).toBe(200)
  expect(await findEvidence(api.table, round, one.sha256)).toMatchObject({ size: photo.length, by: inspector.id })
})

test('fifty of the same part at once, late ones, and two that complete at once, make one file', async () => {
  const one = sender(api, photo)
  const puts = await Promise.all(Array.from({ length: 50 }, () => one.put(1)))
  expect(new Set(puts.map(({ status }) => status))).toEqual(new Set([204]))
  await one.put(2)
  await one.put(3)
  const statuses = await Promise.all([one.complete(), one.complete()])
  expect(statuses.map(({ status }) => status).sort()).toEqual([200, 201])
  expect((await one.put(2)).status).toBe(204)
  expect((await one.complete()).status).toBe(200)
  expect([...api.objects.stored.keys()].filter((key) => key.startsWith('evidence/'))).toHaveLength(1)
})

test('any file, cut in any way and sent in any order with repeats, arrives as it was', async () => {
  const partSizes = fc.integer({ min: smallestPart, max: largestPart })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 30, max: 400_000 }),
      partSizes,
      fc.nat(),
      fc.nat(),
      async (size, partSize, n, seed) => {
        const bytes = aFile(png, size, seed)
        const one = sender(api, bytes, { partSize })
        const order = Array.from({ length: one.count }, (_, index) => ((index * 7 + n) % one.count) + 1)
        const all = Array.from({ length: one.count }, (_, index) => index + 1)
        for (const part of [...order, ...all]) expect((await one.put(part)).status).toBe(204)
        expect((await one.complete()).status).toBeLessThan(202)
        expect(Buffer.from(objectOf(one.sha256) ?? []).equals(bytes)).toBe(true)
      },
    ),
    { numRuns: 25 },
  )
})

describe('what is refused', () => {
  test.each([
    ['an empty file', { size: 0 }, 413, 'evidence.size-wrong'],
    ['a file over the limit', { size: largestFile + 1, partSize: largestPart }, 413, 'evidence.size-wrong'],
    ['parts too small', { partSize: smallestPart - 1 }, 400, 'request.wrong-shape'],
    ['parts too large', { partSize: largestPart + 1 }, 400, 'request.wrong-shape'],
    ['too many parts', { size: largestFile }, 400, 'request.wrong-shape'],
    ['half a byte', { size: 1.5 }, 400, 'request.wrong-shape'],
    ['less than nothing', { size: -1 }, 400, 'request.wrong-shape'],
    ['a question for no file', { type: 'text' as 'file' }, 400, 'request.wrong-shape'],
  ])('%s', async (_, announced, status, code) => {
    const answer = await sender(api, photo, announced).put(1)
    expect([answer.status, await codeOf(answer)]).toEqual([status, code])
    expect(api.objects.stored.size).toBe(0)
  })

  test.each(['0', '4', '-1', '1.5', '1e0', 'x', '%2e%2e', '1%2f..', '00000000001'])(
    'part %s of three',
    async (part) => {
      const one = sender(api, photo)
      const answer = await api.request(`${one.address}/parts/${part}?size=${photo.length}&partSize=32768&type=image`, {
        method: 'PUT',
        body: Buffer.from(one.piece(1)),
        headers: { 'content-type': 'application/octet-stream', 'content-digest': digestOf(one.piece(1)) },
        as: inspector,
      })
      expect([400, 404]).toContain(answer.status)
      expect(api.objects.stored.size).toBe(0)
    },
  )

  test('a hash that is none, in an address that is none', async () => {
    for (const sha256 of ['ab', 'F'.repeat(64), `..%2F${'a'.repeat(61)}`, `${'a'.repeat(63)}%00`]) {
      const answer = await sender(api, photo, { sha256: sha256 as Sha256 }).put(1)
      expect(answer.status, sha256).toBe(404)
    }
    expect(api.objects.stored.size).toBe(0)
  })

  test('a part of another length, a damaged part, and one without its hash', async () => {
    const one = sender(api, photo)
    expect(await codeOf(await one.put(1, one.piece(3)))).toBe('evidence.part-wrong')
    expect(await codeOf(await one.put(3, one.piece(1)))).toBe('evidence.part-wrong')
    expect(await codeOf(await one.put(1, new Uint8Array()))).toBe('evidence.part-wrong')
    const other = { 'content-digest': digestOf(one.piece(2)) }
    expect(await codeOf(await one.put(1, one.piece(1), other))).toBe('evidence.part-damaged')
    for (const digest of ['', 'sha-256=abc', 'sha-512=:AAAA:', `sha-256=:${'A'.repeat(42)}=:`]) {
      const answer = await one.put(1, one.piece(1), { 'content-digest': digest })
      expect(await answer.json()).toMatchObject({ status: 400, places: ['content-digest'] })
    }
    expect(await (await one.put(1, one.piece(1), { 'content-type': 'text/plain' })).json()).toMatchObject({
      places: ['content-type'],
    })
    expect(api.objects.stored.size).toBe(0)
  })

  test('a part over 1 MB is not even read', async () => {
    const large = aFile(jpeg, largestPart + 1)
    expect((await sender(api, large, { partSize: largestPart }).put(1, large)).status).toBe(413)
  })

  test('a digest among others, as RFC 9530 allows, is found', async () => {
    const one = sender(api, photo)
    const digest = `sha-512=:${'A'.repeat(86)}==:, ${digestOf(one.piece(1))}`
    expect((await one.put(1, one.piece(1), { 'content-digest': digest })).status).toBe(204)
  })
})

describe('what the bytes are', () => {
  test.each(refused.filter(([, head]) => head.length > 0))('%s is refused with its first part', async (_, head) => {
    for (const type of ['image', 'file'] as const) {
      const answer = await sender(api, head, { type }).put(1)
      expect([answer.status, await codeOf(answer)]).toEqual([415, 'evidence.type-wrong'])
    }
    expect(api.objects.stored.size).toBe(0)
  })

  test('a PDF is no photo, but a file', async () => {
    expect(await sendAll(sender(api, pdf, { type: 'image' }))).toBe(415)
    expect(await sendAll(sender(api, pdf, { type: 'file' }))).toBe(201)
    // Known by now, and still no photo.
    expect(await codeOf(await sender(api, pdf, { type: 'image' }).complete())).toBe('evidence.type-wrong')
  })

  test('a first part that was let in for another question is looked at again', async () => {
    const file = aFile(pdf, 40_000)
    for (const part of [1, 2]) await sender(api, file, { type: 'file' }).put(part)
    const answer = await sender(api, file, { type: 'signature' }).complete()
    expect(await codeOf(answer)).toBe('evidence.type-wrong')
    expect(await findEvidence(api.table, round, sha256Of(file))).toBeUndefined()
  })
})

describe('a wrong whole', () => {
  test('is no object; nothing is removed, and the right parts make it right', async () => {
    const one = sender(api, photo)
    for (const part of [1, 2, 3]) await one.put(part)
    await one.put(2, aFile(png, smallestPart, 9))
    const answer = await one.complete()
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'evidence.hash-wrong'])
    expect(objectOf(one.sha256)).toBeUndefined()
    expect((await one.state()).parts).toEqual([1, 2, 3])
    await one.put(2)
    expect((await one.complete()).status).toBe(201)
  })

  test('two ways of cutting one file never mix', async () => {
    const [small, large] = [sender(api, photo), sender(api, photo, { partSize: 2 * smallestPart })]
    await small.put(1)
    expect(await large.state()).toEqual({ complete: false, parts: [] })
    await large.put(1)
    await large.put(2)
    expect((await large.complete()).status).toBe(201)
    expect((await small.complete()).status).toBe(200)
  })

  test('a part that is replaced between being checked and being written spoils nothing', async () => {
    const one = sender(api, photo)
    for (const part of [1, 2, 3]) await one.put(part)
    const { putLarge } = api.objects
    api.objects.putLarge = async (...args) => {
      await one.put(1, aFile(jpeg, smallestPart, 9))
      return putLarge(...args)
    }
    expect((await one.complete()).status).toBe(500)
    expect(objectOf(one.sha256)).toBeUndefined()
  })

  test('a death after the object was written, and before it was noted, is made good by asking again', async () => {
    const one = sender(api, photo)
    for (const part of [1, 2, 3]) await one.put(part)
    const { insert } = api.table
    api.table.insert = async (item) => {
      if (item.pk.includes('#E#')) throw new Error('died')
      return insert(item)
    }
    expect((await one.complete()).status).toBe(500)
    expect(await one.state()).toMatchObject({ complete: false })
    api.table.insert = insert
    expect((await one.complete()).status).toBe(201)
  })
})

describe('reading', () => {
  test('always as a file to be saved, in a sandbox, never kept', async () => {
    const one = sender(api, photo)
    await sendAll(one)
    const answer = await one.download(encodeURIComponent('ảnh "1".jpg'))
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="anh _1_.jpg"; filename*=UTF-8''%E1%BA%A3nh%20%221%22.jpg`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'cache-control': 'no-store',
    })
    expect(Buffer.from(await answer.arrayBuffer()).equals(photo)).toBe(true)
  })

  test('under a name that fits what it is, whatever the address says', async () => {
    const one = sender(api, photo)
    await sendAll(one)
    const disposition = async (name: string) => (await one.download(name)).headers.get('content-disposition')
    expect(await disposition('page.html')).toContain('filename="page.html.jpg"')
    expect(await disposition('a%22%3b.jpg')).toContain('filename="a__.jpg"')
    for (const name of ['..%2Fa.jpg', '%2e%2e', 'a%5Cb.jpg', 'a%0d%0ax.jpg', 'x'.repeat(101)])
      expect((await one.download(name)).status, name).toBeGreaterThanOrEqual(300)
  })

  test('by whoever sent it and by those who read responses there; to all others it is not there', async () => {
    const one = sender(api, photo)
    await sendAll(one)
    for (const reader of [inspector, leader]) expect((await one.download('a.jpg', reader)).status).toBe(200)
    for (const reader of [riverInspector, reporter, lakeLeader])
      expect((await one.download('a.jpg', reader)).status, reader.id).toBe(404)
    // Whoever sends the same file has it, and may read it.
    expect(await sendAll(sender(api, photo, { as: riverInspector }))).toBe(201)
    expect((await one.download('a.jpg', riverInspector)).status).toBe(200)
  })

  test('under its own unit alone', async () => {
    await sendAll(sender(api, photo))
    const elsewhere = sender(api, photo, { unit: unitId('cell-3') })
    expect(await elsewhere.state()).toEqual({ complete: false, parts: [] })
    expect((await elsewhere.download('a.jpg', leader)).status).toBe(404)
    expect((await elsewhere.complete()).status).toBe(409)
    expect((await sender(api, photo, { as: riverInspector, unit: unitId('cell-3') }).put(1)).status).toBe(403)
  })

  test('at the object store where it is large, by a link for this one reading', async () => {
    const film = aFile(jpeg, largestAnswer + 1)
    const one = sender(api, film, { partSize: largestPart })
    expect(await sendAll(one)).toBe(201)
    const answer = await one.download('a.jpg')
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([302, 'no-store'])
    const link = new URL(answer.headers.get('location') ?? '')
    expect(link.pathname).toBe(`/${evidenceKey(round, one.sha256)}`)
    expect(Number(link.searchParams.get('seconds'))).toBeLessThanOrEqual(60)
    expect(link.searchParams.get('disposition')).toMatch(/^attachment; filename="a\.jpg"/)
    expect((await one.download('a.jpg', reporter)).status).toBe(404)
  })
})

describe('a whole file at once', () => {
  const take = (bytes: Uint8Array, name = 'a.jpg', question: 'image' | 'file' = 'image') =>
    storeEvidence(api.deps, round, bytes, name, inspector.id, question)

  test('is the same evidence as in parts', async () => {
    const taken = await take(photo, 'C:\\fakepath\\Ảnh.jpg')
    expect(taken).toMatchObject({ ok: true, value: { reference: { sha256: sha256Of(photo), name: 'Ảnh.jpg' } } })
    expect(await take(photo)).toMatchObject({ ok: true })
    expect((await sender(api, photo).complete()).status).toBe(200)
    expect((await sender(api, photo).download('a.jpg')).status).toBe(200)
  })

  test('is refused on the same grounds', async () => {
    const svg = new TextEncoder().encode('<svg onload="alert(1)"/>')
    expect(await take(svg)).toMatchObject({ ok: false, problem: { code: 'evidence.type-wrong' } })
    expect(await take(new Uint8Array())).toMatchObject({ ok: false, problem: { code: 'evidence.size-wrong' } })
    expect(await take(pdf, 'a.pdf', 'image')).toMatchObject({ ok: false, problem: { code: 'evidence.type-wrong' } })
    expect(api.objects.stored.size).toBe(0)
  })
})

test('an unknown hash has nobody to read it', async () => {
  expect(await findEvidence(api.table, round, asId(Sha256, 'a'.repeat(64)))).toBeUndefined()
})
