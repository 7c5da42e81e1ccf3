// A form to fill in by pen: every question with room for its answer, in the order of the form, numbered, with the conditions
// under which it is asked in words. What is worked out is left out. A clerk types it in by the numbers and the foot's version.

import { type FormVersion, formItems } from '../form/form.ts'
import type { FormItem } from '../form/items.ts'
import { isAsked } from '../form/program.ts'
import { formLanguage, formTitle, textIn } from '../form/texts.ts'
import type { Language } from '../language.ts'
import { paperMessages } from '../messages/paper.ts'
import type { Texts } from '../xlsform/form.ts'
import { plainWords, type Reading, shortened } from './answer-words.ts'
import { conditionWords, type Numbered } from './blank-conditions.ts'
import { fieldOf } from './blank-field.ts'
import { gridOf, matrixOf } from './blank-tables.ts'
import type { Paper, PaperBlock, PaperPicture } from './paper.ts'
import type { PresetId } from './preset-id.ts'

export type BlankFormInput = {
  readonly version: FormVersion
  /** A language of the form, as it calls it, or a code. */
  readonly formLanguage: string
  /** The language of what stands around the form's own texts. */
  readonly language: Language
  readonly preset: PresetId
  readonly organisation: string
  /** What the author calls the version; '' where it has no name. */
  readonly versionName: string
  readonly publishedAt: string
  /** How many rounds of each repeat there is room for. */
  readonly rounds: number
  /** Pictures of labels that lie beside the document's data, by the name that the form calls them by. */
  readonly pictures: ReadonlyMap<string, PaperPicture>
}

export function blankForm(input: BlankFormInput): Paper {
  const { version, language } = input
  const words = paperMessages[language].blank
  const reading = { version, language, texts: formLanguage(version.form, input.formLanguage) }
  const title = shortened(plainWords(formTitle(version.form, reading.texts), () => '…') || version.formId, 900)
  return {
    version: 1,
    language,
    preset: input.preset,
    asOf: input.publishedAt,
    title,
    author: shortened(input.organisation, 900),
    parts: [
      {
        bookmark: title,
        mark: null,
        header: { type: 'line', left: shortened(input.organisation, 900), right: '' },
        kind: title,
        subject: '',
        blocks: [
          { type: 'facts', items: [words.unit, words.code, words.period, words.day].map(empty) },
          { type: 'remark', text: words.howTo },
          ...new BlankWalk(input, reading).blocks(undefined, 1),
          signatures(language),
        ],
        numbering: 'foot',
        footer: [
          shortened(
            words.footer(
              version.formId,
              version.version,
              input.versionName === String(version.version) ? '' : input.versionName,
            ),
            900,
          ),
        ],
      },
    ],
  }
}

const empty = (label: string) => ({ label, value: '' })

function signatures(language: Language): PaperBlock {
  const { sign } = paperMessages[language].blank
  const side = (heading: string) => ({ heading, remark: sign.remark, picture: null, name: '' })
  return { type: 'signatures', items: [side(sign.writer), side(sign.unit)] }
}

/** Whether a person with a pen is asked it. */
function isPrinted({ type, source }: FormItem, before: FormItem | undefined): boolean {
  if (!isAsked(type) || 'questions' in source || source.calculation) return false
  // "Other, specify" is a line of the choices themselves.
  const isSpecify = before !== undefined && 'orOther' in before.source && source.name === `${before.name}_other`
  return !isSpecify
}

class BlankWalk {
  private readonly input: BlankFormInput
  private readonly form: Numbered
  private readonly items: readonly FormItem[]
  private readonly printed: ReadonlySet<FormItem>

  constructor(input: BlankFormInput, reading: Reading) {
    this.input = input
    this.items = formItems(reading.version.form)
    const printed = this.items.filter((item, at) => isPrinted(item, this.items[at - 1]))
    this.printed = new Set(printed)
    this.form = { ...reading, numbers: new Map(printed.map(({ index }, at) => [index, String(at + 1)])) }
  }

  private get words() {
    return paperMessages[this.form.language].blank
  }

  blocks(parent: number | undefined, level: number): PaperBlock[] {
    const within = this.items.filter((item) => item.parent === parent)
    const around = parent === undefined ? undefined : this.items[parent]
    const matrix =
      around &&
      matrixOf(
        this.form,
        around,
        within.filter((item) => this.printed.has(item)),
      )
    return within.flatMap((item): PaperBlock[] => {
      if (matrix?.heads.includes(item)) return this.headOf(item)
      if (matrix?.rows.includes(item)) return item === matrix.rows[0] ? [matrix.block] : []
      return this.block(item, level)
    })
  }

  private block(item: FormItem, level: number): PaperBlock[] {
    if (item.type === 'group') return this.group(item, level)
    if (item.type === 'repeat') return this.repeat(item, level)
    if (item.type === 'note') return this.note(item)
    return this.printed.has(item) ? [this.question(item)] : []
  }

  /** What stands above the rows of a table of choices. */
  private headOf(item: FormItem): PaperBlock[] {
    return item.source.label ? [{ type: 'paragraph', runs: [{ text: this.label(item) }] }] : []
  }

  /** A text of the form; where it takes an answer, it says to which question. */
  private text(texts: Texts | undefined): string {
    const refer = (name: string) => {
      const item = this.items.find((one) => one.name === name)
      return this.words.reference((item && this.form.numbers.get(item.index)) ?? '')
    }
    return shortened(plainWords(textIn(texts, this.form.texts) ?? '', refer), 20_000)
  }

  private label = ({ source, name }: FormItem): string => this.text(source.label) || name

  private hint = ({ source }: FormItem): string => shortened(this.text(source.hint), 10_000)

  /** A note that says what was worked out says nothing on paper. */
  private note(item: FormItem): PaperBlock[] {
    const worked = this.items.filter(({ type }) => type === 'calculate')
    const text = textIn(item.source.label, this.form.texts) ?? ''
    if (worked.some(({ name }) => text.includes(`\${${name}}`))) return []
    const condition = conditionWords(this.form, item.source.relevant)
    const texts = [condition && this.words.onlyIf(condition), this.label(item), this.hint(item)]
    return [{ type: 'remark', text: texts.filter((text) => text !== undefined && text !== '').join('\n') }]
  }

  private question(item: FormItem): PaperBlock {
    const { answer, remark } = fieldOf(this.form, item)
    const condition = conditionWords(this.form, item.source.relevant)
    const image = textIn(item.source.media?.image, this.form.texts)
    return {
      type: 'question',
      number: this.form.numbers.get(item.index) ?? '',
      label: this.label(item),
      isRequired: isRequired(item),
      hint: [this.hint(item), remark].filter((text) => text !== '').join('\n'),
      condition: condition === undefined ? '' : this.words.onlyIf(condition),
      picture: (image === undefined ? undefined : this.input.pictures.get(image)) ?? null,
      answer,
    }
  }

  private group(item: FormItem, level: number): PaperBlock[] {
    const inner = this.blocks(item.index, item.source.label ? level + 1 : level)
    return inner.length === 0 ? [] : [...this.headed(item, level), ...inner]
  }

  /** A section's heading, and when all of it is to be answered. */
  private headed(item: FormItem, level: number): PaperBlock[] {
    const condition = conditionWords(this.form, item.source.relevant)
    const remark = [this.hint(item), condition && this.words.partOnlyIf(condition)].filter(Boolean).join('\n')
    return [
      ...(item.source.label ? [this.heading(level, this.label(item))] : []),
      ...(remark === '' ? [] : [{ type: 'remark' as const, text: remark }]),
    ]
  }

  private heading(level: number, text: string): PaperBlock {
    return { type: 'section', level: level === 1 ? 1 : 2, text: shortened(text, 900) }
  }

  private repeat(item: FormItem, level: number): PaperBlock[] {
    const rounds = this.roundsOf(item)
    const within = this.items.filter(({ parent }) => parent === item.index)
    const asked = within.filter((one) => this.printed.has(one) || unprinted.has(one.type))
    const grid = gridOf(this.form, asked, rounds)
    const lead: PaperBlock = { type: 'remark', text: this.words.rounds(grid ? grid.rows : rounds) }
    if (grid) return [...this.headed(item, level), lead, grid]
    const label = this.label(item)
    const round = (_: unknown, at: number): PaperBlock[] => [
      this.heading(level + 1, this.words.round(label, at + 1)),
      ...this.blocks(item.index, level + 2),
    ]
    return [...this.headed(item, level), lead, ...Array.from({ length: rounds }, round).flat()]
  }

  /** A repeat that is asked a fixed number of times has as many rounds. */
  private roundsOf({ source }: FormItem): number {
    const count = 'repeatCount' in source ? source.repeatCount?.tree : undefined
    const fixed = Number(count)
    const isFixed = (typeof count === 'number' || typeof count === 'string') && Number.isSafeInteger(fixed) && fixed > 0
    return Math.min(mostRounds, isFixed ? fixed : this.input.rounds)
  }
}

/** What stands between questions keeps them from being the columns of a table. */
const unprinted: ReadonlySet<FormItem['type']> = new Set<FormItem['type']>(['group', 'repeat', 'note'])

/** Rounds beyond these are written on another sheet. */
export const mostRounds = 20

const isRequired = ({ source }: FormItem): boolean => {
  const tree = 'required' in source ? source.required?.tree : undefined
  return typeof tree === 'object' && tree[0] === '()' && tree[1] === 'true'
}
