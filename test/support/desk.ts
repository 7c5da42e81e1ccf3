// The pages about forms themselves, as tests use them: workbooks from rows, uploads as a browser sends them, pages as text.

import { writeWorkbook } from '../../functions/workbook/write-workbook.ts'
import { path } from '../../shared/paths.ts'
import type { TestApi } from './api.ts'
import { designer } from './scenario.ts'

export type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>
export const bytesOf = (sheets: Sheets): Uint8Array =>
  writeWorkbook(Object.entries(sheets).map(([name, rows]) => ({ name, rows })))

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** What a page says, as one line. */
export const pageText = async (answer: Response): Promise<string> =>
  (await answer.text())
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')

/** A hidden field of a page. */
export const hiddenField = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

type Fields = Readonly<Record<string, string>>
type Chosen = readonly [field: string, name: string, bytes: Uint8Array]

/** A designer at work. */
export function deskOf(api: TestApi) {
  const post = (address: string, body: FormData) => api.request(address, { method: 'POST', body, as: designer })
  /** Sends files as a browser's form does. */
  const upload = (address: string, files: readonly Chosen[], fields: Fields = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    for (const [field, name, bytes] of files) body.append(field, new File([Buffer.from(bytes)], name))
    return post(address, body)
  }
  const send = (address: string, fields: Fields) => upload(address, [], fields)
  const preview = (sheets: Sheets | Uint8Array, name = 'visit.xlsx') => {
    const bytes = sheets instanceof Uint8Array ? sheets : bytesOf(sheets)
    return upload(path.formPreview(), [['workbook', name, bytes]])
  }
  const publish = async (sheets: Sheets, fileName = 'visit.xlsx') => {
    const book = hiddenField(await (await preview(sheets, fileName)).text(), 'book')
    return send(path.forms(), { book, fileName, action: 'publish' })
  }
  return { upload, send, preview, publish, see: (address: string) => api.request(address, { as: designer }) }
}
