// A new template: empty, a copy of another, made of a campaign's form, or from a file of another organisation.

import type { CampaignId } from '../../../../shared/ids.ts'
import { type LocalText, languages } from '../../../../shared/language.ts'
import { templateWords } from '../../../../shared/messages/template-words.ts'
import { templateMessages } from '../../../../shared/messages/templates.ts'
import { mayAt, topUnitsFor } from '../../../../shared/organisation/access.ts'
import { path } from '../../../../shared/paths.ts'
import { type Problem, problem } from '../../../../shared/problems.ts'
import { newOwnId, readTemplate, type TemplateFault, wholeContent } from '../../../../shared/report/own-template.ts'
import { plainTemplate, suggestedRole, suggestTemplate } from '../../../../shared/report/suggest-template.ts'
import type { TemplateContent } from '../../../../shared/report/template.ts'
import { shippedTemplates } from '../../../../shared/report/templates/shipped.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'
import { beginnings, CreatePage } from '../../../../web/pages/templates/create.tsx'
import type { FieldFaults } from '../../../../web/parts/fault-list.tsx'
import { listPrepared } from '../../../store/prepared-campaigns.ts'
import { listOwnTemplates, type OwnTemplate, saveOwnTemplate } from '../../../store/report-templates.ts'
import { type FormParts, formParts } from '../../body.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { refuse, statusOf } from '../../problem-response.tsx'
import { contentOf, foundOwn, mayUse } from './found.ts'
import { campaignField, lookAt, lookQuery } from './look.ts'
import { readUses } from './uses.ts'

/** A template's file: its characters in three bytes each, and room for how another program writes JSON. */
const largestTemplateFile = 256 * 1_024
const mostOwn = 100

export async function showNewTemplate(call: SignedInCall): Promise<Response> {
  const query = new URL(call.c.req.url).searchParams
  return createPage(call, query)
}

type Why = { readonly problem: Problem; readonly faults?: FieldFaults; readonly inFile?: readonly TemplateFault[] }

async function createPage(call: SignedInCall, fields: URLSearchParams, why?: Why): Promise<Response> {
  const { me, c } = call
  const tops = topUnitsFor(me.person, me.tree, 'campaign.manage')
  const own = (await listOwnTemplates(call.deps, me.organisationId)).filter((one) => mayUse(call, one.own))
  const found = await Promise.all(own.map((one) => foundOwn(call, one)))
  const templates = [
    ...found.flatMap((one) => (one.ok ? [{ id: one.value.id, name: one.value.content.name }] : [])),
    ...shippedTemplates,
  ]
  return c.html(
    <CreatePage
      context={pageContext(call)}
      units={tops.flatMap((id) => me.tree.units.get(id) ?? [])}
      campaigns={(await campaignsFor(call)).map(({ id, title }) => ({ id, title }))}
      templates={templates.map(({ id, name }) => ({ id, name }))}
      entries={{ fields, faults: why?.faults ?? new Map() }}
      inFile={why?.inFile ?? []}
      largestFile={largestTemplateFile}
      problem={why?.problem}
    />,
    why ? statusOf[why.problem.code] : 200,
  )
}

/** Those with a form that the visitor manages, drafts too. */
async function campaignsFor({ deps, me }: SignedInCall) {
  const all = await listPrepared(deps.table, me.organisationId)
  return all
    .map(({ campaign }) => campaign)
    .filter(({ unitId }) => mayAt(me.person, me.tree, 'campaign.manage', unitId))
    .flatMap(({ form, ...campaign }) => (form ? [{ ...campaign, form }] : []))
    .reverse()
}

/** What a template begins with, and what it is looked at with first. */
type Beginning = { readonly content: TemplateContent; readonly query: Readonly<Record<string, string>> }

async function beginningOf(call: SignedInCall, { fields, files }: FormParts): Promise<Result<Beginning, Why>> {
  const m = templateMessages[call.language].create
  const wrong = (field: string, text: string) =>
    fail({ problem: problem.fieldsWrong(1), faults: new Map([[field, text]]) })
  switch (beginnings.find((one) => one === fields.get('from'))) {
    case 'empty':
      return whole(plainTemplate(inBoth(({ newName }) => newName)))
    case 'campaign': {
      const campaign = (await campaignsFor(call)).find(({ id }) => id === fields.get('campaign'))
      const form = campaign && (await call.deps.directory.findForm(call.me.organisationId, campaign.form))
      if (!campaign || !form) return wrong('campaign', m.chooseOne)
      return whole(suggestTemplate(campaign, form), {
        [campaignField(suggestedRole)]: campaign.id satisfies CampaignId,
      })
    }
    case 'template': {
      const source = await copied(call, fields.get('template') ?? '')
      return source ? ok(source) : wrong('template', m.chooseOne)
    }
    case 'file': {
      const [chosen] = files
      return chosen ? fromFile(chosen.file) : wrong('file', m.chooseFile)
    }
    default:
      return wrong('from', m.choose)
  }
}

const inBoth = (pick: (words: (typeof templateWords)['vi']) => string): LocalText => ({
  vi: pick(templateWords.vi),
  en: pick(templateWords.en),
})

/** What makes a beginning is within the limits, or it is a fault of ours. */
function whole(content: unknown, query: Beginning['query'] = {}): Result<Beginning, never> {
  const held = wholeContent(content)
  if (!held.ok) throw new Error(`A template that begins is faulty: ${JSON.stringify(held.problem)}`)
  return ok({ content: held.value, query })
}

/** A copy, and the campaigns that its original is looked at with. */
async function copied(call: SignedInCall, id: string): Promise<Beginning | undefined> {
  const own = (await listOwnTemplates(call.deps, call.me.organisationId)).find((one) => one.own.id === id)
  const shipped = shippedTemplates.find((one) => one.id === id)
  const found = own && mayUse(call, own.own) ? await foundOwn(call, own) : undefined
  const content = found?.ok ? found.value.content : shipped && contentOf(shipped)
  if (!content) return undefined
  const uses = await readUses(call)
  const look = await lookAt(call, { id, content, query: new URLSearchParams(), uses })
  const [vi, en] = languages.map((language) => {
    const text = content.name[language]
    return text === undefined ? undefined : templateWords[language].copyOf(text.slice(0, 1_900))
  })
  const name = vi === undefined ? content.name : { vi, ...(en === undefined ? {} : { en }) }
  return { content: { ...content, name }, query: lookQuery(look) }
}

async function fromFile(file: File): Promise<Result<Beginning, Why>> {
  if (file.size > largestTemplateFile) return fail({ problem: problem.templateFileWrong(largestTemplateFile) })
  const json = parsed(new Uint8Array(await file.arrayBuffer()))
  if (json === undefined) return fail({ problem: problem.templateFileWrong(largestTemplateFile) })
  const read = readTemplate(json)
  if (!read.ok) return fail({ problem: problem.templateFaulty(read.problem.length), inFile: read.problem })
  return ok({ content: read.value, query: {} })
}

/** Undefined for what is no JSON in UTF-8. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

/** POST: makes a template, which nobody's reports follow before it is published. */
export async function createTemplate(call: SignedInCall): Promise<Response> {
  const { deps, me, c } = call
  const parts = await formParts(c)
  if (!parts.ok) return refuse(call, parts.problem)
  const { fields } = parts.value
  const m = templateMessages[call.language].create
  const tops = topUnitsFor(me.person, me.tree, 'campaign.manage')
  const unitId = tops.find((id) => id === fields.get('unit'))
  if (!unitId)
    return createPage(call, fields, { problem: problem.fieldsWrong(1), faults: new Map([['unit', m.unitFault]]) })
  if ((await listOwnTemplates(deps, me.organisationId)).length >= mostOwn)
    return createPage(call, fields, { problem: problem.tooManyTemplates(mostOwn) })
  const begun = await beginningOf(call, parts.value)
  if (!begun.ok) return createPage(call, fields, begun.problem)
  const own: OwnTemplate = {
    id: newOwnId(deps.randomToken()),
    unitId,
    published: 0,
    draft: begun.value.content,
    before: null,
  }
  if (!(await saveOwnTemplate(deps, me.organisationId, own, 0))) throw new Error(`Two templates are called ${own.id}`)
  call.record({
    subject: path.template(own.id),
    unitId: own.unitId,
    details: `${begun.value.content.name.vi.slice(0, 300)} · ${fields.get('from')}`,
  })
  return c.redirect(path.template(own.id, { ...begun.value.query, at: 'settings' }), 303)
}
