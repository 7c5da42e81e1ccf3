// Reports on the command line: of a home that runs, of its folder when none does, and what is told where there is none.

import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openTable } from '../../functions/store/dynamodb.ts'
import { reportMakeMessages } from '../../shared/messages/report-make.ts'
import { ReportDocument } from '../../shared/report/document.ts'
import { cellCampaign, starterPeriods, starterPlan } from '../../shared/starter/campaigns.ts'
import { scoringPlanId, studyFollowUpPlanId } from '../../shared/starter/member-plans.ts'
import { monthsUntil } from '../../shared/starter/months.ts'
import { cells, committees, units } from '../../shared/starter/organisation.ts'
import { registrationCampaign } from '../../shared/starter/registration.ts'
import { rollOutPlan } from '../../shared/starter/roll-out.ts'
import { studyCampaign } from '../../shared/starter/study.ts'
import { temporaryDist } from '../../test/local/temporary.ts'
import { runReportMake } from '../../test/support/demo-files.ts'
import { holdDataFolder } from '../local/backup.ts'
import { openDataFolder } from '../local/data-folder.ts'
import { loadDemo } from '../local/demo.ts'
import { startDynamoDb } from '../local/dynamodb.ts'
import { startHome } from '../local/home.ts'
import { lockFileOf } from '../local/running.mjs'

const m = reportMakeMessages.en
let folder = ''
let out = ''
let told: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '.phieu-test-'))
  const data = await openDataFolder(folder)
  const engine = await startDynamoDb(data.path('dynamodb'), 'phieu')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local')
  await loadDemo(openTable({ AWS_REGION: 'local', TABLE_NAME: 'phieu', DYNAMODB_ENDPOINT: engine.endpoint }))
  await engine.stop()
  await data.release()
}, 300_000)
afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  vi.stubEnv('PHIEU_DATA', folder)
  out = await mkdtemp(join(tmpdir(), '.phieu-test-'))
  told = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0)
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await rm(out, { recursive: true })
})

const period = starterPeriods.complete
const bloc = units.find(({ parentId }) => parentId === null) ?? expect.fail('The demo has a top unit')
const committee = committees.find(({ id }) => cells.some(({ parentId }) => parentId === id)) ?? bloc
const months = monthsUntil('2014-01-08T01:00:00.000Z', 7)
const [registering, studying] = [registrationCampaign(months), studyCampaign(months)]
const make = (campaign: string, unit: string, of: string, more: Readonly<Record<string, string>> = {}) =>
  runReportMake([campaign], { unit, period: of, out, language: 'en', format: 'json', ...more })

async function documentAt(file: string | undefined): Promise<ReportDocument> {
  return v.parse(ReportDocument, JSON.parse(await readFile(file ?? '', 'utf8')))
}

describe('of the folder, while no home runs', () => {
  test('makes each file that is asked for, whole, and says its length and hash', async () => {
    const { code, printed } = await make(rollOutPlan.id, bloc.code, period, { format: 'pdf,docx,xlsx,html,json' })
    expect([code, told]).toEqual([0, []])
    const names = ['pdf', 'docx', 'xlsx', 'html', 'json'].map(
      (ending) => `bao-cao-${rollOutPlan.id}-${period}-${bloc.code}.${ending}`,
    )
    expect(printed.map(({ file }) => file)).toEqual(names.map((name) => join(out, name)))
    expect((await readdir(out)).sort()).toEqual([...names].sort())
    for (const { file, bytes, sha256 } of printed) {
      const found = await readFile(file)
      expect([found.length, createHash('sha256').update(found).digest('hex')]).toEqual([bytes, sha256])
    }
    expect((await documentAt(printed.at(-1)?.file)).subject).toContain('6 tháng đầu năm 2013')
    expect((await readdir(folder)).includes('home.json')).toBe(false)
  })

  test.each([
    ['the campaign’s title, in any case', ` ${cellCampaign.title.vi.toLocaleUpperCase('vi')} `, starterPlan.id],
    ['the campaign’s English title', cellCampaign.title.en ?? '', starterPlan.id],
    ['a plan’s id', rollOutPlan.id, rollOutPlan.id],
    ['a plan’s title', rollOutPlan.title.vi, rollOutPlan.id],
  ])('goes by %s', async (_, name, plan) => {
    const { code, printed } = await make(name, bloc.code, period)
    expect([code, printed.map(({ file }) => file)]).toEqual([
      0,
      [join(out, `bao-cao-${plan}-${period}-${bloc.code}.json`)],
    ])
  })

  test.each([
    ['what members register and the cell scores', registering, scoringPlanId, '2013-H2', '280/330'],
    ['what members study', studying, studyFollowUpPlanId, '2013-Q4', '131/183'],
  ])('is of %s, month by month', async (_, { id, unitId }, plan, of, received) => {
    const asked = units.find((one) => one.id === unitId) ?? expect.fail('The campaign is of a unit')
    const { code, printed } = await make(id, asked.code, of)
    expect([code, printed.map(({ file }) => file)]).toEqual([
      0,
      [join(out, `bao-cao-${plan}-${of}-${asked.code}.json`)],
    ])
    const { blocks } = await documentAt(printed[0]?.file)
    const said = blocks.flatMap((block) => (block.type === 'paragraph' ? block.runs.map(({ text }) => text) : []))
    expect(said.join('')).toContain(`đã nhận ${received} lượt phiếu`)
  })

  test('is of a longer period made of the campaign’s own, or of a span of them', async () => {
    const year = await make(cellCampaign.id, bloc.code, '2013')
    expect(year.code).toBe(0)
    expect((await documentAt(year.printed[0]?.file)).subject).toMatch(/năm 2013$/)
    const span = await make(cellCampaign.id, bloc.code, '2013-H1..2013-H2')
    expect(span.printed.map(({ file }) => file)).toEqual([
      join(out, `bao-cao-${starterPlan.id}-2013-H1_2013-H2-${bloc.code}.json`),
    ])
  })

  test('is about the unit and those below it alone', async () => {
    const { printed } = await make(cellCampaign.id, committee.code, period)
    const { blocks } = await documentAt(printed[0]?.file)
    const own = cells.filter(({ parentId }) => parentId === committee.id).length
    const [first] = blocks.filter((block) => block.type === 'paragraph')
    expect(first?.type === 'paragraph' && first.runs.map(({ text }) => text).join('')).toContain(`${own}/${own} chi bộ`)
    const text = JSON.stringify(blocks)
    for (const { name } of committees.filter(({ id }) => id !== committee.id)) expect(text).not.toContain(name)
  })

  test.each([
    ['no such campaign', ['none', bloc.code, period], `${m.noCampaign('none')} ${m.known}`],
    ['no such unit', [cellCampaign.id, 'none', period], m.noUnit('none')],
    ['no such period', [cellCampaign.id, bloc.code, '2012-H1'], m.noPeriodIn(cellCampaign.title.vi, '2012-H1')],
    ['a period that is none', [cellCampaign.id, bloc.code, 'soon'], m.noPeriod('soon')],
    [
      'a unit that the campaign never asked',
      [rollOutPlan.id, committees[0]?.code ?? '', period],
      m.unitNotAsked(committees[0]?.name ?? ''),
    ],
  ] as const)('%s: one clear line, exit 1, and no file', async (_, [campaign, unit, of], line) => {
    const { code, printed } = await make(campaign, unit, of)
    expect([code, printed, await readdir(out)]).toEqual([1, [], []])
    expect(told.join('')).toContain(line)
    const inVietnamese = await make(campaign, unit, of, { language: 'vi' })
    expect(inVietnamese.code).toBe(1)
    expect(told.join('')).toMatch(/Không có|không (có|phải)/)
  })

  test.each([
    ['a format that is none', { format: 'pdf,doc' }],
    ['a language that is none', { language: 'fr' }],
    ['both a campaign and --demo', { demo: 'true' }],
  ])('%s is not understood: exit 2', async (_, options) => {
    expect(await make(cellCampaign.id, bloc.code, period, options)).toEqual({ code: 2, printed: [] })
    expect(await readdir(out)).toEqual([])
  })

  test('a file that can’t be made leaves none of the others behind', async () => {
    await writeFile(join(out, 'taken'), '')
    const failing = runReportMake([cellCampaign.id], {
      unit: bloc.code,
      period,
      out: join(out, 'taken'),
      format: 'json',
    })
    await expect(failing).rejects.toMatchObject({ code: 'EEXIST' })
    expect(await readdir(out)).toEqual(['taken'])
    // The folder is free again for whoever comes next.
    expect((await make(cellCampaign.id, bloc.code, period)).code).toBe(0)
  })
})

describe('of data that can’t be read now', () => {
  const refused = async (line: string) => {
    const { code, printed } = await make(cellCampaign.id, bloc.code, period)
    expect([code, printed, told.join('')]).toEqual([1, [], `${line}\n`])
  }

  test('a home that is still starting', async () => {
    await writeFile(lockFileOf(folder), JSON.stringify({ pid: process.ppid, startedAt: new Date().toISOString() }))
    await refused(m.notReady(folder))
    await rm(lockFileOf(folder))
  })

  test('a backup under way', async () => {
    const release = await holdDataFolder(folder)
    await refused(m.notReady(folder))
    await release()
  })

  test('a folder without data', async () => {
    vi.stubEnv('PHIEU_DATA', out)
    await refused(m.noData(out))
  })
})

test('of a home that runs: says the same as its folder, with links that lead to it', async () => {
  const closed = await make(cellCampaign.id, committee.code, period)
  const before = await documentAt(closed.printed[0]?.file)
  const home = await startHome({
    dataFolder: folder,
    dist: await temporaryDist(),
    port: 0,
    tickEverySeconds: 0,
    accounts: [],
  })
  try {
    const { code, printed } = await make(cellCampaign.id, committee.code, period)
    expect(code).toBe(0)
    const { blocks, links } = await documentAt(printed[0]?.file)
    expect(links.publicUrl).toBe(home.url)
    const timeless = (all: ReportDocument['blocks']) =>
      JSON.stringify(all).replaceAll(/\d\d\/\d\d\/\d{4} \d\d:\d\d/g, '')
    expect(timeless(blocks)).toBe(timeless(before.blocks))
  } finally {
    await home.stop()
  }
})
