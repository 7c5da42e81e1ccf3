import { writeFileSync } from 'node:fs'
import { test } from 'vitest'
import * as v from 'valibot'
import { checkAnswers } from '../form/answers.ts'
import { asId, ReportId } from '../ids.ts'
import { unitTree } from '../organisation/unit.ts'
import { starterCampaigns, starterPlan } from '../starter/campaigns.ts'
import { units } from '../starter/organisation.ts'
import { starterSubmissions } from '../starter/responses.ts'
import { summarise } from '../summary/summary.ts'
import { compose } from './compose.ts'
import { type Run, ReportDocument } from './document.ts'
test('look', () => {
  for (const lang of ['vi', 'en'] as const) for (const p of starterPlan.due) {
    const facts = starterCampaigns.map((part) => ({ ...part, summaries: new Map(starterSubmissions().filter((s) => s.submission.campaign === part.campaign.id && s.submission.period === p.period).map((s) => [s.submission.unit, summarise({ form: part.form, indicators: part.campaign.indicators, countingRule: 'one-per-unit' }, [{ id: s.submission.id, revision: 1, receivedAt: '2013-07-01T00:00:00Z', standing: 'on-time', answers: checkAnswers(part.form, new Map(Object.entries(s.submission.answers))).answers }])])) }))
    const doc = compose({ id: asId(ReportId, 'r1'), plan: { ...starterPlan, language: lang }, period: p.period, asOf: '2013-07-15T00:00:00Z', timeZone: 'Asia/Ho_Chi_Minh', tree: unitTree(units), facts: { cells: facts[0]!, committees: facts[1]! } })
    v.parse(ReportDocument, doc)
    const t = (runs: readonly Run[]) => runs.map((r) => r.text).join('')
    const lines = [JSON.stringify(doc.header), doc.kind, doc.subject]
    for (const b of doc.blocks) {
      if (b.type === 'heading') lines.push(`\n${'#'.repeat(b.level)} ${b.marker} ${b.text}`)
      if (b.type === 'paragraph') lines.push(t(b.runs))
      if (b.type === 'list') for (const i of b.items) lines.push(`- ${t(i)}`)
      if (b.type === 'table') { lines.push(`[${b.caption}]`, b.columns.map((c) => `${c.header}(${c.weight.toFixed(1)})`).join(' | ')); for (const r of b.rows) lines.push(`${r.kind}: ${r.cells.map((c) => t(c.runs) + (c.emphasis === 'missed' ? '*' : '')).join(' | ')}`); lines.push(b.note ?? '') }
      if (b.type === 'chart') lines.push(`[${b.caption}] ${b.width}x${b.height} ${b.alternative}`)
    }
    writeFileSync(`/tmp/look/${lang}-${p.period}.txt`, lines.join('\n'))
    writeFileSync(`/tmp/look/${lang}-${p.period}.json`, JSON.stringify(doc))
  }
})
