// What no guideline says, the same in every preset: how tables and charts are drawn, and the fields of records and blank forms.

import type { Preset } from './preset.ts'

export const drawnMeasures: Pick<Preset, 'table' | 'chart' | 'paper'> = {
  table: { paddingX: 3.5, paddingY: 3, border: 0.5, dense: { fromColumns: 8, size: 10 } },
  chart: { rowHeight: 18, barHeight: 9, labelShare: 0.36, labelLeading: 9.8, gap: 6, axisHeight: 18, tickLength: 3 },
  paper: {
    facts: { labelShare: 0.24, penHeight: 24 },
    photos: { gap: 12, heightMm: 72 },
    signature: { widthMm: 60, heightMm: 28 },
    question: {
      spacing: 9,
      numberWidth: 26,
      lineHeight: 24,
      digit: { width: 18, height: 20, border: 0.6 },
      ring: 5.2,
      square: 9.6,
      order: 14,
      signGap: 5,
      columnGap: 14,
      pictureMm: 50,
    },
    gridRowHeight: 26,
    footer: { baselineMm: 285, leading: 10 },
  },
}
