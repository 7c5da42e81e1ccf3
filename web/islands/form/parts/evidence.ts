// Files of answers: named by their hash, sent apart from the form and in parts, so that what was received is never sent again.
// A file that can't be sent now stays in its field and goes with the form.

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

/** Sends a file; answers the hash that names it. Throws where the server won't have it or can't be reached. */
async function send(base: string, blob: Blob, kind: string, progress: (share: number) => void): Promise<string> {
  const bytes = await blob.arrayBuffer()
  const hash = hexOf(await digestOf(bytes))
  const address = `${base}/${hash}`
  const query = `?size=${bytes.byteLength}&partSize=${partSize}&type=${kind}`
  const there = await insist(() => fetch(`${address}${query}`))
  const state: { complete?: boolean; parts?: readonly number[] } = there.ok ? await there.json() : {}
  if (state.complete === true) return hash
  const count = Math.ceil(bytes.byteLength / partSize)
  for (let part = 1; part <= count; part++) {
    progress((part - 1) / count)
    if (state.parts?.includes(part)) continue
    const body = bytes.slice((part - 1) * partSize, part * partSize)
    const digest = `sha-256=:${base64Of(await digestOf(body))}:`
    const answer = await insist(() =>
      fetch(`${address}/parts/${part}${query}`, {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/octet-stream', 'content-digest': digest },
      }),
    )
    if (!answer.ok) throw new Error(`Part ${part}: ${answer.status}`)
  }
  const done = await insist(() => fetch(`${address}/complete${query}`, { method: 'POST' }))
  if (!done.ok) throw new Error(`Complete: ${done.status}`)
  return hash
}

const nameFor = (file: File, blob: Blob): string => {
  const name = file.name.replace(/[\p{Cc}/\\]/gu, '_').slice(-90) || 'file'
  return blob === file ? name : name.replace(/\.[^.]*$/, '.jpg')
}

/** Takes a file for a place; what is shown says how it goes. */
export async function take(page: FormPage, place: string, file: File): Promise<void> {
  const wrapper = page.places.get(place)
  const field = wrapper?.querySelector<HTMLInputElement>('input[type=file]')
  const base = page.form.dataset['evidenceBase']
  if (!wrapper || !field || !base) return
  const { texts } = page.data
  const status = wrapper.querySelector('[role=status]') ?? element('p', { class: 'hint', role: 'status' })
  field.after(status)
  try {
    const kind = field.dataset['evidence'] ?? 'file'
    const blob = kind === 'image' ? await shrunk(file, Number(field.dataset['maxPixels']) || 1_600) : file
    const hash = await send(base, blob, kind, (share) => {
      status.textContent = `${texts['sending'] ?? ''} ${Math.round(share * 100)} %`
    })
    const name = nameFor(file, blob)
    putValue(fieldsOf(wrapper, place), `${hash} ${name}`)
    page.answer(place, `${hash} ${name}`)
    show(wrapper, name)
    field.value = ''
    status.textContent = texts['sent'] ?? ''
  } catch (error) {
    console.error(error)
    status.textContent = texts['notSent'] ?? ''
  }
}

function show(wrapper: HTMLElement, name: string): void {
  const shown = wrapper.querySelector<HTMLElement>('.evidence')
  const text = shown?.querySelector('[data-name]')
  if (!shown || !text) return
  text.textContent = name
  shown.hidden = name === ''
}

export const part: Part = {
  types: evidenceTypes,
  start: (page) => {
    page.form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
      const [file] = target.files ?? []
      if (file) void take(page, target.name.slice(5), file)
    })
    for (const field of page.form.querySelectorAll<HTMLInputElement>('[data-evidence=signature]'))
      void import(page.data.files['signature'] ?? '').then(({ addPad }) => addPad(page, field, take))
  },
  press: (page, verb, place) => {
    const wrapper = verb === 'drop' ? page.places.get(place) : undefined
    if (!wrapper) return false
    putValue(fieldsOf(wrapper, place), '')
    page.answer(place, '')
    show(wrapper, '')
    return true
  },
}
