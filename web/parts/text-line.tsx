// One line to type in, with its label, a hint, and what is wrong with it.

type Props = {
  /** Also the field's name: a link "#id" leads to it. */
  readonly id: string
  readonly label: string
  /** After the label, in small: "(optional)". */
  readonly aside?: string | undefined
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly value: string
  readonly type?: 'text' | 'email' | 'tel' | 'search'
  readonly autocomplete?: string
  readonly maxlength?: number
  readonly required?: boolean
  /** Names in a list of suggestions. */
  readonly list?: string
}

export function TextLine({ id, label, aside, hint, fault, value, ...input }: Props) {
  const described = [...(hint ? [`${id}-hint`] : []), ...(fault ? [`${id}-fault`] : [])].join(' ')
  return (
    <div class={fault ? 'q bad' : 'q'}>
      <label for={id}>
        {label} {aside && <small>{aside}</small>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <input
        id={id}
        name={id}
        type={input.type ?? 'text'}
        value={value}
        maxlength={input.maxlength ?? 300}
        autocomplete={input.autocomplete ?? 'off'}
        required={input.required}
        list={input.list}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={fault ? 'true' : undefined}
      />
    </div>
  )
}
