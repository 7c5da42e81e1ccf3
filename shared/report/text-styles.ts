// The plain styles that presets are written with.

export const upright = { weight: 'regular', slant: 'upright', letters: 'as-written', underline: false } as const
export const bold = { ...upright, weight: 'bold' } as const
export const italic = { ...upright, slant: 'italic' } as const
