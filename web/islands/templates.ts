// The editor of templates without the page going away: each step is sent as its form would send it and its answer put in place, the
// focus where the answer wants it; what is typed shows in the preview a moment later. Without this one presses "save".

/** People type three letters in this time; a report for each would be three times the work. */
const pauseMs = 500

const work = () => document.getElementById('work')
const steps = () => document.getElementById('steps')
const news = document.getElementById('news')

const say = (text: string): void => {
  if (news) news.textContent = text
}
const failed = (): void => say(news?.dataset['failed'] ?? '')

let typing: ReturnType<typeof setTimeout> | undefined
let asking: AbortController | undefined
/** While a step is under way the last press after it waits: it is pressed again on what the step leaves. */
let isBusy = false
let waiting: (() => void) | undefined

/** Puts what an answer shows in place of what stands there; a page that shows something else is gone to. */
async function put(answer: Response): Promise<void> {
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [old, now] = [work(), fresh.getElementById('work')]
  if (!old || !now) {
    location.assign(answer.url)
    return
  }
  const scrolled = document.getElementById('preview')?.scrollTop ?? 0
  const isChoosing = document.querySelector<HTMLDetailsElement>('#look-with')?.open ?? false
  old.replaceWith(now)
  const preview = document.getElementById('preview')
  if (preview) preview.scrollTop = scrolled
  if (isChoosing) document.getElementById('look-with')?.setAttribute('open', '')
  document.title = fresh.title
  history.replaceState(null, '', answer.url)
  const wanted = now.querySelector<HTMLElement>(
    '[role=alert], .open-part:not(.adding) :is(input, select, textarea), [autofocus]',
  )
  wanted?.focus({ preventScroll: true })
  wanted?.scrollIntoView({ block: 'nearest' })
}

async function go(address: string, init: RequestInit, pressed: string): Promise<void> {
  if (isBusy) {
    waiting = () => (init.method ? document.getElementById(pressed)?.click() : void go(address, init, pressed))
    return
  }
  isBusy = true
  clearTimeout(typing)
  asking?.abort()
  try {
    await put(await fetch(address, { ...init, headers: { accept: 'text/html' } }))
    // Undone and moved things keep the focus on what was pressed, as far as it is there.
    if (document.activeElement === document.body) document.getElementById(pressed)?.focus({ preventScroll: true })
  } catch {
    failed()
  }
  isBusy = false
  const next = waiting
  waiting = undefined
  next?.()
}

/** What the form would send, with the button that was pressed. */
const sentBy = (form: HTMLFormElement, button?: HTMLElement | null): URLSearchParams => {
  const sent = new URLSearchParams()
  for (const [name, value] of new FormData(form, button)) if (typeof value === 'string') sent.append(name, value)
  return sent
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement)) return
  if (form.id === 'look') {
    event.preventDefault()
    void go(`${form.action.split('?')[0]}?${sentBy(form)}`, {}, 'look')
  }
  // A change of language is the whole page's.
  if (form.id !== 'steps' || event.submitter?.getAttribute('name') === 'language') return
  event.preventDefault()
  void go(form.action, { method: 'POST', body: sentBy(form, event.submitter) }, event.submitter?.id ?? '')
})

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-open]') : null
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void go(link.href, {}, link.id)
})

async function preview(): Promise<void> {
  const [form, address] = [steps(), work()?.dataset['preview']]
  const look = document.getElementById('look')
  if (!(form instanceof HTMLFormElement) || !(look instanceof HTMLFormElement) || !address) return
  asking?.abort()
  asking = new AbortController()
  const { signal } = asking
  const body = sentBy(form)
  for (const [name, value] of sentBy(look)) body.set(name, value)
  try {
    const answer = await fetch(address, { method: 'POST', body, signal, headers: { accept: 'text/html' } })
    if (!answer.ok) return failed()
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('preview-body')
    if (!fresh || signal.aborted) return
    document.getElementById('preview-body')?.replaceWith(fresh)
    say(fresh.dataset['news'] ?? '')
  } catch {
    // Overtaken by the next letter is no failure.
    if (!signal.aborted) failed()
  }
}

document.addEventListener('input', (event) => {
  const field = event.target
  if (
    !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
  )
    return
  if (field.form?.id === 'look') field.form.requestSubmit()
  if (field.form?.id !== 'steps') return
  clearTimeout(typing)
  typing = setTimeout(() => void preview(), pauseMs)
})
