// A template put in force, taken along as a file, and deleted.

import { localize } from '../../../../shared/language.ts'
import { templateMessages } from '../../../../shared/messages/templates.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { DeletionPage } from '../../../../web/pages/templates/deletion.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import { findTemplate, publishTemplate, saveOwnTemplate, type VersionedOwn } from '../../../store/report-templates.ts'
import { formFields } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { editorPage, onward } from './editor.tsx'
import { contentOf, type FoundTemplate, templateAddress } from './found.ts'
import { broken, named, readUses, usesOf } from './uses.ts'

type FoundOwn = FoundTemplate & { readonly own: VersionedOwn }

async function ownAddress(call: SignedInCall): Promise<FoundOwn | Problem> {
  const found = await templateAddress(call)
  if (!found.ok) return found.problem
  const { own } = found.value
  return own ? { ...found.value, own } : problem.templateUnknown()
}

/** POST: the draft becomes the version in force, if no report that follows it would lack a campaign. */
export async function publish(call: SignedInCall): Promise<Response> {
  const found = await ownAddress(call)
  if ('code' in found) return refuse(call, found)
  const { id, own, content } = found
  const uses = await readUses(call)
  const without = broken(uses, usesOf(uses, id), content)
  if (without.length > 0) {
    const { names, others } = named(call, without)
    return editorPage(call, found, { problem: problem.templateBreaksPlans(names, others) })
  }
  const version = Number((await formFields(call.c)).get('version'))
  const by = { by: call.me.person.id, at: call.now }
  const published =
    version === own.version ? await publishTemplate(call.deps, call.me.organisationId, own, by) : undefined
  if (!published) return editorPage(call, found, { problem: problem.templateChanged() })
  const details = `${content.name.vi.slice(0, 300)} · ${published.version}`
  call.record({ subject: path.template(id), unitId: own.own.unitId, details })
  return onward(call, found, { done: 'published' })
}

/** GET: the template as a file, for a sister organisation: as it is in force, or drafted where it never was. */
export async function sendTemplateFile(call: SignedInCall): Promise<Response> {
  const found = await templateAddress(call)
  if (!found.ok) return refuse(call, found.problem)
  const { id, content, published } = found.value
  const inForce = await findTemplate(call.deps, call.me.organisationId, id)
  const file = { id, version: Math.max(1, published), ...(inForce ? contentOf(inForce) : content) }
  return call.c.body(`${JSON.stringify(file, null, 2)}\n`, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="mau-bao-cao-${id}.json"`,
  })
}

export async function askTemplateDeletion(call: SignedInCall): Promise<Response> {
  const found = await ownAddress(call)
  return 'code' in found ? refuse(call, found) : deletionPage(call, found)
}

async function deletionPage(call: SignedInCall, found: FoundOwn, why?: { problem: Problem; faults?: FieldFaults }) {
  const { id, content, own } = found
  const uses = await readUses(call)
  const inUse = usesOf(uses, id)
  const { names, others } = named(call, inUse)
  const inTheWay = why?.problem ?? (inUse.length > 0 ? problem.templateInUse(names, others) : undefined)
  return call.c.html(
    <DeletionPage
      context={pageContext(call)}
      id={id}
      name={content.name}
      version={own.version}
      mayDelete={inUse.length === 0}
      faults={why?.faults ?? new Map()}
      problem={inTheWay}
    />,
    why ? statusOf[why.problem.code] : 200,
  )
}

/** POST: takes it out of all lists, once its name is typed and no report follows it. */
export async function deleteTemplate(call: SignedInCall): Promise<Response> {
  const found = await ownAddress(call)
  if ('code' in found) return refuse(call, found)
  const { id, content, own } = found
  const fields = await formFields(call.c)
  const uses = await readUses(call)
  const inUse = usesOf(uses, id)
  if (inUse.length > 0) {
    const { names, others } = named(call, inUse)
    return deletionPage(call, found, { problem: problem.templateInUse(names, others) })
  }
  const name = localize(content.name, call.language)
  if ((fields.get('name') ?? '').trim() !== name.trim())
    return deletionPage(call, found, {
      problem: problem.fieldsWrong(1),
      faults: new Map([['name', templateMessages[call.language].deletion.nameFault]]),
    })
  const next = { ...own.own, isDeleted: true as const }
  const isSaved =
    Number(fields.get('version')) === own.version &&
    (await saveOwnTemplate(call.deps, call.me.organisationId, next, own.version))
  if (!isSaved) return deletionPage(call, found, { problem: problem.templateChanged() })
  call.record({ subject: path.templates(), unitId: own.own.unitId, details: content.name.vi.slice(0, 300) })
  return call.c.redirect(path.templates(), 303)
}
