import { expect, test } from 'vitest'
import { asId, OrganisationId, PersonId, UnitId } from '../../shared/ids.ts'
import { newOwnId, wholeContent } from '../../shared/report/own-template.ts'
import { plainTemplate } from '../../shared/report/suggest-template.ts'
import { shippedTemplates } from '../../shared/report/templates/shipped.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { key } from './keys.ts'
import {
  findOwnTemplate,
  findTemplate,
  findTemplateVersion,
  listTemplates,
  type OwnTemplate,
  publishTemplate,
  saveOwnTemplate,
} from './report-templates.ts'

const org = asId(OrganisationId, 'org')
const other = asId(OrganisationId, 'other')
const made = { by: asId(PersonId, 'office'), at: '2013-03-01T00:00:00.000Z' }
const id = newOwnId('AbCdEf0123456789abcd')

function drafted(name: string): OwnTemplate {
  const content = wholeContent(plainTemplate({ vi: name }))
  if (!content.ok) throw new Error('A plain template holds')
  return { id, unitId: asId(UnitId, 'bloc'), published: 0, draft: content.value, before: null }
}

async function stored() {
  const deps = { table: memoryTable() }
  expect(await saveOwnTemplate(deps, org, drafted('Một'), 0)).toBe(true)
  const found = async () => {
    const own = await findOwnTemplate(deps, org, id)
    if (!own) throw new Error('It was stored')
    return own
  }
  return { deps, found }
}

test('what comes with the program is found by every organisation, and is called like none of its own', async () => {
  const deps = { table: memoryTable() }
  for (const one of shippedTemplates) {
    expect(await findTemplate(deps, org, one.id)).toBe(one)
    expect(await findTemplateVersion(deps, org, one.id, one.version)).toBe(one)
    expect(await findTemplateVersion(deps, org, one.id, one.version + 1)).toBeUndefined()
    expect(one.id.startsWith('own-')).toBe(false)
  }
  expect(id.startsWith('own-')).toBe(true)
})

test('a template is in force once it is published, in its own organisation alone', async () => {
  const { deps, found } = await stored()
  expect(await findTemplate(deps, org, id)).toBeUndefined()
  expect(await publishTemplate(deps, org, await found(), made)).toMatchObject({ id, version: 1, name: { vi: 'Một' } })
  expect(await findTemplate(deps, org, id)).toMatchObject({ version: 1 })
  expect((await listTemplates(deps, org)).at(-1)).toMatchObject({ id, version: 1 })
  expect(await findTemplate(deps, other, id)).toBeUndefined()
  expect(await listTemplates(deps, other)).toEqual(shippedTemplates)
  // Nothing is drafted any more.
  expect(await publishTemplate(deps, org, await found(), made)).toBeUndefined()
})

test('of two who publish at once one does, and of two who save', async () => {
  const { deps, found } = await stored()
  const seen = await found()
  const both = await Promise.all([publishTemplate(deps, org, seen, made), publishTemplate(deps, org, seen, made)])
  expect(both.filter((one) => one !== undefined)).toHaveLength(1)
  const inForce = await findTemplate(deps, org, id)
  expect(both).toContainEqual(inForce)
  expect(await saveOwnTemplate(deps, org, drafted('Hai'), seen.version)).toBe(false)
})

test('a version that was written and never named leaves its number unused, and is never in force', async () => {
  const { deps, found } = await stored()
  await deps.table.insert({ ...key.templateVersion(org, id, 1), body: '{}' })
  expect(await publishTemplate(deps, org, await found(), made)).toMatchObject({ version: 2 })
  expect(await findTemplate(deps, org, id)).toMatchObject({ version: 2, name: { vi: 'Một' } })
})

test('one that was deleted is in no list, and still there for what names it', async () => {
  const { deps, found } = await stored()
  await publishTemplate(deps, org, await found(), made)
  const { own, version } = await found()
  await saveOwnTemplate(deps, org, { ...own, isDeleted: true }, version)
  expect(await findOwnTemplate(deps, org, id)).toBeUndefined()
  expect(await listTemplates(deps, org)).toEqual(shippedTemplates)
  expect(await findTemplate(deps, org, id)).toMatchObject({ id, version: 1 })
})
