import { expect, test } from 'vitest'
import { asId, FormId, OrganisationId } from '../../shared/ids.ts'
import type { XlsForm } from '../../shared/xlsform/form.ts'
import { formVersion } from '../../test/support/forms.ts'
import { memoryTable } from '../../test/support/memory-table.ts'
import { contentHashOf, findFamily, listFamilies, type Publication, publishForm } from './form-library.ts'
import { findFormVersion, insertFormVersion } from './forms.ts'
import type { Table } from './table.ts'

const organisationId = asId(OrganisationId, 'org')
const formId = asId(FormId, 'visit')

/** A form that asks `label`; `version` is what its author calls it. */
const aForm = (label: string, version = ''): XlsForm =>
  formVersion('visit', {
    survey: `
      type | name | label
      text | a | ${label}`,
    settings: `
      form_title | version
      Visit | ${version}`,
  }).form

const publish = (table: Table, form: XlsForm, changes: Partial<Publication> = {}) =>
  publishForm(table, {
    organisationId,
    formId,
    form,
    by: null,
    at: '2026-01-01T00:00:00.000Z',
    ...changes,
  })

test('versions are numbered, kept whole, and listed with who published them and when', async () => {
  const table = memoryTable()
  expect(await publish(table, aForm('A', 'x'))).toMatchObject({
    ok: true,
    value: { isNew: true, version: { version: 1, name: 'x' } },
  })
  expect(await publish(table, aForm('B', 'y'))).toMatchObject({
    ok: true,
    value: { isNew: true, version: { version: 2 } },
  })
  expect(await findFormVersion(table, organisationId, formId, 2)).toEqual({ formId, version: 2, form: aForm('B', 'y') })
  expect(await listFamilies(table, organisationId)).toEqual([
    {
      formId,
      title: { vi: 'Visit' },
      versions: [
        expect.objectContaining({ version: 1, name: 'x', publishedAt: '2026-01-01T00:00:00.000Z', publishedBy: null }),
        expect.objectContaining({ version: 2, name: 'y', contentHash: contentHashOf({ form: aForm('B', 'y') }) }),
      ],
    },
  ])
  expect(await listFamilies(table, asId(OrganisationId, 'other'))).toEqual([])
})

test('the same content again changes nothing; the same name with other content is refused', async () => {
  const table = memoryTable()
  await publish(table, aForm('A', 'x'))
  await publish(table, aForm('B', 'y'))
  const before = await findFamily(table, organisationId, formId)
  expect(await publish(table, aForm('A', 'x'), { at: '2027-01-01T00:00:00.000Z' })).toMatchObject({
    ok: true,
    value: { isNew: false, version: { version: 1 } },
  })
  expect(await publish(table, aForm('C', 'x'))).toEqual({
    ok: false,
    problem: { code: 'form.version-name-taken', name: 'x', version: 1 },
  })
  expect(await findFamily(table, organisationId, formId)).toEqual(before)
})

test('versions without a name may follow each other', async () => {
  const table = memoryTable()
  await publish(table, aForm('A'))
  expect(await publish(table, aForm('B'))).toMatchObject({ ok: true, value: { version: { version: 2, name: '' } } })
})

test('a name that is too long and a form that no item holds are refused, and nothing is written', async () => {
  const table = memoryTable()
  expect(await publish(table, aForm('A', 'x'.repeat(61)))).toMatchObject({
    problem: { code: 'form.version-name-too-long' },
  })
  const noise = Array.from({ length: 90_000 }, (_, at) => ((at * 2_654_435_761) % 4_294_967_296).toString(36)).join(' ')
  expect(await publish(table, aForm(noise))).toMatchObject({ problem: { code: 'form.too-large' } })
  expect(await listFamilies(table, organisationId)).toEqual([])
})

test('who died between version and family is taken up by the next publication', async () => {
  const table = memoryTable()
  await insertFormVersion(table, organisationId, { formId, version: 1, form: aForm('A') })
  expect(await publish(table, aForm('B'))).toMatchObject({ ok: true, value: { version: { version: 2 } } })
  expect(await publish(table, aForm('A'))).toMatchObject({ ok: true, value: { isNew: true, version: { version: 3 } } })

  const again = memoryTable()
  await insertFormVersion(again, organisationId, { formId, version: 1, form: aForm('A') })
  expect(await publish(again, aForm('A'))).toMatchObject({ ok: true, value: { isNew: true, version: { version: 1 } } })
})

test('ten people publish at once: each form has one number, and every number holds what its entry says', async () => {
  const table = memoryTable()
  const forms = Array.from({ length: 8 }, (_, at) => aForm(`A${at}`, `v${at}`))
  await Promise.all([...forms, ...forms.slice(0, 2)].map((form) => publish(table, form)))
  const family = await findFamily(table, organisationId, formId)
  expect(family?.versions.map(({ name }) => name).sort()).toEqual(forms.map((_, at) => `v${at}`))
  for (const { version, contentHash } of family?.versions ?? []) {
    const stored = await findFormVersion(table, organisationId, formId, version)
    expect(stored && contentHashOf(stored)).toBe(contentHash)
  }
})
