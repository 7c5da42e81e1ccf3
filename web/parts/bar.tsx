// A bar that repeats a figure standing beside it, so assistive technology passes over it.

export const Bar = ({ value, of }: { value: number; of: number }) => (
  <progress value={value} max={Math.max(of, 1)} aria-hidden="true" />
)
