// A first template for a campaign, made of its form: a section for each group of questions, with the indicators that are made of
// them, how often each choice was taken, and what was written in answer to open questions.

import type { Campaign } from '../campaign/campaign.ts'
import { type FormVersion, formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { formLanguage } from '../form/texts.ts'
import { countedQuestions } from '../form/values.ts'
import { type LocalText, languages, localize } from '../language.ts'
import { templateWords } from '../messages/template-words.ts'
import type { Indicator } from '../summary/indicator.ts'
import { choiceWords, labelWords, shortened } from './answer-words.ts'
import type { Changed } from './edit-template.ts'
import { wholeContent } from './own-template.ts'
import { mostSections, type Section, type TemplateBlock, type TemplateRole } from './template.ts'

/** The key of the role that a suggested template has. */
export const suggestedRole = 'results'

/** The sections before and behind those of the groups. */
const around = 4
const longestTitle = 160
/** Choices that a chart of them shows (blocks/charts.ts). */
const choicesWithin = [3, 10] as const

/** A text from the form in both languages; in Vietnamese alone where they say the same. */
function bothLanguages(wordsIn: (language: 'vi' | 'en') => string): LocalText {
  const [vi, en] = languages.map((language) => shortened(wordsIn(language), longestTitle))
  const inVi = vi === undefined || vi === '' ? '…' : vi
  return en === undefined || en === '' || en === inVi ? { vi: inVi } : { vi: inVi, en }
}

const readingIn = (version: FormVersion, language: 'vi' | 'en') => ({
  version,
  language,
  texts: formLanguage(version.form, language),
})

const titleOf = (version: FormVersion, item: FormItem): LocalText =>
  bothLanguages((language) => labelWords(readingIn(version, language), item, []))

const questionsOf = ({ measure }: Indicator): readonly string[] =>
  measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : [measure.question]

/** Open questions whose answers can be collated, and questions whose choices can be counted, by key. */
export function questionsFor(version: FormVersion): {
  readonly open: readonly FormItem[]
  readonly chosen: readonly FormItem[]
} {
  const items = formItems(version.form)
  const counted = new Set(countedQuestions(version).map(({ key }) => key))
  return {
    open: items.filter(({ type, repeats }) => type === 'text' && repeats.length === 0),
    chosen: items.filter(({ key, type }) => type.startsWith('select_') && counted.delete(key)),
  }
}

/** The groups that stand first in the form; of one that holds all others, those in it. Undefined: questions in no group. */
function groupsOf(items: readonly FormItem[]): { readonly group: FormItem | undefined; readonly within: FormItem[] }[] {
  const isSection = ({ type }: FormItem) => type === 'group' || type === 'repeat'
  let top: number | undefined
  for (;;) {
    const here = items.filter(({ parent }) => parent === top)
    const [only] = here
    if (here.length !== 1 || !only || !isSection(only)) break
    top = only.index
  }
  const ofTop = (item: FormItem): FormItem | undefined => {
    if (item.parent === top) return isSection(item) ? item : undefined
    const above = item.parent === undefined ? undefined : items[item.parent]
    return above && ofTop(above)
  }
  const groups = new Map<FormItem | undefined, FormItem[]>()
  for (const item of items) {
    if (isSection(item) || item.index === top) continue
    const group = ofTop(item)
    groups.set(group, [...(groups.get(group) ?? []), item])
  }
  return [...groups].map(([group, within]) => ({ group, within }))
}

const inBoth = (pick: (of: (typeof templateWords)['vi']) => string): LocalText => ({
  vi: pick(templateWords.vi),
  en: pick(templateWords.en),
})
const role = suggestedRole
/** Names in one list of a block. */
const mostNames = 50

/** What a group of questions has that a template can show, by key; indicators by id. */
type Group = {
  readonly title: LocalText
  readonly indicators: readonly string[]
  readonly chosen: readonly FormItem[]
  readonly open: readonly FormItem[]
}

function groupedQuestions(version: FormVersion, indicators: readonly Indicator[]): Group[] {
  const { open, chosen } = questionsFor(version)
  return groupsOf(formItems(version.form)).map(({ group, within }) => {
    const keys = new Set(within.map(({ key }) => key))
    const isIn = ({ key }: FormItem) => keys.has(key)
    return {
      title: group ? titleOf(version, group) : inBoth(({ otherQuestions }) => otherQuestions),
      indicators: indicators.filter((one) => questionsOf(one).some((key) => keys.has(key))).map(({ id }) => id),
      chosen: chosen.filter(isIn).slice(0, mostNames),
      open: open.filter(isIn).slice(0, mostSections),
    }
  })
}

/** Of answers that are shown unit by unit. */
function sectionOf(version: FormVersion, { title, indicators, chosen, open }: Group): Section[] {
  const [least, most] = choicesWithin
  const charted = chosen.filter((item) => {
    const { size } = choiceWords(readingIn(version, 'vi'), item)
    return size >= least && size <= most
  })
  const named = indicators.slice(0, mostNames)
  const blocks: TemplateBlock[] = []
  if (named.length > 0)
    blocks.push(
      { block: 'indicators', role, indicators: named, as: 'table', compare: 'before' },
      { block: 'by-unit', role, indicators: named, compare: 'before' },
    )
  if (charted.length > 0)
    blocks.push({ block: 'distribution', role, questions: charted.map(({ key }) => key), compare: 'before' })
  const sections = open.map(
    (item): Section => ({
      title: titleOf(version, item),
      blocks: [{ block: 'free-text', role, question: item.key }],
    }),
  )
  if (blocks.length === 0 && sections.length === 0) return []
  return [{ title, blocks, ...(sections.length > 0 ? { sections } : {}) }]
}

/** Of what members say: as much as is told. */
function surveySectionOf({ title, chosen, open }: Group): Section[] {
  const keysOf = (items: readonly FormItem[]) => items.map(({ key }) => key)
  const blocks: TemplateBlock[] = []
  if (chosen.length > 0) blocks.push({ block: 'survey-questions', role, as: 'whole', questions: keysOf(chosen) })
  if (open.length > 0) blocks.push({ block: 'survey-texts', role, questions: keysOf(open) })
  return blocks.length > 0 ? [{ title, blocks }] : []
}

/** Of a form too large for one template, its last groups are left out. */
export function suggestTemplate(
  { title, indicators, kind }: Pick<Campaign, 'title' | 'indicators' | 'kind'>,
  version: FormVersion,
): Changed {
  const isSurvey = kind === 'member-survey'
  const groups = groupedQuestions(version, indicators).flatMap((group) =>
    isSurvey ? surveySectionOf(group) : sectionOf(version, group),
  )
  const sources = formItems(version.form).map(({ source }) => source)
  const hasFindings = !isSurvey && sources.some((source) => 'finding' in source && source.finding !== undefined)
  const hasRules = !isSurvey && sources.some(({ consistency }) => consistency !== undefined)
  const last: Section[] = [
    ...(hasRules ? [sectionWith(({ consistency }) => consistency, [{ block: 'consistency', role }])] : []),
    ...(hasFindings ? [sectionWith(({ actions }) => actions, [{ block: 'actions', role }])] : []),
    methodSection,
  ]
  const suggested = (some: readonly Section[]): Changed => ({
    name: title,
    roles: [{ ...roleOf(title), ...(isSurvey ? { kind } : {}) }],
    sections: [isSurvey ? turnoutSection : coverageSection, ...some, ...last],
  })
  const fitting = groups.slice(0, mostSections - around)
  while (fitting.length > 0 && !wholeContent(suggested(fitting)).ok) fitting.pop()
  return suggested(fitting)
}

const roleOf = (title: LocalText): TemplateRole => ({
  key: suggestedRole,
  title: {
    vi: shortened(localize(title, 'vi'), longestTitle),
    ...(title.en ? { en: shortened(title.en, longestTitle) } : {}),
  },
})

const sectionWith = (pick: Parameters<typeof inBoth>[0], blocks: TemplateBlock[]): Section => ({
  title: inBoth(pick),
  blocks,
})

/** What came in, and from whom nothing did. */
const coverageSection = sectionWith(
  ({ coverage }) => coverage,
  [
    { block: 'coverage', role, as: 'sentences' },
    { block: 'missing', role },
    { block: 'coverage', role, as: 'table' },
  ],
)
const turnoutSection = sectionWith(
  ({ turnout }) => turnout,
  [
    { block: 'survey-turnout', role },
    { block: 'survey-missing', role },
  ],
)
const methodSection: Section = {
  ...sectionWith(({ method }) => method, [{ block: 'method', roles: [role] }]),
  isUnnumbered: true,
}

/** A template to begin with: what came in, and what is not known. */
export const plainTemplate = (name: LocalText): Changed => ({
  name,
  roles: [{ key: role, title: inBoth(({ campaign }) => campaign) }],
  sections: [coverageSection, methodSection],
})
