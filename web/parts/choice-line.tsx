// One choice of a few, with its label.

type Props = {
  readonly id: string
  /** Where it isn't the id. */
  readonly name?: string
  readonly label: string
  /** What stands first, for nothing chosen. */
  readonly empty?: string
  readonly chosen: string | undefined
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly hint?: string | undefined
}

export const ChoiceLine = ({ id, name = id, label, empty, chosen, options, hint }: Props) => (
  <div class="q">
    <label for={id}>{label}</label>
    <select id={id} name={name} aria-describedby={hint && `h-${id}`}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(([value, text]) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
    {hint && (
      <p class="hint" id={`h-${id}`}>
        {hint}
      </p>
    )}
  </div>
)
