// Suggests units as one types their code or name: a combobox over every input that says where to ask (data-units). Typing
// goes on as before where the server can't be reached.

type Suggested = { readonly code: string; readonly name: string; readonly where: string }

/** People type three letters in this time; asking for each would be three times the work. */
const pauseMs = 160

const isSuggested = (value: unknown): value is Suggested =>
  typeof value === 'object' && value !== null && 'code' in value && 'name' in value && 'where' in value

async function ask(address: string, text: string, signal: AbortSignal): Promise<readonly Suggested[]> {
  const answer = await fetch(`${address}&q=${encodeURIComponent(text)}`, {
    signal,
    headers: { accept: 'application/json' },
  })
  const body: unknown = answer.ok ? await answer.json() : undefined
  const units = typeof body === 'object' && body !== null && 'units' in body ? body.units : []
  return Array.isArray(units) ? units.filter(isSuggested) : []
}

function elementOf(tag: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.textContent = text
  return element
}

/** The list below one input, and which of its units the arrow keys are on. */
class Suggestions {
  private readonly input: HTMLInputElement
  private readonly list: HTMLElement
  private readonly spoken: HTMLElement
  private selected = -1
  private timer: ReturnType<typeof setTimeout> | undefined
  private asking: AbortController | undefined

  constructor(input: HTMLInputElement) {
    this.input = input
    const id = `${input.id}-list`
    const label = input.dataset['label'] ?? ''
    this.list = elementOf('ul', { class: 'suggestions', role: 'listbox', id, 'aria-label': label })
    this.spoken = elementOf('p', { class: 'spoken', role: 'status' })
    input.after(this.list, this.spoken)
    const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-expanded': 'false' }
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value)
    input.addEventListener('input', () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.look(), pauseMs)
    })
    input.addEventListener('keydown', (event) => {
      if (this.takesKey(event.key)) event.preventDefault()
    })
    input.addEventListener('blur', () => this.close())
    // Before the input loses the focus, which closes the list.
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      if (event.target instanceof Element) this.take(event.target.closest<HTMLElement>('[role=option]') ?? undefined)
    })
  }

  private get options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  private takesKey(key: string): boolean {
    const { options, selected } = this
    const count = options.length
    if (key === 'ArrowDown' && count === 0) void this.look()
    else if (key === 'ArrowDown') this.select((selected + 1) % count)
    else if (key === 'ArrowUp' && count > 0) this.select(selected <= 0 ? count - 1 : selected - 1)
    else if (key === 'Enter' && selected >= 0) this.take(options[selected])
    else if (key === 'Escape' && count > 0) this.close()
    else return false
    return true
  }

  private select(index: number): void {
    this.selected = index
    for (const [at, option] of this.options.entries()) option.setAttribute('aria-selected', String(at === index))
    const option = this.options[index]
    if (option) {
      this.input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else this.input.removeAttribute('aria-activedescendant')
  }

  private show(units: readonly Suggested[]): void {
    const options = units.map(({ code, name, where }, index) => {
      const option = elementOf('li', { role: 'option', id: `${this.list.id}-${index}` })
      option.dataset['value'] = `${code} – ${name}`
      option.append(elementOf('code', {}, code), elementOf('span', {}, name), elementOf('small', {}, where))
      return option
    })
    this.list.replaceChildren(...options)
    this.input.setAttribute('aria-expanded', String(units.length > 0))
    this.select(-1)
  }

  private close(): void {
    clearTimeout(this.timer)
    this.asking?.abort()
    this.show([])
  }

  private take(option: HTMLElement | undefined): void {
    if (!option) return
    this.input.value = option.dataset['value'] ?? this.input.value
    this.close()
    this.spoken.textContent = ''
    this.input.dispatchEvent(new Event('change', { bubbles: true }))
    if (this.input.type === 'search') this.input.form?.requestSubmit()
  }

  private async look(): Promise<void> {
    this.asking?.abort()
    this.asking = new AbortController()
    const text = this.input.value.trim()
    if (text === '') return this.show([])
    try {
      const units = await ask(this.input.dataset['units'] ?? '', text, this.asking.signal)
      this.show(units)
      this.spoken.textContent = spokenCount(this.input, units.length)
    } catch {
      // Overtaken by the next letter, or off line: what is typed is enough.
    }
  }
}

/** The page gives the words for none, for one and for 2, whose figure is put right here. */
function spokenCount(input: HTMLInputElement, count: number): string {
  const words: unknown = JSON.parse(input.dataset['found'] ?? '[]')
  const text: unknown = Array.isArray(words) ? words[Math.min(count, 2)] : ''
  return typeof text === 'string' ? text.replace('2', String(count)) : ''
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-units]')) new Suggestions(input)
