// Forms in pages, on the narrowest phones, and where the script never comes.

import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { everyType, everyTypePaged } from '../support/every-type.ts'
import { formVersion } from '../support/forms.ts'
import { at, choose, faultAt, field, formBrowser, isActing, press, send, sent } from './form-in-browser.ts'

const open = formBrowser()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const onward = async (page: Page) => {
  await press(page, button(page, 'Tiếp tục'))
  await isActing(page)
}

test('a paged form goes on when its page is right, comes back, and keeps what pages before it made of answers', async () => {
  const { page } = await open(everyTypePaged)
  expect(await at(page, 'agree').count()).toBe(0)
  await button(page, 'Tiếp tục').click()
  expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
  await field(page, 'name').fill('Ánh')
  await field(page, 'age').fill('12')
  expect(await at(page, 'guardian').isVisible()).toBe(true)
  await button(page, 'Tiếp tục').click()
  expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
    expect.stringContaining('Người giám hộ của Ánh'),
  ])
  await field(page, 'guardian').fill('Bình')
  await onward(page)
  const progress = page.locator('#progress')
  expect(await progress.textContent()).toMatch(/^Trang 2\/7/)
  await choose(page, 'agree', 'yes')
  expect(await progress.textContent()).toMatch(/^Trang 2\/8/)
  await choose(page, 'agree', 'no')
  expect(await progress.textContent()).toMatch(/^Trang 2\/7/)
  await choose(page, 'agree', 'yes')
  await field(page, 'province').selectOption('hy')
  await choose(page, 'district', 'kc')
  await press(page, button(page, 'Quay lại'))
  await isActing(page)
  expect(await field(page, 'guardian').inputValue()).toBe('Bình')
  expect(await at(page, 'twice').textContent()).toContain('24')
  await onward(page)
  expect(await at(page, 'district').locator(':checked').getAttribute('value')).toBe('kc')
  for (let pages = 0; pages < 8 && (await field(page, 'person[1]/who').count()) === 0; pages++) await onward(page)
  await field(page, 'person[1]/who').fill('Cúc')
  await page.getByRole('button', { name: /^Thêm: Người dự/ }).click()
  await field(page, 'person[2]/years').fill('8')
  for (let pages = 0; pages < 8 && (await button(page, 'Gửi phiếu').count()) === 0; pages++) await onward(page)
  const receipt = await sent(page)
  for (const said of ['Ánh', 'Bình', 'Khoái Châu', 'Cúc', '8']) expect(receipt).toContain(said)
})

describe('at 320 pixels', () => {
  test('scales and tables of choices are sets below each other, wide enough to hit, and nothing is cut off', async () => {
    const { page } = await open(everyType, { viewport: { width: 320, height: 640 }, hasTouch: true })
    await choose(page, 'agree', 'yes')
    for (const place of ['scale', 't1', 't2']) {
      for (const choice of await at(page, place).locator('label.choice').all()) {
        const box = await choice.boundingBox()
        expect(box?.height ?? 0, place).toBeGreaterThanOrEqual(44)
        expect(box?.width ?? 0, place).toBeGreaterThanOrEqual(44)
        expect(((await choice.textContent()) ?? '').trim(), place).not.toBe('')
      }
    }
    await at(page, 't1').getByText('Khá').tap()
    expect(await at(page, 't1').locator(':checked').getAttribute('value')).toBe('fair')
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await overflow()).toBe(0)
    await send(page).click()
    expect(await overflow()).toBe(0)
  })

  test('axe finds nothing where the script changed the page', async () => {
    const { page } = await open(everyType, { viewport: { width: 320, height: 640 }, bypassCSP: true })
    await choose(page, 'agree', 'yes')
    await page.getByRole('button', { name: /^Thêm: Người dự/ }).click()
    await field(page, 'province').selectOption('hy')
    await field(page, 'age').fill('130')
    await send(page).click()
    expect(await faultAt(page, 'age').count()).toBe(1)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
})

describe('where the script fails', () => {
  test.each([
    ['the script', '**/form.*.js'],
    ['one of its parts', '**/form-repeat.*.js'],
  ])('%s that never comes leaves the page that works without', async (_, file) => {
    const { page, site } = await open(everyType, { javaScriptEnabled: false })
    const context = page.context().browser()?.newContext({ locale: 'vi' })
    const plain = await (await context)?.newPage()
    if (!plain) throw new Error('No browser')
    await plain.context().addCookies(site.cookies)
    await plain.route(file, (route) => route.abort())
    await plain.goto(site.form)
    expect(await plain.evaluate(() => document.documentElement.dataset['script'])).toBeUndefined()
    await field(plain, 'name').fill('An')
    await field(plain, 'age').fill('12')
    await press(plain, send(plain))
    expect(await at(plain, 'guardian').isVisible()).toBe(true)
    await field(plain, 'guardian').fill('Bình')
    expect(await sent(plain)).toContain('Bình')
    await plain.context().close()
  })
})

const back = formVersion('back', {
  survey: `
type | name | label | relevant
begin group | first | Trang một |
text | x | X |
text | y | Y | \${z} = 1
end group | | |
begin group | second | Trang hai |
integer | z | Z |
end group | | |`,
  settings: 'style\npages',
})

test('a question on an earlier page that an answer brings is shown before the form is sent', async () => {
  const { page } = await open(back)
  await onward(page)
  await field(page, 'z').fill('1')
  await press(page, send(page))
  expect(await at(page, 'y').isVisible()).toBe(true)
  expect(await page.getByRole('alert').textContent()).toContain('Y')
})

const quick = formVersion('quick', {
  survey: `
type | name | label | appearance
select_one yn | a | Có họp không? | quick
select_one yn | b | Có sổ không? | quick
text | c | Ghi chú |`,
  choices: 'list_name | name | label\nyn | yes | Có\nyn | no | Không',
  settings: 'style\npages',
})

test('a quick question leads on at a tap, and not while keys look through its choices', async () => {
  const { page } = await open(quick)
  await press(page, page.locator('label.choice', { hasText: 'Có' }).first())
  await isActing(page)
  expect(await at(page, 'b').isVisible()).toBe(true)
  await field(page, 'b').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await at(page, 'b').isVisible()).toBe(true)
  await onward(page)
  await field(page, 'c').fill('Xong')
  expect(await sent(page)).toContain('Xong')
})
