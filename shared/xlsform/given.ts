// Optional fields of what an import makes.

/** The pair when there is something to say: optional fields are left out, never undefined. */
export function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  // A computed key is only a string to the compiler, which knows no better what stands under it.
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value }
}
