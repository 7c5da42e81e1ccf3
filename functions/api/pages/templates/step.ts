// One step of editing: what stands in the part that is open is taken first, then what was pressed is done.

import { type LocalText, localize } from '../../../../shared/language.ts'
import { templateWords } from '../../../../shared/messages/template-words.ts'
import { templateMessages } from '../../../../shared/messages/templates.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import {
  type BlockKind,
  isBlockKind,
  kindsFor,
  readBlock,
  type SettingFault,
  settingsOf,
  textsIn,
} from '../../../../shared/report/block-settings.ts'
import {
  addBlock,
  addSection,
  blockAt,
  blockPlace,
  blockPlaceText,
  type Changed,
  changeBlock,
  changeSection,
  moveBlock,
  moveSection,
  placeText,
  removeBlock,
  removeSection,
  sectionAt,
  sectionPlace,
} from '../../../../shared/report/edit-template.ts'
import { wholeContent } from '../../../../shared/report/own-template.ts'
import {
  roleKinds,
  type TemplateBlock,
  type TemplateContent,
  type TemplateRole,
} from '../../../../shared/report/template.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import type { RoleNames } from '../../../../web/pages/templates/block-form.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'

/** The part that the settings of the template itself are. */
export const settingsPart = 'settings'

/** `open`: the part that is open then; `here`: the one that was changed, where none is open. */
export type Stepped = { readonly content: TemplateContent; readonly open: string; readonly here: string }
/** Faults by field, or a step that can't be taken. */
export type StepFault = { readonly faults: FieldFaults } | { readonly problem: Problem }

type Given = {
  readonly content: TemplateContent
  readonly names: RoleNames
  readonly language: 'vi' | 'en'
}

const impossible = (): Result<never, StepFault> => fail({ problem: problem.templateStepNotPossible() })

/** What changed, within the limits of a template. */
function held(changed: Changed | undefined, open: string, here: string): Result<Stepped, StepFault> {
  if (!changed) return impossible()
  const whole = wholeContent(changed)
  return whole.ok ? ok({ content: whole.value, open, here }) : impossible()
}

/** `fields`: "step", what was pressed (the Enter key sends none, and saves); "open", the part that was open, with its fields. */
export function takeStep(given: Given, fields: URLSearchParams): Result<Stepped, StepFault> {
  const [verb = '', place = '', kind = ''] = (fields.get('step') ?? 'save').split(' ')
  const open = fields.get('open') ?? ''
  // What is typed into a part that goes needs not be right.
  const isGoing = verb === 'remove' && (open === place || open.startsWith(`${place}.`) || open.startsWith(`${place}/`))
  const taken = open === '' || isGoing ? ok(given.content) : takeOpen(given, open, fields)
  if (!taken.ok) return taken
  const { value: content } = taken
  if (verb === 'save') return ok({ content, open: '', here: open })
  return pressed({ ...given, content }, verb, place, kind)
}

function pressed(given: Given, verb: string, place: string, kind: string): Result<Stepped, StepFault> {
  const { content } = given
  if (verb === 'add-role') return addRole(content)
  if (verb === 'remove-role')
    return held({ ...content, roles: content.roles.filter(({ key }) => key !== place) }, settingsPart, settingsPart)
  if (verb === 'add-section') return addSectionAt(content, place)
  const block = blockPlace(place)
  if (block) return pressedBlock(content, verb, block)
  const section = sectionPlace(place)
  if (!section) return impossible()
  if (verb === 'add') return isBlockKind(kind) ? addBlockAt(given, section, kind) : impossible()
  if (verb === 'remove') return held(removeSection(content, section), '', placeText(section.slice(0, -1)))
  if (verb !== 'up' && verb !== 'down' && verb !== 'in' && verb !== 'out') return impossible()
  const moved = moveSection(content, section, verb)
  return moved ? held(moved.content, '', placeText(moved.to)) : impossible()
}

function pressedBlock(content: TemplateContent, verb: string, place: NonNullable<ReturnType<typeof blockPlace>>) {
  if (verb === 'remove') return held(removeBlock(content, place), '', placeText(place.section))
  if (verb !== 'up' && verb !== 'down') return impossible()
  const moved = moveBlock(content, place, verb)
  return moved ? held(moved.content, '', blockPlaceText(moved.to)) : impossible()
}

const inBoth = (pick: (words: (typeof templateWords)['vi']) => string): LocalText => ({
  vi: pick(templateWords.vi),
  en: pick(templateWords.en),
})

function addSectionAt(content: TemplateContent, inside: string): Result<Stepped, StepFault> {
  const place = inside === '' ? [] : sectionPlace(inside)
  if (!place) return impossible()
  const below = place.length === 0 ? content.sections : sectionAt(content, place)?.sections
  const added = placeText([...place, below?.length ?? 0])
  return held(addSection(content, place, { title: inBoth(({ section }) => section), blocks: [] }), added, added)
}

function addBlockAt(given: Given, section: readonly number[], kind: BlockKind): Result<Stepped, StepFault> {
  const { content } = given
  const there = sectionAt(content, section)
  if (!there || !kindsFor(content).includes(kind)) return impossible()
  const block = firstOf(given, kind)
  if (!block) return fail({ problem: problem.templateNeedsCampaign() })
  const place = blockPlaceText({ section, block: there.blocks.length })
  return held(addBlock(content, section, block), place, place)
}

/** A block of a kind as it begins; undefined where the campaigns that are looked at have nothing for it. */
function firstOf({ content, names }: Given, kind: BlockKind): TemplateBlock | undefined {
  const roles = content.roles.map(({ key }) => key)
  for (const role of roles) {
    const known = names.get(role)
    const options = settingsOf[kind].find(({ is }) => is === 'as')
    const asks = { 'free-text': known?.open, 'repeat-table': known?.repeats }
    const asked = (kind === 'free-text' || kind === 'repeat-table' ? asks[kind] : known?.questions)?.[0]?.[0] ?? ''
    const fields = new URLSearchParams({
      role,
      as: options && 'options' in options ? (options.options.at(-1) ?? '') : '',
      compare: 'none',
      part: 'coverage',
      indicator: known?.indicators[0]?.[0] ?? '',
      question: asked,
      textVi: templateMessages.vi.block.newText,
      textEn: templateMessages.en.block.newText,
      class0Vi: templateMessages.vi.block.firstClass,
      class0En: templateMessages.en.block.firstClass,
      class0From: '0.9',
      class1Vi: templateMessages.vi.block.lastClass,
      class1En: templateMessages.en.block.lastClass,
    })
    for (const one of roles) fields.append('roles', one)
    const read = readBlock(kind, fields)
    if (read.ok) return read.value
  }
  return undefined
}

function addRole(content: TemplateContent): Result<Stepped, StepFault> {
  const taken = new Set(content.roles.map(({ key }) => key))
  const key = Array.from({ length: 20 }, (_, at) => `source-${at + 1}`).find((one) => !taken.has(one)) ?? 'source'
  const role = { key, title: inBoth(({ campaign }) => campaign) }
  return held({ ...content, roles: [...content.roles, role] }, settingsPart, settingsPart)
}

// --- the part that is open ---

function takeOpen(given: Given, open: string, fields: URLSearchParams): Result<TemplateContent, StepFault> {
  if (open === settingsPart) return takeSettings(given, fields)
  const block = blockPlace(open)
  if (block) return takeBlock(given, block, fields)
  const section = sectionPlace(open)
  return section ? takeSection(given, section, fields) : impossible()
}

function whole(changed: Changed | undefined): Result<TemplateContent, StepFault> {
  const done = held(changed, '', '')
  return done.ok ? ok(done.value.content) : done
}

const longest = 2_000
const isText = ({ vi, en = '' }: { vi: string; en?: string }) =>
  vi !== '' && vi.length <= longest && en.length <= longest

function takeSection({ content, language }: Given, place: readonly number[], fields: URLSearchParams) {
  const m = templateMessages[language].editor
  const title = textsIn(fields, 'titleVi', 'titleEn')
  const empty = textsIn(fields, 'emptyVi', 'emptyEn')
  const isEmpty = empty.vi === '' && !('en' in empty)
  const faults = new Map<string, string>()
  if (!isText(title)) faults.set('titleVi', m.fault)
  if (!isEmpty && !isText(empty)) faults.set('emptyVi', m.fault)
  if (faults.size > 0) return fail({ faults })
  return whole(
    changeSection(content, place, ({ empty: _, isUnnumbered: __, ...section }) => ({
      ...section,
      title,
      ...(isEmpty ? {} : { empty }),
      ...(fields.get('unnumbered') === 'yes' ? { isUnnumbered: true as const } : {}),
    })),
  )
}

/** The field at which a setting's fault stands. */
const fieldOfSetting = (setting: SettingFault): string =>
  setting === 'text' ? 'textVi' : setting === 'classes' ? 'class0Vi' : setting

function takeBlock(
  { content, language }: Given,
  place: NonNullable<ReturnType<typeof blockPlace>>,
  fields: URLSearchParams,
) {
  const m = templateMessages[language].block
  const block = blockAt(content, place)
  if (!block) return impossible()
  const read = readBlock(block.block, fields)
  if (!read.ok) return fail({ faults: new Map(read.problem.map((is) => [fieldOfSetting(is), m.faults[is]])) })
  return whole(changeBlock(content, place, read.value))
}

/** Fields of a role in the settings of the template. */
export const roleFields = (key: string) => ({ vi: `role.${key}.vi`, en: `role.${key}.en`, kind: `role.${key}.kind` })

function takeSettings({ content, language }: Given, fields: URLSearchParams): Result<TemplateContent, StepFault> {
  const m = templateMessages[language].editor
  const name = textsIn(fields, 'nameVi', 'nameEn')
  const faults = new Map<string, string>()
  if (!isText(name)) faults.set('nameVi', m.fault)
  const roles = content.roles.map((role): TemplateRole => {
    const own = roleFields(role.key)
    const title = textsIn(fields, own.vi, own.en)
    if (!isText(title)) faults.set(own.vi, m.fault)
    const kind = roleKinds.find((one) => one === fields.get(own.kind))
    return { key: role.key, title, ...(kind ? { kind } : {}) }
  })
  if (faults.size > 0) return fail({ faults })
  return whole({ ...content, name, roles })
}

/** What a part is called, for the audit log. */
export const stepWords = (fields: URLSearchParams, { name }: TemplateContent): string =>
  `${localize(name, 'vi').slice(0, 200)} · ${(fields.get('step') ?? '').slice(0, 60)}`
