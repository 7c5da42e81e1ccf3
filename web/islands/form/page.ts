// The form's page as the script sees it: where each place is, and what its fields hold.

import type { Draft } from '../../../shared/form/draft.ts'
import type { DraftNode } from '../../../shared/form/draft-node.ts'
import type { DraftSettings } from '../../../shared/form/draft-settings.ts'
import type { Program } from '../../../shared/form/program.ts'

/** What the server puts beside the page (web/form/form-script.tsx). */
export type PageData = {
  readonly program: Program
  /** Milliseconds since 1970: the draft's clock. */
  readonly now: number
  readonly timeZone: string
  /** Milliseconds that its clocks are ahead of UTC now: near enough where nothing in the form is about days. */
  readonly offset: number
  readonly locale: string
  readonly id: string
  /** Answers that nobody is asked, by type, of those that the form has. */
  readonly about?: Readonly<Record<string, string>>
  /** Answers of the last form that was sent, by name, of those that the form looks at. */
  readonly lastSaved?: DraftSettings['lastSaved']
  /** Addresses of the parts that this form needs. */
  readonly parts: readonly string[]
  /** Addresses of what is loaded when it is used. */
  readonly files: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
}

export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

export type FormPage = {
  readonly data: PageData
  readonly form: HTMLFormElement
  readonly draft: Draft
  readonly settings: DraftSettings
  /** Wrappers by place. */
  readonly places: Map<string, HTMLElement>
  /** Nodes by place. */
  readonly nodes: Map<string, DraftNode>
  /** Shows what a change touched. */
  readonly show: (touched: Iterable<number>) => void
  /** Puts an answer into the draft and shows what follows. */
  readonly answer: (place: string, value: string) => void
  /** Learns an element that came into the page and the places in it, and the nodes. */
  readonly learn: (within: HTMLElement) => void
}

/** A part of the script that a form loads only where it needs it. */
export type Part = {
  readonly functions?: DraftSettings['functions']
  readonly types?: DraftSettings['types']
  /** What it hands to the draft. */
  readonly settings?: (data: PageData) => Partial<DraftSettings>
  /** Begins its work on the page. */
  readonly start?: (page: FormPage) => void
  /** Shows a node that was touched. */
  readonly update?: (page: FormPage, node: DraftNode, element: HTMLElement) => void
  /** Does what a button of the form says; whether it did. */
  readonly press?: (page: FormPage, verb: string, rest: string, button: HTMLButtonElement) => boolean
}

export const fieldsOf = (form: ParentNode, place: string): Field[] => [
  ...form.querySelectorAll<Field>(`[name="${CSS.escape(`q.${place}`)}"]`),
]

const isBox = (field: Field): field is HTMLInputElement => field.type === 'radio' || field.type === 'checkbox'

/** What stands in the fields of a place; the choices of a set parted by blanks. */
export const valueIn = (fields: readonly Field[]): string =>
  fields
    .filter((field) => (!isBox(field) || field.checked) && !field.disabled)
    .map((field) => field.value)
    .filter((value) => value !== '')
    .join(' ')

/** What fields of these types take of the text that XForms writes. */
const lengths: Readonly<Record<string, number>> = { date: 10, month: 7, time: 5, 'datetime-local': 16 }

/** "No answer" is chosen by people alone: where there is none, nothing is. */
export function putValue(fields: readonly Field[], value: string): void {
  const chosen = value.split(' ')
  for (const field of fields) {
    if (isBox(field))
      field.checked =
        value !== '' && (field.value === value || (field.type === 'checkbox' && chosen.includes(field.value)))
    else if (field !== document.activeElement) field.value = value.slice(0, lengths[field.type])
  }
}
