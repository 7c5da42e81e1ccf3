// Answers whatever a form's page asks, in a browser, as a person in a hurry does: the first choice, a small number, a short
// word; and what appears then.

import type { Page } from 'playwright-core'

/** Answers by place; where there is none, one of its kind is given. */
export type Given = Readonly<Record<string, string>>

type Asked = { readonly place: string; readonly kind: string }

/** Questions in sight that have a field and no answer. */
const openQuestions = (page: Page): Promise<Asked[]> =>
  page.evaluate(() => {
    const found: { place: string; kind: string }[] = []
    for (const one of document.querySelectorAll<HTMLElement>('.q[data-place]')) {
      const place = one.dataset['place'] ?? ''
      const fields = [...one.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(`q.${place}`)}"]`)]
      const [first] = fields
      if (!first || one.offsetParent === null || first.readOnly || first.disabled || first.type === 'hidden') continue
      const isBox = first.type === 'radio' || first.type === 'checkbox'
      if (isBox ? fields.every(({ checked }) => !checked) : first.value === '')
        found.push({ place, kind: first.className === 'number' && first.type === 'text' ? 'number' : first.type })
    }
    return found
  })

/** Tried one after the other until the page finds no fault. */
const candidates: Readonly<Record<string, readonly string[]>> = {
  number: ['3', '1', '30', '60', '12', '99', '2012'],
  date: ['2012-12-01', '1950-02-03'],
  month: ['2012-12'],
  time: ['08:30'],
  'datetime-local': ['2012-12-01T08:30'],
}

async function answer(page: Page, { place, kind }: Asked, given: Given): Promise<void> {
  const fields = page.locator(`[name="q.${place}"]`)
  const own = given[place]
  if (kind === 'radio' || kind === 'checkbox') {
    const choice = own === undefined ? fields.first() : page.locator(`[name="q.${place}"][value="${own}"]`)
    await choice.check({ force: true })
    return
  }
  if (kind === 'select-one') {
    await fields.selectOption(own ?? { index: 1 })
    return
  }
  for (const text of own === undefined ? (candidates[kind] ?? ['Ghi chú']) : [own]) {
    if (kind in candidates && kind !== 'number') await fields.fill(text)
    else {
      await fields.fill('')
      await fields.pressSequentially(text)
    }
    await fields.dispatchEvent('change')
    if ((await page.locator(`[id="e-${place}"]`).count()) === 0) return
  }
}

/** Answers all that is in sight, and what that brings, in the order of the page; answers how many questions it were. */
export async function fillInSight(page: Page, given: Given = {}): Promise<number> {
  const answered = new Set<string>()
  for (;;) {
    const open = (await openQuestions(page)).filter(({ place }) => !answered.has(place))
    if (open.length === 0) return answered.size
    for (const asked of open) {
      answered.add(asked.place)
      if (await page.locator(`[data-place="${asked.place}"]`).isVisible()) await answer(page, asked, given)
    }
  }
}
