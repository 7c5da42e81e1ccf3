// Templates that people might make: any blocks of any sections, over the starter's campaigns. Whatever they are, a report comes of
// them, in both languages and every style, and its files are drawn.

import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { renderDocx } from '../functions/render/docx/render-docx.ts'
import { renderXlsx } from '../functions/render/xlsx/render-xlsx.ts'
import { checkedAnswers } from '../shared/form/draft-fixture.ts'
import { formItems } from '../shared/form/form.ts'
import { asId, ReportId } from '../shared/ids.ts'
import { type LocalText, languages } from '../shared/language.ts'
import { unitTree } from '../shared/organisation/unit.ts'
import { blockFields, kindsFor, readBlock, settingsOf } from '../shared/report/block-settings.ts'
import { cellPart, committeePart, factsOf, idsAt } from '../shared/report/cell-quality-fixture.ts'
import { compose } from '../shared/report/compose.ts'
import { ReportDocument } from '../shared/report/document.ts'
import {
  addBlock,
  addSection,
  blockPlace,
  blockPlaceText,
  type Changed,
  moveBlock,
  moveSection,
  placeText,
  sectionPlace,
  sectionPlaces,
} from '../shared/report/edit-template.ts'
import type { RoleFacts } from '../shared/report/input.ts'
import { readTemplate, wholeContent } from '../shared/report/own-template.ts'
import { presetIds } from '../shared/report/preset-id.ts'
import { questionsFor, suggestTemplate } from '../shared/report/suggest-template.ts'
import { blocksOf, type Section, type TemplateBlock, type TemplateContent } from '../shared/report/template.ts'
import { starterCampaigns, starterPeriods, starterPlan } from '../shared/starter/campaigns.ts'
import { helperSectionCampaign } from '../shared/starter/helper-section.ts'
import { units } from '../shared/starter/organisation.ts'
import { starterSubmissions } from '../shared/starter/responses.ts'
import { rollOutCampaigns } from '../shared/starter/roll-out.ts'
import { renderPdf } from './support/renderer.ts'

const seed = Number(process.env['PHIEU_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
/** Each composes six reports; PHIEU_RUNS asks for more. */
const runs = Number(process.env['PHIEU_RUNS'] ?? 12)

const roles = [
  { key: 'cells', title: { vi: 'Chi bộ', en: 'Cells' }, kind: 'inspection' as const },
  { key: 'committees', title: { vi: 'Đảng bộ', en: 'Committees' }, kind: 'unit-report' as const },
]
const parts = { cells: cellPart, committees: committeePart }

/** What came in for a campaign of the starter in a period, with as much of earlier ones as a template could ask for. */
function facts(role: 'cells' | 'committees', level: string): RoleFacts {
  const part = parts[role]
  const stored = starterSubmissions()
    .map(({ submission }) => submission)
    .filter((one) => one.campaign === part.campaign.id && one.period === starterPeriods.complete)
    .map(({ unit, answers }) => ({ unit, answers: checkedAnswers(part.form, answers).answers }))
  const now = factsOf(part, idsAt(units, level), stored)
  const some = factsOf(part, idsAt(units, level), stored.slice(0, 40))
  const texts = questionsFor(part.form).open.map(({ key }) => key)
  return {
    ...now,
    before: { period: starterPeriods.open, summaries: some.summaries },
    yearBefore: { period: starterPeriods.open, summaries: some.summaries },
    history: [starterPeriods.open, starterPeriods.open].map((period) => ({ period, summaries: some.summaries })),
    sheets: [],
    broken: now.units.slice(0, 2).map(({ unitId }) => ({ unitId, question: formItems(part.form.form)[0]?.key ?? '' })),
    texts: new Map(
      texts.map((key) => [key, now.units.slice(0, 3).map(({ unitId }) => ({ unitId, text: '<b>"ý kiến"</b>' }))]),
    ),
    rounds: new Map(),
  }
}
const given = { cells: facts('cells', 'Chi bộ'), committees: facts('committees', 'Đảng bộ') }
const empty = {
  cells: factsOf(cellPart, idsAt(units, 'Chi bộ'), []),
  committees: factsOf(committeePart, idsAt(units, 'Đảng bộ'), []),
}

const text: fc.Arbitrary<LocalText> = fc
  .record({
    vi: fc.oneof(
      fc.constantFrom('Kết quả {period}', '{unit}', '<b>&"\'', '=1+1', '\u202e\u0000', 'ẪỄỘ'),
      fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
    ),
    en: fc.option(fc.constantFrom('Results {nextPeriod}', 'a'.repeat(2_000)), { nil: undefined }),
  })
  .map(({ vi, en }) => (en === undefined ? { vi } : { vi, en }))

/** A block as its form would say it: what can be named is of the role's campaign, or of none. */
const block: fc.Arbitrary<TemplateBlock> = fc
  .record({
    kind: fc.constantFrom(...kindsFor({ roles })),
    role: fc.constantFrom('cells' as const, 'committees' as const),
    picks: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    words: text,
    threshold: fc.constantFrom('0', '0.5', '90 %', '1', '-3', '12,5'),
  })
  .map(({ kind, role, picks, words, threshold }) => {
    const { campaign, form } = parts[role]
    const { open, chosen } = questionsFor(form)
    const one = (all: readonly string[], pick = 0) => all[pick % Math.max(1, all.length)] ?? 'nobody'
    const fields = new URLSearchParams({
      role,
      textVi: words.vi,
      class0Vi: words.vi,
      class0From: threshold,
      class1Vi: 'Kém',
    })
    const indicators = [...campaign.indicators.map(({ id }) => id), 'unknown']
    for (const setting of settingsOf[kind])
      if ('options' in setting) fields.set(setting.is, one(setting.options, picks[0]))
    fields.set('indicator', one(indicators, picks[1]))
    fields.set(
      'question',
      one(
        [...open, ...chosen].map(({ key }) => key),
        picks[2],
      ),
    )
    for (const pick of picks.slice(3, 3 + ((picks[3] ?? 0) % 3))) {
      fields.append('indicators', one(indicators, pick))
      fields.append(
        'questions',
        one(
          chosen.map(({ key }) => key),
          pick,
        ),
      )
    }
    for (const key of Object.keys(parts)) fields.append('roles', key)
    const read = readBlock(kind, fields)
    if (!read.ok) throw new Error(`${kind}: ${read.problem.join()} of ${fields}`)
    return read.value
  })

const sections = (level: number): fc.Arbitrary<Section[]> =>
  fc.array(
    fc
      .record({
        title: text,
        blocks: fc.array(block, { maxLength: 3 }),
        empty: fc.option(text, { nil: undefined }),
        isUnnumbered: fc.boolean(),
        below: level === 4 ? fc.constant([]) : sections(level + 1),
      })
      .map(({ empty: said, isUnnumbered, below, ...rest }) => ({
        ...rest,
        ...(said ? { empty: said } : {}),
        ...(isUnnumbered ? { isUnnumbered: true as const } : {}),
        ...(below.length > 0 ? { sections: below } : {}),
      })),
    { minLength: level === 1 ? 1 : 0, maxLength: level === 1 ? 4 : 2 },
  )

/** Too large ones are made again. */
const content: fc.Arbitrary<TemplateContent> = fc
  .record({ name: text, sections: sections(1) })
  .map((made) => wholeContent({ ...made, roles }))
  .filter((made) => made.ok)
  .map((made) => made.value)

const tree = unitTree(units)
const composed = (
  template: TemplateContent,
  language: 'vi' | 'en',
  preset: (typeof presetIds)[number],
  of: typeof given | typeof empty,
) =>
  v.parse(
    ReportDocument,
    compose({
      id: asId(ReportId, 'report-1'),
      plan: { ...starterPlan, language, preset, title: template.name },
      template: { id: 'own-a', version: 1, ...template },
      period: starterPeriods.complete,
      asOf: '2013-07-15T00:00:00Z',
      timeZone: 'Asia/Ho_Chi_Minh',
      tree,
      publicUrl: 'https://phieu.example.org',
      facts: of,
    }),
  )

test(`any template makes a report, in both languages and every style, with figures and without (seed ${seed})`, () => {
  fc.assert(
    fc.property(content, fc.boolean(), (template, isEmpty) => {
      for (const language of languages)
        for (const preset of presetIds) {
          const { blocks } = composed(template, language, preset, isEmpty ? empty : given)
          expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length)
        }
    }),
    { seed, numRuns: runs, interruptAfterTimeLimit: 40_000 },
  )
}, 90_000)

test(`its files are drawn (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(content, fc.constantFrom(...presetIds), async (template, preset) => {
      const document = composed(template, 'vi', preset, given)
      for (const bytes of [await renderPdf(document), renderDocx(document), renderXlsx(document)])
        expect(bytes.length).toBeGreaterThan(1_000)
    }),
    { seed, numRuns: 3, interruptAfterTimeLimit: 60_000 },
  )
}, 120_000)

test(`it is the same after it went to a sister organisation, and each block after it was opened (seed ${seed})`, () => {
  fc.assert(
    fc.property(content, (template) => {
      const read = readTemplate(JSON.parse(JSON.stringify({ id: 'own-b', version: 3, ...template })))
      expect(read).toEqual({ ok: true, value: template })
      for (const one of blocksOf(template))
        expect(readBlock(one.block, blockFields(one))).toEqual({ ok: true, value: one })
    }),
    { seed, numRuns: runs },
  )
})

/** All that stands in a template, wherever it stands. */
const inventory = (of: Changed) => ({
  blocks: blocksOf(of as TemplateContent)
    .map((one) => JSON.stringify(one))
    .toSorted(),
  sections: sectionPlaces(of.sections).length,
})

test(`moves lose nothing, and back is where it was (seed ${seed})`, () => {
  const back = { up: 'down', down: 'up' } as const
  fc.assert(
    fc.property(
      content,
      fc.nat(),
      fc.constantFrom('up' as const, 'down' as const, 'in' as const, 'out' as const),
      (template, pick, move) => {
        const places = sectionPlaces(template.sections)
        const place = places[pick % places.length] ?? [0]
        expect(sectionPlace(placeText(place))).toEqual(place)
        const moved = moveSection(template, place, move)
        if (moved) {
          expect(inventory(moved.content)).toEqual(inventory(template))
          if (move === 'up' || move === 'down')
            expect(moveSection(moved.content, moved.to, back[move])).toEqual({ content: template, to: place })
        }
        const at = { section: place, block: 0 }
        expect(blockPlace(blockPlaceText(at))).toEqual(at)
        const carried = move === 'up' || move === 'down' ? moveBlock(template, at, move) : undefined
        if (carried) {
          expect(inventory(carried.content)).toEqual(inventory(template))
          expect(moveBlock(carried.content, carried.to, move === 'up' ? 'down' : 'up')?.content).toEqual(template)
        }
        const added = addSection(template, place, { title: { vi: 'Mới' }, blocks: [] })
        expect(added === undefined).toBe(place.length === 4)
        expect(addBlock(template, place, { block: 'missing', role: 'cells' })).toBeDefined()
      },
    ),
    { seed, numRuns: runs },
  )
})

test.each([...starterCampaigns, ...rollOutCampaigns, helperSectionCampaign])(
  'the form of $campaign.title.en suggests a template that holds, and names what the campaign has',
  ({ campaign, form }) => {
    const suggested = wholeContent(suggestTemplate(campaign, form))
    if (!suggested.ok) throw new Error(JSON.stringify(suggested.problem))
    const { open, chosen } = questionsFor(form)
    const keys = new Set([...open, ...chosen].map(({ key }) => key))
    const named = blocksOf(suggested.value)
    const indicators = new Set(named.flatMap((one) => ('indicators' in one ? (one.indicators ?? []) : [])))
    expect(indicators).toEqual(new Set(campaign.indicators.map(({ id }) => id)))
    expect(named.flatMap((one) => ('question' in one ? [one.question] : [])).filter((key) => !keys.has(key))).toEqual(
      [],
    )
    expect(named.filter(({ block: kind }) => kind === 'free-text')).toHaveLength(open.length)
  },
)
