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

/** With the appearance "quick" a tap on a choice leads on; keys don't, since they choose while they look around. */
function leadOn({ form }: FormPage): void {
  let pointed: Element | null = null
  const quick = ({ target }: Event) => (target instanceof Element ? target.closest('[data-quick]') : null)
  form.addEventListener('pointerdown', (event) => {
    pointed = quick(event)
  })
  form.addEventListener('keydown', () => {
    pointed = null
  })
  form.addEventListener('change', (event) => {
    const button = form.querySelector<HTMLButtonElement>('.send .main[value=next]')
    const isChosen = event.target instanceof HTMLInputElement && event.target.type === 'radio'
    if (isChosen && button && pointed && quick(event) === pointed) form.requestSubmit(button)
  })
}

export const part: Part = {
  start: (page) => {
    page.form.addEventListener('change', () => follow(page))
    leadOn(page)
    follow(page)
  },
}
