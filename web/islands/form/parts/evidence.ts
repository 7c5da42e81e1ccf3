// Files of answers: named by their hash, sent apart from the form and in parts, so that what was received is never sent again.
// A file that can't be sent now stays in its field and goes with the form.

import { largestUpload } from '../../../../shared/evidence/parts.ts'
import { evidenceTypes } from '../../../../shared/form/types-evidence.ts'
import { element } from '../faults.ts'
import { type FormPage, fieldsOf, type Part, putValue } from '../page.ts'

const partSize = 256 * 1_024
const tries = 4

const digestOf = async (bytes: ArrayBuffer): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** Photos are drawn anew: smaller, upright, and without the place where they were taken. */
async function shrunk(file: File, maxPixels: number): Promise<Blob> {
  if (!/^image\/(jpeg|png|webp|heic)/.test(file.type)) return file
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return file
  const scale = Math.min(1, maxPixels / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
  return drawn ?? file
}

/** Once more after a while: networks in the field come and go. */
async function insist(ask: () => Promise<Response>): Promise<Response> {
  for (let at = 1; ; at++) {
    const answer = await ask().catch(() => undefined)
    if (answer && answer.status < 500 && answer.status !== 429) return answer
    if (at === tries) throw new Error('No answer')
    await new Promise((done) => setTimeout(done, 500 * 2 ** at))
  }
}

/** What the server said against a file, for people to read. */
class Refused extends Error {}
async function accepted(answer: Response): Promise<void> {
  if (answer.ok) return
  const { detail, title }: { detail?: string; title?: string } = await answer.json().catch(() => ({}))
  throw new Refused(detail ?? title ?? '')
}

/** Sends a file; answers the hash that names it. Throws where the server won't have it or can't be reached. */
async function send(base: string, blob: Blob, kind: string, progress: (share: number) => void): Promise<string> {
  const bytes = await blob.arrayBuffer()
  const hash = hexOf(await digestOf(bytes))
  const address = `${base}/${hash}`
  const query = `?size=${bytes.byteLength}&partSize=${partSize}&type=${kind}`
  const there = await insist(() => fetch(`${address}${query}`))
  const state: { complete?: boolean; parts?: readonly number[] } = there.ok ? await there.json() : {}
  const count = Math.ceil(bytes.byteLength / partSize)
  for (let part = 1; part <= count && !state.complete; part++) {
    progress((part - 1) / count)
    if (state.parts?.includes(part)) continue
    const body = bytes.slice((part - 1) * partSize, part * partSize)
    const digest = `sha-256=:${base64Of(await digestOf(body))}:`
    const headers = { 'content-type': 'application/octet-stream', 'content-digest': digest }
    await accepted(await insist(() => fetch(`${address}/parts/${part}${query}`, { method: 'PUT', body, headers })))
  }
  await accepted(await insist(() => fetch(`${address}/complete${query}`, { method: 'POST' })))
  return hash
}

const nameFor = (file: File, blob: Blob): string => {
  const name = file.name.replace(/[\p{Cc}/\\]/gu, '_').slice(-90) || 'file'
  return blob === file ? name : name.replace(/\.[^.]*$/, '.jpg')
}

/** The file that each field waits for: another one, picked meanwhile, takes its place. */
const wanted = new WeakMap<HTMLInputElement, File>()

/** The line below a field that says how its file goes. */
function statusOf(field: HTMLInputElement): Element {
  const there = field.nextElementSibling
  if (there?.matches('[role=status]')) return there
  const made = element('p', { class: 'hint', role: 'status' })
  field.after(made)
  return made
}

/** Holds a form back with which more would go than a server takes; where that is, is said there. */
function holdBack({ form, data }: FormPage, event: Event): void {
  const waiting = [...form.querySelectorAll<HTMLInputElement>('[type=file]')].filter(({ files }) => files?.length)
  const size = waiting.reduce((sum, { files }) => sum + (files?.[0]?.size ?? 0), 0)
  const [first] = waiting
  if (event.defaultPrevented || !first || size <= largestUpload) return
  event.preventDefault()
  statusOf(first).textContent = data.texts['waits'] ?? ''
  first.focus()
}

/** Takes a file for a place; what is shown says how it goes. */
export async function take(page: FormPage, place: string, file: File): Promise<void> {
  const wrapper = page.places.get(place)
  const field = wrapper?.querySelector<HTMLInputElement>('input[type=file]')
  const base = page.form.dataset['evidenceBase']
  if (!wrapper || !field || !base) return
  const { texts } = page.data
  const status = statusOf(field)
  wanted.set(field, file)
  const say = (text: string | undefined) => {
    if (wanted.get(field) === file) status.textContent = text ?? ''
  }
  try {
    const kind = field.dataset['evidence'] ?? 'file'
    const blob = kind === 'image' ? await shrunk(file, Number(field.dataset['maxPixels']) || 1_600) : file
    const hash = await send(base, blob, kind, (share) => say(`${texts['sending'] ?? ''} ${Math.round(share * 100)} %`))
    if (wanted.get(field) !== file) return
    const name = nameFor(file, blob)
    putValue(fieldsOf(wrapper, place), `${hash} ${name}`)
    page.answer(place, `${hash} ${name}`)
    show(wrapper, name)
    field.value = ''
    say(texts['sent'])
  } catch (error) {
    if (error instanceof Refused) {
      field.value = ''
      say(error.message)
      return
    }
    say(texts['notSent'])
    // It goes on where it stopped as soon as there is a network again.
    addEventListener('online', () => void (wanted.get(field) === file && take(page, place, file)), { once: true })
  }
}

function show(wrapper: HTMLElement, name: string): void {
  const shown = wrapper.querySelector<HTMLElement>('.evidence')
  const text = shown?.querySelector('[data-name]')
  if (!shown || !text) return
  text.textContent = name
  shown.hidden = name === ''
}

const padded = new WeakSet<HTMLInputElement>()

export const part: Part = {
  types: evidenceTypes,
  start: (page) => {
    page.form.addEventListener('submit', (event) => holdBack(page, event))
    page.form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
      const [file] = target.files ?? []
      if (file) void take(page, target.name.slice(5), file)
    })
  },
  update: (page, _, wrapper) => {
    const field = wrapper.querySelector<HTMLInputElement>('[data-evidence=signature]')
    if (!field || padded.has(field)) return
    padded.add(field)
    void import(page.data.files['signature'] ?? '').then(({ addPad }) => addPad(page, field, take))
  },
  press: (page, verb, place) => {
    const wrapper = verb === 'drop' ? page.places.get(place) : undefined
    if (!wrapper) return false
    putValue(fieldsOf(wrapper, place), '')
    page.answer(place, '')
    show(wrapper, '')
    wrapper.querySelector<HTMLElement>('input[type=file]')?.focus()
    return true
  },
}
