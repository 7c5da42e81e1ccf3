// Forms with files, and forms whose work takes a while. Files that are too large are said to be so before they are sent; what
// is sent says what is being done, and isn't sent twice. Without script the server says the first, and the browser shows that
// it waits.

const megabytes = (bytes: number): string =>
  (Math.ceil(bytes / 1_024 / 102.4) / 10).toLocaleString(document.documentElement.lang)

/** The fields of a form that say how much all of its files together may have (data-limit, in bytes). */
const limitedIn = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>('input[data-limit]')]

/** Says below the first field with files that they are too large; takes it back once they are not. */
function isTooLarge(form: HTMLFormElement): boolean {
  const fields = limitedIn(form)
  const files = fields.flatMap((field) => [...(field.files ?? [])])
  const size = files.reduce((sum, file) => sum + file.size, 0)
  for (const old of form.querySelectorAll('[data-too-large]')) old.remove()
  for (const field of fields) field.removeAttribute('aria-invalid')
  const field = fields.find((one) => one.files?.length)
  if (!field || size <= Number(field.dataset['limit'])) return false
  field.setAttribute('aria-invalid', 'true')
  const fault = document.createElement('p')
  fault.className = 'fault'
  fault.setAttribute('role', 'alert')
  fault.dataset['tooLarge'] = ''
  fault.textContent = (field.dataset['tooLargeText'] ?? '').replace('{size}', megabytes(size))
  field.after(fault)
  return true
}

const working = new WeakSet<HTMLFormElement>()

/** Shows that something is being done, below what was pressed. */
function showWork(form: HTMLFormElement, text: string): void {
  const status = document.createElement('p')
  status.className = 'working'
  status.setAttribute('role', 'status')
  status.append(document.createElement('progress'), ` ${text}`)
  form.append(status)
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-working]')) {
  form.addEventListener('change', () => isTooLarge(form))
  form.addEventListener('submit', (event) => {
    if (isTooLarge(form)) {
      event.preventDefault()
      limitedIn(form)
        .find((one) => one.files?.length)
        ?.focus()
    } else if (working.has(form)) event.preventDefault()
    else {
      working.add(form)
      showWork(form, form.dataset['working'] ?? '')
    }
  })
}

// Whoever comes back to a page that the browser kept finds it as it was before.
addEventListener('pageshow', () => {
  for (const status of document.querySelectorAll('.working')) {
    const form = status.closest('form')
    if (form) working.delete(form)
    status.remove()
  }
})
