// Fields with the form script: what each kind takes, shows and says as one types.

import { expect, test } from 'vitest'
import { everyType } from '../support/every-type.ts'
import { formVersion } from '../support/forms.ts'
import { at, choicesAt, choose, faultAt, field, formBrowser, press, send, sent } from './form-in-browser.ts'

const open = formBrowser()

test('every kind of question is taken as it was typed, and faults are said in the words of its kind', async () => {
  const { page } = await open(everyType)
  const wrong: readonly (readonly [place: string, text: string, says: RegExp])[] = [
    ['age', 'mười', /số nguyên/i],
    ['hours', '1,2,3', /số/i],
    ['mood', '11.5', /số nguyên/i],
    ['place', '95 200', /./],
    ['way', '21.03 105.85', /./],
  ]
  for (const [place, text, says] of wrong) {
    await field(page, place).fill(text)
    await field(page, place).blur()
    expect(await faultAt(page, place).textContent(), place).toMatch(says)
  }
  const right: readonly (readonly [place: string, text: string])[] = [
    ['name', 'Nguyễn Thị Ánh'],
    ['story', 'Dòng một\nDòng hai'],
    ['age', '30'],
    ['hours', '1,5'],
    ['mood', '7'],
    ['day', '2013-07-15'],
    ['month', '2013-07'],
    ['at', '08:30'],
    ['moment', '2013-07-15T08:30'],
    ['place', '21.03, 105.85'],
    ['way', '21.03 105.85\n21.04 105.86'],
    ['code', '8934563138165'],
  ]
  for (const [place, text] of right) {
    await field(page, place).fill(text)
    await field(page, place).blur()
    expect(await faultAt(page, place).count(), place).toBe(0)
    expect(await field(page, place).inputValue(), place).toBe(text)
  }
  await choose(page, 'scale', 'fair')
  await choose(page, 'tools', 'phone')
  await choose(page, 'tools', 'paper')
  await choose(page, 'main_tool', 'other')
  await field(page, 'main_tool_other').fill('Bảng đen')
  await choose(page, 't1', 'good')
  await field(page, 'province').selectOption('hy')
  await choose(page, 'district', 'kd')
  await field(page, 'read').check()
  const receipt = await sent(page)
  for (const said of [
    'Nguyễn Thị Ánh',
    '1,5',
    'Khá',
    'Điện thoại',
    'Bảng đen',
    'Hưng Yên',
    'Kim Động',
    '8934563138165',
  ])
    expect(receipt).toContain(said)
})

test('nothing is chosen for people, and "no answer" stays what they chose', async () => {
  const { page } = await open(everyType)
  const checked = () => at(page, 'district').locator(':checked')
  await field(page, 'province').selectOption('hy')
  expect(await checked().count()).toBe(0)
  await at(page, 'district').getByLabel('Không trả lời').check()
  await field(page, 'province').selectOption('hn')
  expect(await choicesAt(page, 'district')).toEqual(['Ba Đình', 'Không trả lời'])
  await choose(page, 'district', 'bd')
  expect(await checked().getAttribute('value')).toBe('bd')
  await field(page, 'province').selectOption('hy')
  expect(await checked().count()).toBe(0)
})

const required = formVersion('required-now-and-then', {
  survey: `
type | name | label | required | required_message | constraint | constraint_message | appearance | calculation | trigger
select_one yn | sick | Có ốm không? | yes | | | | | |
text | why | Ốm gì? | \${sick} = 'yes' | Hãy ghi tên bệnh | | | | |
select_one city | city | Tỉnh | | | | | autocomplete | |
date | born | Năm sinh | | | | | year | |
date | since | Từ tháng | | | | | month-year | |
integer | weight | Cân nặng | | | . > 0 and . < \${most} | Cân nặng không đúng | | |
integer | most | Cân nặng nhất | | | | | | |
decimal | half | Một nửa | | | | | | \${weight} div 2 | \${weight}
today | today
note | dated | Hôm nay \${today}
calculate | stamp | | | | | | | concat('ốm: ', \${sick}) | \${sick}
text | pin | Mã | | | regex(., '^[0-9]{4}$') | Mã có bốn chữ số | numbers | |`,
  choices: `
list_name | name | label
yn | yes | Có
yn | no | Không
city | hy | Hưng Yên
city | hn | Hà Nội
city | hp | Hải Phòng
city | dn | Đà Nẵng`,
})

test('a question that must be answered now and then says so, and in its own words', async () => {
  const { page } = await open(required)
  const optional = at(page, 'why').locator('.optional')
  expect(await optional.isVisible()).toBe(true)
  await choose(page, 'sick', 'yes')
  expect(await optional.isVisible()).toBe(false)
  expect(await field(page, 'why').getAttribute('required')).not.toBeNull()
  await send(page).click()
  const alert = page.getByRole('alert')
  expect(await alert.getByRole('link').allTextContents()).toEqual(['Ốm gì? Hãy ghi tên bệnh'])
  await alert.getByRole('link').click()
  expect(await field(page, 'why').evaluate((element) => element === document.activeElement)).toBe(true)
  await choose(page, 'sick', 'no')
  expect(await faultAt(page, 'why').count()).toBe(0)
  expect(await optional.isVisible()).toBe(true)
})

test('values that nobody types are there for expressions, and follow their trigger out of sight', async () => {
  const { page } = await open(required)
  expect(await at(page, 'dated').textContent()).toContain('Hôm nay 2013-03-01')
  await choose(page, 'sick', 'yes')
  expect(await field(page, 'stamp').inputValue()).toBe('ốm: yes')
  await choose(page, 'sick', 'no')
  expect(await field(page, 'stamp').inputValue()).toBe('ốm: no')
  expect(await field(page, 'stamp').count()).toBe(1)
})

test('a constraint that looks at another answer follows it, and one on a pattern is told', async () => {
  const { page } = await open(required)
  await field(page, 'most').fill('100')
  await field(page, 'weight').fill('120')
  await field(page, 'weight').blur()
  expect(await faultAt(page, 'weight').textContent()).toContain('Cân nặng không đúng')
  await field(page, 'most').fill('150')
  expect(await faultAt(page, 'weight').count()).toBe(0)
  expect(await field(page, 'half').inputValue()).toBe('60')
  await field(page, 'weight').fill('61')
  expect(await field(page, 'half').inputValue()).toBe('30,5')
  await field(page, 'pin').fill('12a4')
  await field(page, 'pin').blur()
  expect(await faultAt(page, 'pin').textContent()).toContain('Mã có bốn chữ số')
})

test('a long list is searched without diacritics, years and months are enough for a date', async () => {
  const { page } = await open(required)
  const box = at(page, 'city').locator('input[type=search]')
  await box.fill('hai')
  expect(await field(page, 'city').locator('option').allTextContents()).toEqual(['Chọn một phương án', 'Hải Phòng'])
  await box.fill('da nang')
  await field(page, 'city').selectOption('dn')
  await box.fill('')
  expect(await field(page, 'city').locator('option').count()).toBe(5)
  expect(await field(page, 'city').inputValue()).toBe('dn')
  await field(page, 'born').fill('1988')
  await field(page, 'since').fill('2013-07')
  await choose(page, 'sick', 'no')
  const receipt = await sent(page)
  for (const said of ['Đà Nẵng', '1988', '2013']) expect(receipt).toContain(said)
})

test('an order is given by buttons and by dragging, and a touch alone gives none', async () => {
  const { page } = await open(everyType)
  const items = at(page, 'order').locator('[data-choice]')
  const middle = async (at: number) => {
    await items.nth(at).scrollIntoViewIfNeeded()
    const box = await items.nth(at).boundingBox()
    if (!box) throw new Error('Nothing to drag')
    return [box.x + 40, box.y + box.height / 2] as const
  }
  await page.mouse.move(...(await middle(0)))
  await page.mouse.down()
  await page.mouse.up()
  expect(await field(page, 'order').inputValue()).toBe('')
  await page.mouse.move(...(await middle(0)))
  await page.mouse.down()
  const [x, y] = await middle(2)
  await page.mouse.move(x, y + 4, { steps: 8 })
  await page.mouse.up()
  expect(await field(page, 'order').inputValue()).toBe('paper computer phone other')
  expect(await at(page, 'order').getByRole('button', { name: 'Giữ thứ tự này' }).count()).toBe(0)
  await at(page, 'order').getByRole('button', { name: 'Đưa xuống: Giấy' }).click()
  expect(await field(page, 'order').inputValue()).toBe('computer paper phone other')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Đưa xuống: Giấy')
})

test('a slider and its number say the same; without a number there is no answer', async () => {
  const { page } = await open(everyType)
  const slider = at(page, 'mood').locator('input[type=range]')
  expect(await field(page, 'mood').inputValue()).toBe('')
  await slider.fill('7')
  expect(await field(page, 'mood').inputValue()).toBe('7')
  await field(page, 'mood').fill('3')
  expect(await slider.inputValue()).toBe('3')
})

test('where the device may not say where it is, it is told; where it may, the place is filled in', async () => {
  const { page } = await open(everyType, { geolocation: { latitude: 21.03, longitude: 105.85 } })
  const button = at(page, 'place').getByRole('button', { name: 'Lấy vị trí hiện tại' })
  await button.click()
  await page.waitForSelector('[data-place="place"] [role=status]')
  expect(await at(page, 'place').getByRole('status').textContent()).toContain('Chưa lấy được vị trí')
  await page.context().grantPermissions(['geolocation'])
  await button.click()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[name="q.place"]')?.value !== '')
  expect(await field(page, 'place').inputValue()).toMatch(/^21\.03 105\.85 0 /)
  expect(await at(page, 'place').getByRole('status').count()).toBe(0)
})

test('figures that do not fit are said beside them, held up once, and can be sent', async () => {
  const { page } = await open(everyType)
  await field(page, 'name').fill('An')
  await field(page, 'age').fill('30')
  await field(page, 'total').fill('10')
  await field(page, 'part_a').fill('3')
  const check = at(page, 'part_b').locator('[data-consistency]')
  expect(await check.isVisible()).toBe(false)
  await field(page, 'part_b').fill('4')
  await field(page, 'part_b').blur()
  expect(await check.textContent()).toContain('Tổng số không bằng A cộng B')
  expect(await check.isVisible()).toBe(true)
  await field(page, 'part_b').fill('7')
  await field(page, 'part_b').blur()
  expect(await check.isVisible()).toBe(false)
  await field(page, 'part_b').fill('5')
  await press(page, send(page))
  expect(await page.getByRole('alert').getByRole('heading').textContent()).toBe('Hãy kiểm tra lại số liệu')
  await Promise.all([
    page.waitForURL(/\/responses\//),
    page.getByRole('button', { name: 'Vẫn gửi', exact: true }).click(),
  ])
})
