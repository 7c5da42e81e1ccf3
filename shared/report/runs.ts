// What a report says, piece by piece.

import type { Run } from './document.ts'

export const plainText = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
