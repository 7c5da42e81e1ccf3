// Which settings each block of a template has, so that one form can be made for all of them; and how a block is read from what
// such a form sent, and filled into it.

import * as v from 'valibot'
import { decimalText, toDecimal } from '../form/decimal.ts'
import { DecimalText } from '../form/form.ts'
import { fail, ok, type Result } from '../result.ts'
import { mostClasses } from '../summary/indicator.ts'
import { cellQualityParts, earlier, howOften, surveyViews, TemplateBlock, type TemplateContent } from './template.ts'

export type BlockKind = TemplateBlock['block']

/** `role`, `roles`: of the template · `as`, `compare`, `part`: one of a list · the rest by name, of the role's campaign. */
export type Setting =
  | { readonly is: 'role' | 'roles' | 'indicators' | 'indicator' | 'questions' | 'question' | 'classes' | 'text' }
  | { readonly is: 'as' | 'compare' | 'part'; readonly options: readonly string[] }

const role = { is: 'role' } as const
const as = { is: 'as', options: ['sentences', 'table'] } as const
const compare = (...options: readonly string[]) => ({ is: 'compare', options: ['none', ...options] }) as const

export const settingsOf: Readonly<Record<BlockKind, readonly Setting[]>> = {
  text: [{ is: 'text' }],
  coverage: [role, as],
  missing: [role],
  'no-indicators': [role],
  indicators: [role, { is: 'indicators' }, as, compare(...earlier, 'both')],
  'by-unit': [role, { is: 'indicators' }, compare(...earlier)],
  ranking: [role, { is: 'indicators' }],
  trend: [role, { is: 'indicators' }],
  distribution: [role, { is: 'questions' }, compare('before')],
  classification: [role, { is: 'indicator' }, { is: 'classes' }],
  classes: [role, { is: 'indicators' }],
  actions: [role],
  consistency: [role],
  'free-text': [role, { is: 'question' }],
  'survey-turnout': [role],
  'survey-missing': [role],
  'survey-questions': [role, { is: 'questions' }, { is: 'as', options: surveyViews }],
  'survey-targets': [role],
  'survey-texts': [role, { is: 'questions' }],
  'survey-scores': [role, { is: 'question' }],
  commendation: [role, { is: 'question' }, { is: 'as', options: howOften }],
  'repeat-table': [role, { is: 'question' }],
  method: [{ is: 'roles' }],
  'cell-quality': [{ is: 'part', options: cellQualityParts }],
}
const allKinds = Object.keys(settingsOf) as readonly BlockKind[]

/** Of a survey of members alone; the others read answers unit by unit, which an anonymous survey never gives. */
const ofSurveys: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'survey-turnout',
  'survey-missing',
  'survey-questions',
  'survey-targets',
  'survey-texts',
  'survey-scores',
  'commendation',
])
const ofAnySource: ReadonlySet<BlockKind> = new Set<BlockKind>(['text', 'method'])

/** The kinds of block that a template of these roles can have. */
export function kindsFor({ roles }: Pick<TemplateContent, 'roles'>): readonly BlockKind[] {
  const keys = roles.map(({ key }) => key)
  const isSurvey = ({ kind }: TemplateContent['roles'][number]) => kind === 'member-survey' || kind === 'named-survey'
  return allKinds.filter((kind) => {
    if (ofAnySource.has(kind)) return true
    if (kind === 'cell-quality') return keys.includes('cells') && keys.includes('committees')
    return roles.some((role) => isSurvey(role) === ofSurveys.has(kind))
  })
}
export const isBlockKind = (text: string): text is BlockKind => allKinds.some((kind) => kind === text)

/** Fields of a class, counted from 0: its name in both languages, and from where on. */
export const classFields = (at: number) => ({ vi: `class${at}Vi`, en: `class${at}En`, from: `class${at}From` })
export const classRows = mostClasses

const textOf = (fields: URLSearchParams, name: string): string =>
  (fields.get(name) ?? '').replace(/\r\n?/g, '\n').trim()

/** A text in Vietnamese and perhaps in English, as fields "nameVi" and "nameEn" hold it. */
export function textsIn(fields: URLSearchParams, vi: string, en: string) {
  const [inVi, inEn] = [textOf(fields, vi), textOf(fields, en)]
  return { vi: inVi, ...(inEn === '' ? {} : { en: inEn }) }
}

/** "1,5" is read as people write it, and "90 %" as the 0.9 that it is. */
function decimalIn(fields: URLSearchParams, name: string): string {
  const text = textOf(fields, name).replace(/\s/g, '').replace(',', '.')
  const number = text.replace(/%$/, '')
  if (text === number || !v.is(DecimalText, number)) return text
  const { units, scale } = toDecimal(number)
  return decimalText({ units, scale: scale + 2 })
}

function classesIn(fields: URLSearchParams) {
  return Array.from({ length: classRows }, (_, at) => classFields(at)).flatMap(({ vi, en, from }) => {
    const name = textsIn(fields, vi, en)
    const value = decimalIn(fields, from)
    const isEmpty = name.vi === '' && !('en' in name) && value === ''
    return isEmpty ? [] : [{ name, ...(value === '' ? {} : { from: value }) }]
  })
}

/** Which fields a setting is wrong by. */
export type SettingFault = Setting['is']

/** The block that a form says; or the settings that are wrong. */
export function readBlock(kind: BlockKind, fields: URLSearchParams): Result<TemplateBlock, readonly SettingFault[]> {
  const settings = settingsOf[kind]
  const some = (name: string) => {
    const chosen = [...new Set(fields.getAll(name))].filter((one) => one !== '')
    return chosen.length > 0 ? chosen : undefined
  }
  const said: Record<string, unknown> = { block: kind }
  for (const { is } of settings) {
    const value =
      is === 'indicators' || is === 'questions' || is === 'roles'
        ? some(is)
        : is === 'classes'
          ? classesIn(fields)
          : is === 'text'
            ? textsIn(fields, 'textVi', 'textEn')
            : textOf(fields, is)
    if (value !== undefined) said[is] = value
  }
  const read = v.safeParse(TemplateBlock, said)
  if (read.success) return ok(read.output)
  const wrong = new Set(read.issues.map(({ path }) => String(path?.[0]?.key ?? '')))
  return fail(settings.map(({ is }) => is).filter((is) => wrong.has(is)))
}

/** The fields of the form, as the block stands. */
export function blockFields(block: TemplateBlock): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(block)) {
    if (name === 'block') continue
    if (typeof value === 'string') fields.set(name, value)
    else if (name === 'classes' && block.block === 'classification') classesOut(fields, block.classes)
    else if (name === 'text' && block.block === 'text') {
      fields.set('textVi', block.text.vi)
      fields.set('textEn', block.text.en ?? '')
    } else if (Array.isArray(value)) for (const one of value) if (typeof one === 'string') fields.append(name, one)
  }
  return fields
}

function classesOut(
  fields: URLSearchParams,
  classes: Extract<TemplateBlock, { block: 'classification' }>['classes'],
): void {
  for (const [at, { name, from }] of classes.entries()) {
    const own = classFields(at)
    fields.set(own.vi, name.vi)
    fields.set(own.en, name.en ?? '')
    fields.set(own.from, from ?? '')
  }
}
