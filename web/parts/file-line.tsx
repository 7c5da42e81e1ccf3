// One file to choose, or several, with a label and a hint.

type Props = {
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

export const FileLine = ({ id, label, aside, hint, accept, isMany = false }: Props) => (
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
      multiple={isMany}
    />
  </div>
)
