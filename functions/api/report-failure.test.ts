// Reports that fail: known as failed after three tries, by a stable code; tried again by a press; and deaths at every call of every
// part, after which there is one report, and none is lost.

import { beforeEach, describe, expect, test } from 'vitest'
import type { ReportId } from '../../shared/ids.ts'
import { reportProgressMessages } from '../../shared/messages/report-progress.ts'
import { path } from '../../shared/paths.ts'
import { dyingAt } from '../../test/support/dying-table.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { type ReportDesk, reportDesk } from '../../test/support/report-desk.ts'
import { campaignId, leader, office, org, plan } from '../../test/support/scenario.ts'
import { noteDrawing } from '../drawing.ts'
import { tryAgain } from '../issuing.ts'
import { renderReports } from '../render/render-reports.ts'
import { reportFiles } from '../report-files.ts'
import { progressOf } from '../report-progress.ts'
import { lookAfterReports } from '../schedule/look-after.ts'
import { makeReport } from '../schedule/make-report.ts'
import { tick } from '../schedule/tick.ts'
import { readAudit } from '../store/audit.ts'
import { key } from '../store/keys.ts'
import { beginTry, listOpenJobs } from '../store/report-jobs.ts'
import { findReport, listReports, reportFolder } from '../store/reports.ts'
import type { Item, Table } from '../store/table.ts'

const m = reportProgressMessages.en
let desk: ReportDesk
beforeEach(async () => {
  desk = await reportDesk()
  desk.state.isDrawing = false
})

const later = (minutes: number, of = desk) => {
  of.state.now = new Date(Date.parse(of.state.now) + minutes * 60_000).toISOString()
}
const audits = async () => (await readAudit(desk.table, org, '2013-07', { limit: 50 })).entries.map(({ verb }) => verb)
const jobOf = (reportId: ReportId) => ({ organisationId: org, reportId })
/** The campaign goes, and comes back by what is returned. */
async function withoutCampaign(): Promise<() => Promise<void>> {
  const item = await desk.table.get(key.campaign(org, campaignId))
  await desk.table.remove(key.campaign(org, campaignId))
  return async () => void (item && (await desk.table.insert(item)))
}
async function failingThrice(id: ReportId): Promise<void> {
  for (const minutes of [0, 3, 6]) {
    later(minutes)
    await expect(makeReport(desk.deps, jobOf(id))).rejects.toThrow()
  }
}

describe('a report whose facts cannot be read', () => {
  test('is failed after three tries, with a code, and a press has it made once its cause is mended', async () => {
    const id = await desk.make()
    const mend = await withoutCampaign()
    await expect(makeReport(desk.deps, jobOf(id))).rejects.toThrow()
    expect(await progressOf(desk.deps, await desk.report(id))).toEqual({ step: 'again', tries: 1 })
    for (let n = 0; n < 2; n += 1) await expect(makeReport(desk.deps, jobOf(id))).rejects.toThrow()
    const at = desk.state.now
    expect(await desk.report(id)).toMatchObject({
      state: 'failed',
      failure: { code: 'report.campaign-gone', tries: 3, at },
    })
    await mend()
    for (const address of [path.reports(), path.report(id)]) {
      const text = await desk.text(address, leader)
      expect(text).toContain('report.campaign-gone')
      expect(text).toContain(m.failed(3, '15 Jul 2013, 08:00'))
      expect(text).toContain(m.tryAgain)
    }
    desk.sent.splice(0)
    // Two presses: one of them has it tried again.
    const presses = await Promise.all([1, 2].map(() => desk.postForm(path.reportTryAgain(id), {}, office)))
    expect(presses.map(({ status }) => status)).toEqual([303, 303])
    expect(desk.sent).toEqual([jobOf(id)])
    expect((await audits()).filter((verb) => verb === 'report.tried-again')).toHaveLength(1)
    await desk.work()
    // What lay in the dead letters comes back.
    const before = await desk.report(id)
    await makeReport(desk.deps, jobOf(id))
    expect(await desk.report(id)).toEqual(before)
    await lookAfterReports(desk.deps, org)
    expect(await desk.report(id)).toMatchObject({ state: 'ready' })
    expect((await desk.report(id)).failure).toBeUndefined()
    expect((await listOpenJobs(desk.table, org)).size).toBe(0)
    desk.toRender.splice(0)
    await makeReport(desk.deps, jobOf(id))
    expect(desk.toRender).toEqual([])
  })

  test('is made by a dead letter that is redriven, without a press', async () => {
    const id = await desk.make()
    const mend = await withoutCampaign()
    await failingThrice(id)
    expect((await desk.report(id)).state).toBe('failed')
    // The schedule leaves it alone: it waits for a person.
    desk.sent.splice(0)
    later(600)
    await lookAfterReports(desk.deps, org)
    expect(desk.sent).toEqual([])
    await mend()
    await makeReport(desk.deps, jobOf(id))
    await desk.work()
    await lookAfterReports(desk.deps, org)
    expect((await desk.report(id)).state).toBe('ready')
  })

  test('says what is gone: its plan, or its template', async () => {
    const id = await desk.make()
    const stored = await desk.table.get(key.plan(org, plan.id))
    if (!stored) throw new Error('No plan')
    await desk.table.remove(key.plan(org, plan.id))
    await failingThrice(id)
    expect((await desk.report(id)).failure?.code).toBe('report.plan-gone')
    await desk.table.insert({ ...stored, body: JSON.stringify({ ...plan, template: 'gone' }) } as Item)
    await tryAgain(desk.deps, { report: await desk.report(id), version: await versionOf(desk.table, id) })
    await failingThrice(id)
    expect((await desk.report(id)).failure).toMatchObject({ code: 'report.template-gone', tries: 3 })
  })

  test('and whose tries were broken off without a word is known by their age', async () => {
    const id = await desk.make()
    for (let n = 0; n < 3; n += 1) await beginTry(desk.table, await desk.report(id), desk.state.now)
    later(4)
    await lookAfterReports(desk.deps, org)
    expect((await desk.report(id)).state).toBe('requested')
    later(1)
    await lookAfterReports(desk.deps, org)
    expect((await desk.report(id)).failure).toMatchObject({ code: 'report.job-broken-off', tries: 3 })
    expect(await desk.text(path.reports(), leader)).toContain('report.job-broken-off')
  })
})

const versionOf = async (table: Table, id: ReportId) => (await findReport(table, org, id))?.version ?? 0

describe('a report whose files cannot be drawn', () => {
  const drawing = async (folder: string, tries: number, renderPdf: () => Promise<Uint8Array>) => {
    const attributes = {
      ...{ ApproximateReceiveCount: String(tries), SentTimestamp: '0' },
      ...{ SenderId: '', ApproximateFirstReceiveTimestamp: '0' },
    }
    const record = {
      ...{ messageId: 'm', body: JSON.stringify({ folder }), receiptHandle: '', attributes, messageAttributes: {} },
      ...{ md5OfBody: '', eventSource: 'aws:sqs', eventSourceARN: '', awsRegion: '' },
    }
    const deps = { objects: desk.objects, renderPdf, renderPaper: renderPdf, now: () => desk.state.now }
    return renderReports({ Records: [record] }, deps)
  }
  const broken = () => Promise.reject(new Error('no face'))

  test('is failed after three tries, and a press has them drawn', async () => {
    const id = await desk.make()
    await makeReport(desk.deps, jobOf(id))
    const folder = reportFolder(await desk.report(id)) ?? ''
    expect(await progressOf(desk.deps, await desk.report(id))).toEqual({ step: 'drawing', format: 'docx' })
    for (const tries of [1, 2, 3]) {
      const answer = await drawing(folder, tries, broken)
      expect(answer.batchItemFailures).toHaveLength(1)
      expect(await progressOf(desk.deps, await desk.report(id))).toEqual({ step: 'again', tries })
    }
    await lookAfterReports(desk.deps, org)
    expect((await desk.report(id)).failure).toMatchObject({ code: 'report.drawing-failed', tries: 3 })
    // What it says can be read meanwhile.
    const page = await desk.text(path.report(id), leader)
    expect(page).toContain('report.drawing-failed')
    expect(page).toContain('BAN TỔ CHỨC')
    desk.toRender.splice(0)
    await desk.postForm(path.reportTryAgain(id), {}, office)
    expect(desk.toRender).toEqual([{ folder }])
    expect(await progressOf(desk.deps, await desk.report(id))).toEqual({ step: 'drawing', format: 'pdf' })
    await drawing(folder, 1, async () => new TextEncoder().encode('%PDF-'))
    await lookAfterReports(desk.deps, org)
    expect((await desk.report(id)).state).toBe('ready')
  })

  test('and whose drawing was broken off is known by its age; a redriven letter draws it', async () => {
    const id = await desk.make()
    await makeReport(desk.deps, jobOf(id))
    const folder = reportFolder(await desk.report(id)) ?? ''
    await noteDrawing(desk.objects, folder, { tries: 3, at: desk.state.now })
    later(3)
    await lookAfterReports(desk.deps, org)
    expect((await desk.report(id)).failure?.code).toBe('report.drawing-broken-off')
    await drawing(folder, 1, async () => new TextEncoder().encode('%PDF-'))
    await lookAfterReports(desk.deps, org)
    expect((await desk.report(id)).state).toBe('ready')
  })
})

describe('how far a report is', () => {
  test('is written seldom, and shown on its line and its page', async () => {
    const id = await desk.make()
    expect(await desk.text(path.report(id), leader)).toContain(m.asked)
    const seen: string[] = []
    let writes = 0
    const { replace } = desk.table
    const watched = {
      ...desk.deps,
      // Every look at the clock is a second later.
      now: () => {
        later(1 / 60)
        return desk.state.now
      },
      table: {
        ...desk.table,
        replace: async (item: Parameters<typeof replace>[0], expected: number) => {
          const isWritten = await replace(item, expected)
          if (item.sk === 'TRY') {
            writes += 1
            const progress = await progressOf(desk.deps, await desk.report(id))
            seen.push(progress.step === 'facts' ? `facts ${progress.done}/${progress.of}` : progress.step)
          }
          return isWritten
        },
      },
    }
    await makeReport(watched, jobOf(id))
    expect(seen).toEqual(['facts 0/0', 'facts 0/2', 'facts 1/2', 'composing'])
    expect(writes).toBe(4)
    const folder = reportFolder(await desk.report(id)) ?? ''
    await desk.objects.put(reportFiles(folder).docx, new Uint8Array(1), '')
    expect(await desk.text(path.reports(), leader)).toContain(m.drawing('xlsx'))
    const html = await (await desk.see(path.report(id), leader)).text()
    expect(html).toMatch(/id="files"[^>]*data-moving/)
    expect(html).toContain('role="status"')
    await desk.work()
    expect(await (await desk.see(path.report(id), leader)).text()).not.toContain('data-moving')
  })

  test('costs one write of a report that takes no second', async () => {
    const id = await desk.make()
    const before = dyingAt(desk.table, -1, 'before')
    let tries = 0
    const table: Table = {
      ...before.table,
      replace: async (item, expected) => {
        if (item.sk === 'TRY') tries += 1
        return before.table.replace(item, expected)
      },
    }
    await makeReport({ ...desk.deps, table }, jobOf(id))
    expect(tries).toBe(1)
  })
})

/** The world as it was, in a table of its own. */
async function copyOf(snapshot: readonly Item[]) {
  const table = memoryTable()
  for (const item of snapshot) await table.insert(item)
  return table
}

describe.each(['before', 'after'] as const)('a death %s each call', (when) => {
  const everywhere = async (
    work: (table: Table) => Promise<unknown>,
    check: (dies: number, table: Table) => Promise<void>,
  ) => {
    const snapshot = [...(desk.table as ReturnType<typeof memoryTable>).items.values()]
    for (let dies = 1; ; dies += 1) {
      const table = await copyOf(snapshot)
      const dying = dyingAt(table, dies, when)
      await work(dying.table).catch(() => undefined)
      if (dying.calls() < dies) break
      await check(dies, table)
    }
  }
  /** Ticks, and does what lies in the queues, until nothing moves any more. */
  const settle = async (table: Table) => {
    const deps = { ...desk.deps, table }
    for (let round = 0; round < 8; round += 1) {
      later(3)
      await tick(deps)
      for (const job of desk.sent.splice(0)) await makeReport(deps, job as ReturnType<typeof jobOf>)
      for (const job of desk.toRender.splice(0)) desk.draw((job as { folder: string }).folder)
    }
  }
  const oneReport = async (label: string, table: Table) => {
    const { reports } = await listReports(table, org, 10)
    expect(
      reports.map(({ report }) => report.state),
      label,
    ).toEqual(['ready'])
    expect((await listOpenJobs(table, org)).size, label).toBe(0)
  }

  test('of a tick at the moment it is due: one report', async () => {
    await everywhere(
      (table) => tick({ ...desk.deps, table }),
      async (dies, table) => {
        await settle(table)
        await oneReport(`${when} ${dies}`, table)
      },
    )
  })

  test('of its job: one report, and its message alone makes it', async () => {
    const id = await desk.make()
    desk.sent.splice(0)
    await everywhere(
      (table) => makeReport({ ...desk.deps, table }, jobOf(id)),
      async (dies, table) => {
        await makeReport({ ...desk.deps, table }, jobOf(id))
        for (const job of desk.toRender.splice(0)) desk.draw((job as { folder: string }).folder)
        await lookAfterReports({ ...desk.deps, table }, org)
        await oneReport(`${when} ${dies}`, table)
      },
    )
  })

  test('of a press on try again: it is tried again, by that press or the next', async () => {
    const id = await desk.make()
    const mend = await withoutCampaign()
    await failingThrice(id)
    await mend()
    await everywhere(
      async (table) => {
        const found = await findReport(table, org, id)
        return found && tryAgain({ ...desk.deps, table }, found)
      },
      async (dies, table) => {
        const found = await findReport(table, org, id)
        if (found?.report.state === 'failed') await tryAgain({ ...desk.deps, table }, found)
        const deps = { ...desk.deps, table }
        for (let round = 0; round < 3; round += 1) {
          later(3)
          await lookAfterReports(deps, org)
          for (const job of desk.sent.splice(0)) await makeReport(deps, job as ReturnType<typeof jobOf>)
          for (const job of desk.toRender.splice(0)) desk.draw((job as { folder: string }).folder)
        }
        await oneReport(`${when} ${dies}`, table)
      },
    )
  })
})

test('two tries at once make one report, whichever fails', async () => {
  const id = await desk.make()
  await Promise.all([1, 2, 3].map(() => makeReport(desk.deps, jobOf(id))))
  expect(new Set((desk.toRender as { folder: string }[]).map(({ folder }) => folder)).size).toBe(1)
  const { reports } = await listReports(desk.table, org, 10)
  expect(reports).toHaveLength(1)
})
