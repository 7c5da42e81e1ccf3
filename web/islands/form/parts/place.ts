// Places: their types, and the button that asks the device where it is.

import { placeTypes } from '../../../../shared/form/types-place.ts'
import { element } from '../faults.ts'
import { type FormPage, fieldsOf, type Part, putValue } from '../page.ts'

function locate(page: FormPage, button: HTMLButtonElement): void {
  const place = button.dataset['locate'] ?? ''
  const say = (text: string | undefined) => {
    button.nextElementSibling?.remove()
    if (text !== undefined) button.after(element('p', { class: 'hint', role: 'status' }, text))
  }
  navigator.geolocation.getCurrentPosition(
    ({ coords: { latitude, longitude, altitude, accuracy } }) => {
      const value = [latitude, longitude, altitude ?? 0, accuracy]
        .map((one) => String(Math.round(one * 1e7) / 1e7))
        .join(' ')
      putValue(fieldsOf(page.form, place), value)
      page.answer(place, value)
      say(undefined)
    },
    () => say(page.data.texts['noPlace']),
    { enableHighAccuracy: true, timeout: 20_000 },
  )
}

export const part: Part = {
  types: placeTypes,
  start: (page) => {
    page.form.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLButtonElement && 'locate' in target.dataset) locate(page, target)
    })
  },
  update: (_, _node, wrapper) => {
    const button = wrapper.querySelector<HTMLElement>('[data-locate]')
    if (button) button.hidden = !('geolocation' in navigator)
  },
}
