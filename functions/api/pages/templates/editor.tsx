// A template looked at and edited: what it holds, and beside it the report that comes of it.

import { templateMessages } from '../../../../shared/messages/templates.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { blockFields } from '../../../../shared/report/block-settings.ts'
import { blockAt, blockPlace, sectionAt, sectionPlace } from '../../../../shared/report/edit-template.ts'
import type { TemplateContent } from '../../../../shared/report/template.ts'
import { EditorPage, type EditorProps } from '../../../../web/pages/templates/editor.tsx'
import type { OpenPart } from '../../../../web/pages/templates/outline.tsx'
import { PreviewBody } from '../../../../web/pages/templates/preview.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import { findTemplateVersion, saveOwnTemplate } from '../../../store/report-templates.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { readTyped } from '../people/typed.ts'
import { contentOf, type FoundTemplate, mayChange, templateAddress } from './found.ts'
import { lookAt, lookQuery, shownBy } from './look.ts'
import { namesFor } from './names.ts'
import { roleFields, settingsPart, stepWords, takeStep } from './step.ts'
import { named, readUses, usesOf } from './uses.ts'

const queryOf = ({ c }: SignedInCall): URLSearchParams => new URL(c.req.url).searchParams

export async function showTemplate(call: SignedInCall): Promise<Response> {
  const found = await templateAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const version = queryOf(call).get('version')
  if (version === null) return editorPage(call, found.value)
  const old = /^[1-9]\d{0,5}$/.test(version)
    ? await findTemplateVersion(call.deps, call.me.organisationId, found.value.id, Number(version))
    : undefined
  if (!old) return refuse(call, problem.templateUnknown())
  return editorPage(call, { ...found.value, content: contentOf(old) }, { old: old.version })
}

type Why = {
  /** The version that is looked at, where it isn't the draft or the one in force. */
  readonly old?: number
  readonly problem?: Problem
  /** What was typed into the part that is open, and what is wrong with it. */
  readonly typed?: { readonly open: string; readonly fields: URLSearchParams; readonly faults: FieldFaults }
}

/** The page of a template; with why something was not done. */
export async function editorPage(call: SignedInCall, found: FoundTemplate, why: Why = {}): Promise<Response> {
  const { me } = call
  const { id, content, own, published } = found
  const query = queryOf(call)
  const uses = await readUses(call)
  const look = await lookAt(call, { id, content, query, uses })
  const isEditable = own !== undefined && why.old === undefined && mayChange(call, own.own)
  const open = isEditable ? openPart(content, query, why.typed) : undefined
  const props: EditorProps = {
    context: pageContext(call),
    id,
    content,
    look: {
      ...look,
      roles: content.roles.map(({ key, title }, at) => {
        const { fitting = [], chosen } = look.roles[at] ?? {}
        return { key, title, chosen: chosen?.id, campaigns: fitting.map((one) => ({ id: one.id, title: one.title })) }
      }),
    },
    query: lookQuery(look),
    shown: await shownBy(call, id, content, look),
    standing: own
      ? { published, isDrafted: own.own.draft !== null, canUndo: own.own.before !== null, version: own.version }
      : undefined,
    old: why.old,
    care: own && (unitIn(me.tree, own.own.unitId)?.name ?? own.own.unitId),
    uses: named(call, usesOf(uses, id)),
    edit: isEditable
      ? {
          open,
          names: await namesFor(call, look),
          here: query.get('here') ?? '',
          adding: query.get('add') ?? undefined,
        }
      : undefined,
    problem: why.problem,
    faults: why.typed?.faults ?? new Map(),
    done: query.get('done') === 'published' ? 'published' : undefined,
  }
  return call.c.html(<EditorPage {...props} />, why.problem ? statusOf[why.problem.code] : 200)
}

/** The part that the address opens, with what stands in its fields. */
function openPart(content: TemplateContent, query: URLSearchParams, typed: Why['typed']): OpenPart | undefined {
  const place = typed?.open ?? query.get('at') ?? ''
  const entries = { fields: typed?.fields ?? new URLSearchParams(), faults: typed?.faults ?? new Map() }
  const block = blockPlace(place)
  if (block) {
    const there = blockAt(content, block)
    return there && { place, entries: typed ? entries : { ...entries, fields: blockFields(there) } }
  }
  const section = place === settingsPart ? undefined : sectionPlace(place)
  const there = section && sectionAt(content, section)
  if (place !== settingsPart && !there) return undefined
  if (typed) return { place, entries }
  const { fields } = entries
  if (there) {
    fields.set('titleVi', there.title.vi)
    fields.set('titleEn', there.title.en ?? '')
    fields.set('emptyVi', there.empty?.vi ?? '')
    fields.set('emptyEn', there.empty?.en ?? '')
    if (there.isUnnumbered) fields.set('unnumbered', 'yes')
  } else {
    fields.set('nameVi', content.name.vi)
    fields.set('nameEn', content.name.en ?? '')
    for (const { key, title, kind } of content.roles) {
      const own = roleFields(key)
      fields.set(own.vi, title.vi)
      fields.set(own.en, title.en ?? '')
      fields.set(own.kind, kind ?? '')
    }
  }
  return { place, entries }
}

/** Back to the page, looked at as before. */
export async function onward(
  call: SignedInCall,
  { id, content }: FoundTemplate,
  more: Readonly<Record<string, string>>,
): Promise<Response> {
  const look = await lookAt(call, { id, content, query: queryOf(call), uses: await readUses(call) })
  return call.c.redirect(path.template(id, { ...lookQuery(look), ...more }), 303)
}

/** POST: one step, over the version that was read. What was typed stands there again where it can't be taken. */
export async function stepTemplate(call: SignedInCall): Promise<Response> {
  const found = await templateAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { here, fields, isOtherLanguage } = await readTyped(call)
  const { id, content, own } = found.value
  if (!own) return refuse(here, problem.templateUnknown())
  if (isOtherLanguage) fields.set('step', 'save')
  const query = queryOf(call)
  const uses = await readUses(here)
  const look = await lookAt(here, { id, content, query, uses })
  const typed = { open: fields.get('open') ?? '', fields }
  const again = async (why: Omit<Why, 'typed'>, faults: FieldFaults = new Map()) => {
    call.changedNothing()
    const now = await templateAddress(here)
    return now.ok ? editorPage(here, now.value, { ...why, typed: { ...typed, faults } }) : refuse(here, now.problem)
  }
  if (Number(fields.get('version')) !== own.version) return again({ problem: problem.templateChanged() })
  const { draft, before } = own.own
  const step = fields.get('step') ?? ''
  const save = async (next: Pick<typeof own.own, 'draft' | 'before'>): Promise<boolean> =>
    saveOwnTemplate(call.deps, call.me.organisationId, { ...own.own, ...next }, own.version)
  const noted = () =>
    call.record({ subject: path.template(id), unitId: own.own.unitId, details: stepWords(fields, content) })
  if (step === 'undo' || step === 'discard') {
    // A template that was never published has nothing else to fall back on.
    if (step === 'undo' ? !before : !draft || own.own.published === 0)
      return again({ problem: problem.templateStepNotPossible() })
    const next = step === 'undo' ? { draft: before, before: content } : { draft: null, before: draft }
    if (!(await save(next))) return again({ problem: problem.templateChanged() })
    noted()
    return onward(here, found.value, {})
  }
  const taken = takeStep({ content, names: await namesFor(here, look), language: here.language }, fields)
  if (!taken.ok)
    return 'faults' in taken.problem
      ? again({ problem: problem.fieldsWrong(taken.problem.faults.size) }, taken.problem.faults)
      : again({ problem: taken.problem.problem })
  const { open, here: at } = taken.value
  const isSame = JSON.stringify(taken.value.content) === JSON.stringify(content)
  if (isSame) call.changedNothing()
  else {
    if (!(await save({ draft: taken.value.content, before: content })))
      return again({ problem: problem.templateChanged() })
    noted()
  }
  return onward(here, found.value, open === '' ? { here: at } : { at: open })
}

/** POST: what the preview would show with what stands in the part that is open; stores nothing. */
export async function previewTemplate(call: SignedInCall): Promise<Response> {
  const found = await templateAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { id, content } = found.value
  const fields = await formFields(call.c)
  const uses = await readUses(call)
  const look = await lookAt(call, { id, content, query: fields, uses })
  const m = templateMessages[call.language].preview
  fields.set('step', 'save')
  const taken = takeStep({ content, names: await namesFor(call, look), language: call.language }, fields)
  const shown = await shownBy(call, id, taken.ok ? taken.value.content : content, look)
  return call.c.html(
    <PreviewBody context={pageContext(call)} shown={shown} news={taken.ok ? m.updated : m.unfinished} />,
  )
}
