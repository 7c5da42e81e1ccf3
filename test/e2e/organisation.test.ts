// An administrator at the tree: looks for a unit as they type, moves it, closes one by its code, and imports a file with an
// error left out. Every page at every width.

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { organisationMessages } from '../../shared/messages/organisation.ts'
import { organisationEditMessages } from '../../shared/messages/organisation-edit.ts'
import { organisationImportMessages } from '../../shared/messages/organisation-import.ts'
import { path } from '../../shared/paths.ts'
import { cells, committees } from '../../shared/starter/organisation.ts'
import { checkReach } from './reach.ts'
import { desktop, follow, open, startSite, textOf } from './site.ts'

const site = startSite()
/** Each goes through several pages, and looks at them at every width. */
const atEase = { timeout: 90_000 }
const m = organisationMessages.vi
const edits = organisationEditMessages.vi
const imports = organisationImportMessages.vi

const [cell] = cells
const committee = committees.at(-1)
if (!cell || !committee) throw new Error('The starter has no cells')

const press = (page: Page, name: string) => follow(page, () => page.getByRole('button', { name }).click())

test('looks for a unit as it is typed, without its marks, and opens it', atEase, async () => {
  const page = await site.signedIn('admin', desktop)
  await open(page, path.organisation())
  await checkReach(page, 'the tree')
  const box = page.getByLabel(m.search)
  await box.pressSequentially('chi bo song ho')
  await page.getByRole('option', { name: 'Chi bộ Sông Hồng 1' }).waitFor()
  await checkReach(page, 'suggestions')
  await page.keyboard.press('ArrowDown')
  expect(await box.getAttribute('aria-activedescendant')).toMatch(/-list-0$/)
  await follow(page, () => page.keyboard.press('Enter'))
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe('Chi bộ Sông Hồng 1')
  await checkReach(page, 'a unit')
})

test('moves a unit to where the typed name leads, and another day shows the old place', atEase, async () => {
  const page = await site.signedIn('admin', desktop)
  await open(page, path.unitEdit(cell.id, 'move'))
  await page.getByLabel(edits.parent).fill('sông hậu')
  await press(page, edits.doIt.move)
  await checkReach(page, 'a choice between units')
  await page.getByRole('radio', { name: committee.name }).first().check()
  await press(page, edits.doIt.move)
  expect(await textOf(page.locator('.state[role=status]'))).toBe(edits.done.move)
  expect(await textOf(page.getByRole('navigation', { name: m.above }))).toContain(committee.name)
  await open(page, path.unit(cell.id, { on: '2013-06-30' }))
  expect(await textOf(page.getByRole('navigation', { name: m.above }))).not.toContain(committee.name)
  await checkReach(page, 'a unit on another day')
})

test('closes a unit when its code was typed, and not before', atEase, async () => {
  const page = await site.signedIn('admin', desktop)
  const closing = cells[1]
  if (!closing) throw new Error('The starter has one cell')
  for (const edit of ['add', 'change', 'merge', 'split', 'close'] as const) {
    await open(page, path.unitEdit(closing.id, edit))
    await checkReach(page, edit)
  }
  await press(page, edits.review)
  await checkReach(page, 'a review')
  await page.getByLabel(edits.confirm(closing.code)).fill('khác')
  await press(page, edits.doIt.close)
  await checkReach(page, 'a review with a fault')
  await page.getByLabel(edits.confirm(closing.code)).fill(closing.code)
  await press(page, edits.doIt.close)
  expect(await textOf(page.getByRole('main'))).toContain(m.closedRule)
  await checkReach(page, 'a closed unit')
})

test('imports a file without the row that has an error, and the same again changes nothing', atEase, async () => {
  const page = await site.signedIn('admin', desktop)
  const csv = `Mã;Tên đơn vị;Mã cấp trên;Cấp;Số thành viên\nT1;Tổ 1;${committee.code};Tổ;12\nT1;Tổ 1 nữa;${committee.code};Tổ;9\n`
  const choose = async () => {
    await open(page, path.treeImport())
    await page
      .getByLabel(imports.file)
      .setInputFiles({ name: 'to.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  }
  await choose()
  await checkReach(page, 'the import')
  await press(page, imports.look)
  await checkReach(page, 'errors of a file')
  await press(page, imports.skip(1))
  await checkReach(page, 'a preview')
  expect(await textOf(page.getByRole('main'))).toContain(imports.outcomes.added(1))
  await press(page, imports.apply)
  expect(await textOf(page.locator('.state[role=status]'))).toBe(imports.done)
  await choose()
  await press(page, imports.look)
  await press(page, imports.skip(1))
  expect(await textOf(page.getByRole('main'))).toContain(imports.nothingLeft)
})
