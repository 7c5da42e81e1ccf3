// Repeats with the form script: rounds within rounds, rounds that a count asks for, and what looks at them.

import { expect, test } from 'vitest'
import { formVersion } from '../support/forms.ts'
import { at, choicesAt, choose, field, formBrowser, sent } from './form-in-browser.ts'

const open = formBrowser()

const choices = `
list_name | name | label
yn | yes | Có
yn | no | Không`

const households = formVersion('households', {
  survey: `
type | name | label | relevant | calculation | repeat_count | default | required
begin repeat | house | Hộ | | | | |
text | head | Chủ hộ | | | | |
note | titled | Hộ thứ \${place_of}: \${head} | | | | |
calculate | place_of | | | position(..) | | |
begin repeat | child | Con | | | | |
text | child_name | Tên con của \${head} | | | | |
integer | child_age | Tuổi con | | | | 1 |
select_one yn | school | Có đi học không? | \${child_age} > 5 | | | |
end repeat | | | | | | |
note | children | Số con: \${many} | | | | |
calculate | many | | | count(\${child}) | | |
end repeat | | | | | | |
select_one \${head} | eldest | Ai cao tuổi nhất? | | | | |
calculate | ages | | | sum(\${child_age}) | | |
note | all | Tổng số tuổi: \${ages} | | | | |
integer | visits | Mấy lần thăm? | | | | |
begin repeat | visit | Lần thăm | | | \${visits} | |
text | result | Kết quả | | | | |
text | more | Vì sao? | \${result} = 'xấu' | | | |
end repeat | | | | | | |`,
  choices,
})

const add = (what: string) => ({ name: new RegExp(`^Thêm: ${what}`) })

test('rounds within rounds come and go by themselves, each with its own answers', async () => {
  const { page } = await open(households)
  await field(page, 'house[1]/head').fill('Ánh')
  expect(await at(page, 'house[1]/titled').textContent()).toContain('Hộ thứ 1: Ánh')
  expect(await at(page, 'house[1]/child[1]/child_name').locator('label').textContent()).toContain('Tên con của Ánh')
  await page.getByRole('button', add('Hộ')).click()
  await field(page, 'house[2]/head').fill('Bình')
  expect(await at(page, 'house[2]/titled').textContent()).toContain('Hộ thứ 2: Bình')
  // A new round has its defaults, and rounds of its own.
  expect(await field(page, 'house[2]/child[1]/child_age').inputValue()).toBe('1')
  await at(page, 'house[2]').getByRole('button', add('Con')).click()
  await at(page, 'house[2]').getByRole('button', add('Con')).click()
  expect(await at(page, 'house[2]/child[3]').isVisible()).toBe(true)
  expect(await at(page, 'house[2]/children').textContent()).toContain('Số con: 3')
  expect(await at(page, 'house[1]/children').textContent()).toContain('Số con: 1')
  await field(page, 'house[2]/child[3]/child_age').fill('7')
  expect(await at(page, 'house[2]/child[3]/school').isVisible()).toBe(true)
  expect(await at(page, 'house[2]/child[2]/school').isVisible()).toBe(false)
  await choose(page, 'house[2]/child[3]/school', 'yes')
  expect(await at(page, 'all').textContent()).toContain('Tổng số tuổi: 10')
  await at(page, 'house[2]/child[1]')
    .getByRole('button', { name: /^Bỏ mục này/ })
    .click()
  expect(await at(page, 'all').textContent()).toContain('Tổng số tuổi: 9')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Thêm: Con')
  // Choices are the heads of the houses that there are.
  expect(await choicesAt(page, 'eldest')).toEqual(['Ánh', 'Bình', 'Không trả lời'])
  await choose(page, 'eldest', 'Ánh')
  await at(page, 'house[1]')
    .getByRole('button', { name: /^Bỏ mục này/ })
    .last()
    .click()
  expect(await choicesAt(page, 'eldest')).toEqual(['Bình', 'Không trả lời'])
  expect(await at(page, 'eldest').locator(':checked').count()).toBe(0)
  expect(await at(page, 'house[2]/titled').textContent()).toContain('Hộ thứ 1: Bình')
  const receipt = await sent(page)
  expect(receipt).toContain('Bình')
  expect(receipt).not.toContain('Ánh')
})

test('a count brings its rounds, takes them out of sight, and brings them back with their answers', async () => {
  const { page } = await open(households)
  expect(await at(page, 'visit[1]').count()).toBe(0)
  await field(page, 'visits').fill('2')
  await field(page, 'visits').blur()
  await field(page, 'visit[1]/result').fill('tốt')
  await field(page, 'visit[2]/result').fill('xấu')
  expect(await at(page, 'visit[1]/more').isVisible()).toBe(false)
  expect(await at(page, 'visit[2]/more').isVisible()).toBe(true)
  await field(page, 'visits').fill('1')
  expect(await at(page, 'visit[2]').isVisible()).toBe(false)
  await field(page, 'visits').fill('3')
  await field(page, 'visits').blur()
  expect(await field(page, 'visit[2]/result').inputValue()).toBe('xấu')
  expect(await at(page, 'visit[3]').isVisible()).toBe(true)
  expect(await at(page, 'visit[3]').getByRole('button').count()).toBe(0)
  await field(page, 'visits').fill('1')
  const receipt = await sent(page)
  expect(receipt).toContain('tốt')
  expect(receipt).not.toContain('xấu')
})

const visits = formVersion('visits', {
  survey: `
type | name | label | default | calculation
begin repeat | visit | Lần thăm | |
text | result | Kết quả | |
hidden | kind | | thường |
calculate | drawn | | | once(random())
note | said | Loại: \${kind} | |
end repeat | | | |
calculate | rounds | Đã đếm | | count(\${visit})
calculate | kinds | Các loại | | join(' ', \${kind})
note | all | Có \${rounds} lần: \${kinds} | |
text | last | Ghi chú | |`,
})

test('what nobody types comes with its round and goes with it', async () => {
  const { page } = await open(visits)
  await page.getByRole('button', add('Lần thăm')).click()
  await page.getByRole('button', add('Lần thăm')).click()
  await field(page, 'visit[1]/result').fill('một')
  await field(page, 'visit[2]/result').fill('hai')
  await field(page, 'visit[3]/result').fill('ba')
  expect(await at(page, 'all').textContent()).toContain('Có 3 lần: thường thường thường')
  await at(page, 'visit[1]')
    .getByRole('button', { name: /^Bỏ mục này/ })
    .click()
  await at(page, 'visit[2]')
    .getByRole('button', { name: /^Bỏ mục này/ })
    .click()
  expect(await at(page, 'all').textContent()).toContain('Có 1 lần: thường')
  expect(await sent(page)).toContain('Đã đếm1Các loạithườngGhi chú')
})
