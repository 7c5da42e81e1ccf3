// Forms in pages: answers bring pages and take them away, and the button at the foot of this one says which it is.

import { pagesOf } from '../../../../shared/form/pages.ts'
import type { FormPage, Part } from '../page.ts'

function follow({ form, draft, data: { texts } }: FormPage): void {
  const here = form.elements.namedItem('at')
  const button = form.querySelector<HTMLButtonElement>('.send .main')
  const progress = form.querySelector('progress')
  if (!(here instanceof HTMLInputElement) || !button || !progress) return
  const pages = pagesOf(draft)
  const number = pages.indexOf(Number(here.value)) + 1
  const isLast = number === pages.length
  const verb = isLast ? 'send' : 'next'
  if (button.value === verb && progress.max === pages.length) return
  button.value = verb
  button.textContent = texts[verb] ?? ''
  progress.max = pages.length
  const [words] = progress.parentElement?.childNodes ?? []
  if (words) words.textContent = (words.textContent ?? '').replace(/\d+(?=\D*$)/, String(pages.length))
}

export const part: Part = {
  start: (page) => {
    page.form.addEventListener('change', () => follow(page))
    follow(page)
  },
}
