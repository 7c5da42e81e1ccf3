// Everything that is wrong with a form of the office, at its top: each leads to its field.

export type FieldFaults = ReadonlyMap<string, string>

/** `faults`: what is wrong, by the id of the field. */
export const FaultList = ({ faults }: { readonly faults: FieldFaults }) => (
  <ul>
    {[...faults].map(([field, text]) => (
      <li key={field}>
        <a href={`#${field}`}>{text}</a>
      </li>
    ))}
  </ul>
)
