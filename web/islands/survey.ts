// A member's unsent answers, kept on this device under the address of the survey, and gone when they are sent. An open link is
// the same for everybody who uses a device, so its answers are kept for this tab alone.

const prefix = 'phieu-survey '

function clear(): void {
  for (const store of [localStorage, sessionStorage])
    for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key)
}

type Kept = readonly (readonly [name: string, value: string])[]

function keep(form: HTMLFormElement, store: Storage, key: string): void {
  const kept = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
  store.setItem(key, JSON.stringify(kept))
}

/** Sends what was kept to the page itself, which comes back filled in: it alone knows how a form is put together. */
function resume(form: HTMLFormElement, kept: Kept): void {
  const copy = document.createElement('form')
  copy.method = 'post'
  // The form's buttons are called "action", which hides the property of that name.
  copy.action = form.getAttribute('action') ?? ''
  for (const [name, value] of [...kept, ['action', 'refresh'] as const]) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = value
    copy.append(field)
  }
  document.body.append(copy)
  copy.submit()
}

function offer(place: HTMLElement, form: HTMLFormElement, store: Storage, key: string, kept: Kept): void {
  const { found = '', resume: goOn = '', discard = '' } = place.dataset
  const told = document.createElement('p')
  told.textContent = found
  const buttons = document.createElement('p')
  buttons.className = 'send'
  const button = (text: string, press: () => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = text
    made.addEventListener('click', press)
    buttons.append(made)
  }
  button(goOn, () => resume(form, kept))
  button(discard, () => {
    store.removeItem(key)
    place.hidden = true
  })
  place.append(told, buttons)
  place.hidden = false
}

function start(): void {
  if (document.querySelector('[data-sent]')) {
    clear()
    return
  }
  const form = document.querySelector<HTMLFormElement>('#answers')
  const place = document.querySelector<HTMLElement>('#draft')
  if (!form || !place) return
  const store = place.dataset['keeps'] === 'yes' ? localStorage : sessionStorage
  const key = prefix + location.pathname
  const before = store.getItem(key)
  const hasComeBack = document.referrer === location.href
  if (before !== null && !hasComeBack) offer(place, form, store, key, JSON.parse(before))
  form.addEventListener('input', () => keep(form, store, key))
}

// A browser that lets no page keep anything still sends.
try {
  start()
} catch (error) {
  console.warn(error)
}
