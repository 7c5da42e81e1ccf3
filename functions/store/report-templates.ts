// The templates of reports: those that come with the program, and those of an organisation. One of the organisation is a draft
// that steps change, and versions that were published of it, each written once. Plans name the template, and get the version that is
// in force; a report names the version that it was made by, which stays readable, also of a template that was deleted.

import * as v from 'valibot'
import { type OrganisationId, PersonId, UnitId } from '../../shared/ids.ts'
import { OwnTemplateId } from '../../shared/report/own-template.ts'
import { ReportTemplate, TemplateContent } from '../../shared/report/template.ts'
import { shippedTemplate, shippedTemplates } from '../../shared/report/templates/shipped.ts'
import { key, partition } from './keys.ts'
import { type Item, numberOf, queryAll, type Table, textOf } from './table.ts'

type Deps = { readonly table: Table }

export const OwnTemplate = v.strictObject({
  id: OwnTemplateId,
  /** In whose care it is: whoever manages campaigns at this unit changes it. */
  unitId: UnitId,
  /** The version in force; 0 before it is published for the first time. */
  published: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** What is being changed; null where that is as it was published. */
  draft: v.nullable(TemplateContent),
  /** The draft before its last step. */
  before: v.nullable(TemplateContent),
  /** No list has it any more. What names it goes on. */
  isDeleted: v.optional(v.literal(true)),
})
export type OwnTemplate = v.InferOutput<typeof OwnTemplate>
export type VersionedOwn = { readonly own: OwnTemplate; readonly version: number }

/** A published version, by whom and when (ISO 8601, UTC). */
const Published = v.strictObject({
  template: ReportTemplate,
  by: PersonId,
  at: v.pipe(v.string(), v.isoTimestamp()),
})

const versioned = (item: Item): VersionedOwn => ({
  own: v.parse(OwnTemplate, JSON.parse(textOf(item, 'body'))),
  version: numberOf(item, 'version'),
})

/** One that wasn't deleted. */
export async function findOwnTemplate(
  { table }: Deps,
  org: OrganisationId,
  id: string,
): Promise<VersionedOwn | undefined> {
  const own = await storedOwn({ table }, org, id)
  return own?.own.isDeleted ? undefined : own
}

async function storedOwn({ table }: Deps, org: OrganisationId, id: string): Promise<VersionedOwn | undefined> {
  if (!v.is(OwnTemplateId, id)) return undefined
  const item = await table.get(key.template(org, id))
  return item && versioned(item)
}

/** Those that weren't deleted. */
export async function listOwnTemplates({ table }: Deps, org: OrganisationId): Promise<VersionedOwn[]> {
  const items = await queryAll(table, partition.organisation(org), 'TEMPLATE#')
  return items.map(versioned).filter(({ own }) => !own.isDeleted)
}

/** Writes one if it is still the version that was read (0: a new one); false otherwise. */
export const saveOwnTemplate = (
  { table }: Deps,
  org: OrganisationId,
  own: OwnTemplate,
  replaces: number,
): Promise<boolean> =>
  table.replace({ ...key.template(org, own.id), body: JSON.stringify(own), version: replaces + 1 }, replaces)

/**
 * Puts the draft in force as a new version; undefined where somebody else has changed the template since it was read, or nothing is
 * drafted. The version is written before the template names it: one that nobody ever named leaves its number unused.
 */
export async function publishTemplate(
  { table }: Deps,
  org: OrganisationId,
  { own, version }: VersionedOwn,
  { by, at }: { readonly by: PersonId; readonly at: string },
): Promise<ReportTemplate | undefined> {
  const { draft } = own
  if (!draft) return undefined
  const template = await insertVersion({ table }, org, { id: own.id, version: own.published + 1, ...draft }, { by, at })
  const next = { ...own, published: template.version, draft: null, before: null }
  return (await saveOwnTemplate({ table }, org, next, version)) ? template : undefined
}

/** Under its version, or the next one that is free. */
async function insertVersion(
  { table }: Deps,
  org: OrganisationId,
  template: ReportTemplate,
  made: { readonly by: PersonId; readonly at: string },
): Promise<ReportTemplate> {
  const place = key.templateVersion(org, template.id, template.version)
  if (await table.insert({ ...place, body: JSON.stringify({ template, ...made }) })) return template
  return insertVersion({ table }, org, { ...template, version: template.version + 1 }, made)
}

/** A version of a template: its own, or of the ones that come with the program, which have one at a time. */
export async function findTemplateVersion(
  { table }: Deps,
  org: OrganisationId,
  id: string,
  version: number,
): Promise<ReportTemplate | undefined> {
  const shipped = shippedTemplate(id)
  if (shipped) return shipped.version === version ? shipped : undefined
  if (!v.is(OwnTemplateId, id)) return undefined
  const item = await table.get(key.templateVersion(org, id, version))
  return item && v.parse(Published, JSON.parse(textOf(item, 'body'))).template
}

/** The template of that id in force, the organisation's own or one that comes with the program; undefined where nothing is published. */
export async function findTemplate(deps: Deps, org: OrganisationId, id: string): Promise<ReportTemplate | undefined> {
  const shipped = shippedTemplate(id)
  if (shipped) return shipped
  const found = await storedOwn(deps, org, id)
  return found && found.own.published > 0 ? findTemplateVersion(deps, org, id, found.own.published) : undefined
}

/** All that plans can name: those that come with the program, then the organisation's own in force. */
export async function listTemplates(deps: Deps, org: OrganisationId): Promise<ReportTemplate[]> {
  const own = await listOwnTemplates(deps, org)
  const found = await Promise.all(own.map((one) => findTemplate(deps, org, one.own.id)))
  return [...shippedTemplates, ...found.flatMap((one) => one ?? [])]
}
