// One file to choose, or several, with a label and a hint.

import { sendingMessages } from '../../shared/messages/sending.ts'
import type { PageContext } from '../pages/context.ts'

type Props = {
  readonly context: PageContext
  /** What all files of the form may have together. */
  readonly limitBytes: number
  /** Also the field's name. */
  readonly id: string
  readonly label: string
  /** After the label, in small: "(optional)". */
  readonly aside?: string
  readonly hint: string
  /** As the browser takes it: ".xlsx,text/csv". */
  readonly accept: string
  /** Any number of files, also none; else it is one. */
  readonly isMany?: boolean
}

export const FileLine = ({ context, limitBytes, id, label, aside, hint, accept, isMany = false }: Props) => (
  <div class="q">
    <label for={id}>
      {label} {aside && <small>{aside}</small>}
    </label>
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
    <input
      type="file"
      id={id}
      name={id}
      accept={accept}
      aria-describedby={`${id}-hint`}
      required={!isMany}
      {...limitOf(context, limitBytes)}
      multiple={isMany}
    />
  </div>
)

/** What sending.js reads at a field for files. `bytes`: what all files of its form may have together. */
export const limitOf = ({ language }: PageContext, bytes: number) => ({
  'data-limit': bytes,
  'data-too-large-text': sendingMessages[language].tooLarge(Math.floor(bytes / 2 ** 20)),
})
