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

/** Of a form too large for one template, its last groups are left out. */
export function suggestTemplate(
  { title, indicators }: Pick<Campaign, 'title' | 'indicators'>,
  version: FormVersion,
): Changed {
  const role = suggestedRole
  const words = (pick: (of: (typeof templateWords)['vi']) => string): LocalText => ({
    vi: pick(templateWords.vi),
    en: pick(templateWords.en),
  })
  const items = formItems(version.form)
  const { open, chosen } = questionsFor(version)
  const [least, most] = choicesWithin
  const isCharted = (item: FormItem) => {
    const { size } = choiceWords(readingIn(version, 'vi'), item)
    return size >= least && size <= most
  }
  const groups = groupsOf(items).flatMap(({ group, within }): Section[] => {
    const keys = new Set(within.map(({ key }) => key))
    const own = indicators.filter((one) => questionsOf(one).some((key) => keys.has(key))).map(({ id }) => id)
    const counted = chosen.filter((item) => keys.has(item.key) && isCharted(item)).map(({ key }) => key)
    const texts = open.filter(({ key }) => keys.has(key)).slice(0, mostSections)
    const blocks: TemplateBlock[] = [
      ...(own.length > 0
        ? [
            {
              block: 'indicators' as const,
              role,
              indicators: own.slice(0, 50),
              as: 'table' as const,
              compare: 'before' as const,
            },
            { block: 'by-unit' as const, role, indicators: own.slice(0, 50), compare: 'before' as const },
          ]
        : []),
      ...(counted.length > 0
        ? [{ block: 'distribution' as const, role, questions: counted.slice(0, 50), compare: 'before' as const }]
        : []),
    ]
    if (blocks.length === 0 && texts.length === 0) return []
    const section: Section = { title: group ? titleOf(version, group) : words((one) => one.otherQuestions), blocks }
    if (texts.length === 0) return [section]
    const sections = texts.map(
      (item): Section => ({
        title: titleOf(version, item),
        blocks: [{ block: 'free-text', role, question: item.key }],
      }),
    )
    return [{ ...section, sections }]
  })
  const hasFindings = items.some(({ source }) => 'finding' in source && source.finding !== undefined)
  const hasRules = items.some(({ source }) => source.consistency !== undefined)
  const last: Section[] = [
    ...(hasRules
      ? [{ title: words((one) => one.consistency), blocks: [{ block: 'consistency' as const, role }] }]
      : []),
    ...(hasFindings ? [{ title: words((one) => one.actions), blocks: [{ block: 'actions' as const, role }] }] : []),
    { title: words((one) => one.method), isUnnumbered: true, blocks: [{ block: 'method', roles: [role] }] },
  ]
  const suggested = (some: readonly Section[]): Changed => ({
    name: title,
    roles: [roleOf(title)],
    sections: [firstSection(role), ...some, ...last],
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

/** What came in, and from whom nothing did. */
const firstSection = (role: string): Section => ({
  title: { vi: templateWords.vi.coverage, en: templateWords.en.coverage },
  blocks: [
    { block: 'coverage', role, as: 'sentences' },
    { block: 'missing', role },
    { block: 'coverage', role, as: 'table' },
  ],
})

/** A template to begin with: what came in, all indicators, and what is not known. */
export function plainTemplate(name: LocalText): Changed {
  const role = suggestedRole
  const method: Section = {
    title: { vi: templateWords.vi.method, en: templateWords.en.method },
    isUnnumbered: true,
    blocks: [{ block: 'method', roles: [role] }],
  }
  return {
    name,
    roles: [{ key: role, title: { vi: templateWords.vi.campaign, en: templateWords.en.campaign } }],
    sections: [firstSection(role), method],
  }
}
