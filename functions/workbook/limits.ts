// How much of a workbook is read before it is refused. The largest form at hand (WHO verbal autopsy) holds 890 rows and
// 4,200 cells and needs 0.4 MB unpacked; heavy styles bring a far smaller one to 2 MB. saxes reads 10 to 18 MB a second
// on one small core, so that `unpackedBytes` is what keeps the worst file under 2 s; `cells` and `characters` keep it,
// and whoever goes on with it, within 256 MB.

export type WorkbookLimits = {
  /** The file as sent. */
  readonly bytes: number
  /** Files inside the zip, read or not. */
  readonly parts: number
  /** All parts that are read, together. Pictures and themes are never unpacked. */
  readonly unpackedBytes: number
  /** A part of more than 1 MiB may unpack to this many times its packed size. Sheets of forms reach 30. */
  readonly ratio: number
  readonly sheets: number
  /** Cells that hold something. */
  readonly cells: number
  /** UTF-16 units in all cells: 1,000 cells may share one long text, and each counts. */
  readonly characters: number
}

export const workbookLimits: WorkbookLimits = {
  bytes: 8 * 2 ** 20,
  parts: 2_000,
  unpackedBytes: 8 * 2 ** 20,
  ratio: 100,
  sheets: 100,
  cells: 250_000,
  characters: 16 * 2 ** 20,
}

/** Excel's own bounds; a file beyond them wasn't made by a spreadsheet. */
export const excelLimits = { rows: 1_048_576, columns: 16_384, textLength: 32_767 } as const
