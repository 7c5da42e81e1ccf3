// A report on its way to issue: the api with the schedule's jobs and a stand-in for the renderer behind its queues.

import * as v from 'valibot'
import { type DeliverDeps, DeliverJob, deliverReport } from '../../functions/deliver.ts'
import { reportFiles } from '../../functions/report-files.ts'
import { makeReport, ReportJob } from '../../functions/schedule/make-report.ts'
import { findReport, listReports, type Report } from '../../functions/store/reports.ts'
import type { Table } from '../../functions/store/table.ts'
import type { Posted, SignedMessage } from '../../functions/webhook.ts'
import type { PeriodId, ReportId } from '../../shared/ids.ts'
import type { Person } from '../../shared/organisation/access.ts'
import { path } from '../../shared/paths.ts'
import { ReportDocument } from '../../shared/report/document.ts'
import { testApi } from './api.ts'
import { hiddenField, pageText } from './desk.ts'
import { aSubmission, inspector, leader, office, org, period, plan, responseId, store, unitId } from './scenario.ts'

/** 15 July 2013, in the morning of Hà Nội. */
const issuingDay = '2013-07-15T01:00:00.000Z'

/** `table`: another than one in memory. Time stands still until a test moves it. */
export async function reportDesk(table?: Table) {
  const state = { now: issuingDay, isDrawing: true }
  const api = testApi({
    now: () => state.now,
    ...(table ? { table } : {}),
    pause: async () => {
      if (state.isDrawing) await work()
    },
  })
  const deps = { ...api.deps, mail: undefined }
  /** What programs were told; a test says what they answer. */
  const posts: { readonly url: string; readonly message: SignedMessage }[] = []
  const hook = { answer: { ok: true } as Posted }
  const delivering: DeliverDeps = {
    ...api.deps,
    webhooks: {
      post: async (url, message) => {
        posts.push({ url, message })
        return hook.answer
      },
    },
  }
  /** Does the jobs of both queues: what a report says is composed, and its files are "drawn". */
  async function work(): Promise<void> {
    for (const job of api.sent.splice(0))
      if ('deliver' in job) await deliverReport(delivering, v.parse(DeliverJob, job))
      else await makeReport(deps, v.parse(ReportJob, job))
    for (const job of api.toRender.splice(0)) draw((job as { folder: string }).folder)
  }
  /** A PDF that says what its data are, as a renderer's would. */
  function draw(folder: string, renderer = '1'): void {
    const files = reportFiles(folder)
    const data = api.objects.stored.get(files.data)
    if (!data) throw new Error(`Nothing in ${folder}`)
    const pdf = Buffer.concat([Buffer.from(`%PDF-1.7 ${renderer}\n`), Buffer.from(data)])
    for (const [name, key] of Object.entries(files))
      if (name !== 'data') api.objects.stored.set(key, new Uint8Array(pdf))
  }
  const report = async (id: ReportId): Promise<Report> => {
    const found = await findReport(api.table, org, id)
    if (!found) throw new Error(`No report ${id}`)
    return found.report
  }
  /** The document as it is shown. */
  const document = async (id: ReportId): Promise<ReportDocument> => {
    const { content } = await report(id)
    const data = api.objects.stored.get(`reports/${org}/${id}/${content}/report.json`)
    return v.parse(ReportDocument, JSON.parse(new TextDecoder().decode(data)))
  }
  /** Has the report of a period made, and answers its id. */
  const make = async (of: PeriodId = period): Promise<ReportId> => {
    await api.postForm(path.reports(), { plan: plan.id, period: of }, office)
    const { reports } = await listReports(api.table, org, 1)
    if (!reports[0]) throw new Error('No report was made')
    return reports[0].report.id
  }
  const see = (address: string, as: Person = office) => api.request(address, { as })
  const text = async (address: string, as: Person = office) => pageText(await see(address, as))
  const revision = async (id: ReportId) => String((await report(id)).revision ?? 0)
  const edit = async (id: ReportId, fields: Record<string, string>, as: Person = office) =>
    api.postForm(path.reportEdit(id), { revision: await revision(id), ...fields }, as)
  /** What the form of issuing holds when it is filled in right. */
  const issueFields = async (id: ReportId, changes: Record<string, string> = {}): Promise<Record<string, string>> => {
    const html = await (await see(path.reportIssue(id))).text()
    const number = changes['number'] ?? /id="number"[^>]*value="(\d+)"/.exec(html)?.[1] ?? ''
    const fields = { revision: hiddenField(html, 'revision'), number, date: '2013-07-15', post: 'TRƯỞNG BAN' }
    return { ...fields, name: 'Trần Văn A', confirm: `${number.padStart(2, '0')}-BC/BTC`, ...changes }
  }
  const issue = async (id: ReportId, changes: Record<string, string> = {}, as: Person = leader) =>
    api.postForm(path.reportIssue(id), await issueFields(id, changes), as)
  /** Another response comes in. */
  const submit = async (n: number, unit: string, answers = aSubmission().answers): Promise<void> => {
    const submission = aSubmission({ id: responseId(n), unit: unitId(unit), answers })
    const sent = await api.postJson('/api/responses', submission, inspector)
    if (sent.status !== 201) throw new Error(await sent.text())
  }
  await store(api.table)
  await submit(1, 'cell-1')
  return {
    ...api,
    deps,
    delivering,
    posts,
    hook,
    state,
    work,
    draw,
    report,
    document,
    make,
    see,
    text,
    edit,
    issueFields,
    issue,
    submit,
    revision,
  }
}
export type ReportDesk = Awaited<ReturnType<typeof reportDesk>>
