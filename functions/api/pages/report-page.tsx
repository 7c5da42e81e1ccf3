// A report as a page and as files. All of it goes through the function: the right to read is checked at the moment of reading.

import * as v from 'valibot'
import type { CampaignId } from '../../../shared/ids.ts'
import { mayAt } from '../../../shared/organisation/access.ts'
import { path } from '../../../shared/paths.ts'
import { problem } from '../../../shared/problems.ts'
import { type FigureSource, type KeyedBlock, ReportDocument, type Run } from '../../../shared/report/document.ts'
import type { IssuedFormat } from '../../../shared/report/issue.ts'
import { figurePath } from '../../../shared/report/links.ts'
import { endsOf } from '../../../shared/report/period.ts'
import { readsSingly } from '../../../shared/survey/survey.ts'
import { ReportPage } from '../../../web/pages/report/report.tsx'
import { UnderWayPage } from '../../../web/pages/report/under-way.tsx'
import { finishIssue, reportFile } from '../../issuing.ts'
import { contentTypes } from '../../report-files.ts'
import { progressOf } from '../../report-progress.ts'
import { findCampaign } from '../../store/campaigns.ts'
import { findReport, type Report, type VersionedReport } from '../../store/reports.ts'
import { type Call, pageContext, type SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { reportAddress } from '../report-address.ts'

/** GET: the report as it is shown in its files, which may still be on their way. */
export async function showReport(call: SignedInCall): Promise<Response> {
  const found = await reportAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { plan } = found.value
  const report = await finished(call, found.value)
  const data = await reportFile(call.deps, report, 'json')
  const progress = await progressOf(call.deps, report)
  const mayMake = mayAt(call.me.person, call.me.tree, 'report.make', plan.unitId)
  const context = pageContext(call)
  if (!data) {
    const { id, periodId } = report
    return call.c.html(<UnderWayPage {...{ context, id, title: plan.title, periodId, progress, mayMake }} />)
  }
  const document = v.safeParse(ReportDocument, JSON.parse(new TextDecoder().decode(data)))
  if (!document.success) return refuse(call, problem.reportOutdated())
  const hrefOf = await linksFor(call, document.output)
  return call.c.html(
    <ReportPage
      {...{ context, hrefOf, progress, mayMake }}
      title={plan.title}
      id={report.id}
      document={document.output}
    />,
  )
}

/** Whoever looks finds it issued, also where the page that issued it was left before its files were drawn. */
async function finished({ deps }: SignedInCall, found: VersionedReport): Promise<Report> {
  const { report } = found
  if (!report.issue || report.issue.files || (await finishIssue(deps, found)) !== 'issued') return report
  return (await findReport(deps.table, report.organisationId, report.id))?.report ?? report
}

/**
 * From a figure to its answers, where the reader may read answers at its unit; to the results of a survey, whose answers are
 * nobody's to read one by one.
 */
export async function linksFor({ deps, me }: SignedInCall, document: ReportDocument) {
  const single = new Map<CampaignId, boolean>()
  for (const { campaign } of document.blocks.flatMap(sourcesIn))
    if (!single.has(campaign)) {
      const found = await findCampaign(deps.table, me.organisationId, campaign)
      single.set(campaign, found !== undefined && readsSingly(found.campaign))
    }
  return (source: FigureSource): string | undefined => {
    const { campaign, period, unit } = source
    if (!single.get(campaign)) return path.surveyResults(campaign, endsOf(period).last)
    return mayAt(me.person, me.tree, 'response.read', unit) ? figurePath(document, source) : undefined
  }
}

const sourcesOf = (runs: readonly Run[]): FigureSource[] => runs.flatMap(({ source }) => source ?? [])

function sourcesIn(block: KeyedBlock): FigureSource[] {
  switch (block.type) {
    case 'heading':
      return []
    case 'paragraph':
      return sourcesOf(block.runs)
    case 'list':
      return block.items.flatMap(sourcesOf)
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ runs }) => sourcesOf(runs)))
    case 'chart':
      return block.data.rows.flatMap((cells) => cells.flatMap(({ runs }) => sourcesOf(runs)))
  }
}

/**
 * GET: a file of the report as a download. No link exists that could be passed on. A function answers with at most 6 MB, a
 * report of some hundred pages.
 */
const sendFile =
  (format: IssuedFormat) =>
  async (call: SignedInCall): Promise<Response> => {
    const found = await reportAddress(call)
    return found.ok ? fileAnswer(call, found.value.report, format) : refuse(call, found.problem)
  }

/** A file of a report that the caller may read. */
export async function fileAnswer(call: Call, report: Report, format: IssuedFormat): Promise<Response> {
  const bytes = await reportFile(call.deps, report, format)
  if (!bytes) return refuse(call, problem.reportNotReady())
  return call.c.body(Buffer.from(bytes), 200, {
    'content-type': contentTypes[format],
    'content-disposition': `attachment; filename="bao-cao-${report.periodId}-${report.id.slice(0, 15)}.${format}"`,
  })
}

export const sendReportPdf = sendFile('pdf')
export const sendReportDocx = sendFile('docx')
export const sendReportXlsx = sendFile('xlsx')
export const sendReportJson = sendFile('json')
