// Why a file that lies beside a workbook, or the workbook itself, can't be read at all.

/** As the reader of workbooks says it (functions/workbook/problems.ts), which shared/ knows nothing of. */
export type FileProblem =
  | { readonly code: 'workbook.too-large' | 'csv.too-large'; readonly limitBytes: number }
  | {
      readonly code:
        | 'workbook.absent'
        | 'workbook.not-a-zip'
        | 'workbook.old-format'
        | 'workbook.encrypted'
        | 'csv.encoding'
    }
  | { readonly code: 'workbook.other-format'; readonly format: string }
  | { readonly code: 'workbook.damaged' | 'workbook.forbidden-xml'; readonly part: string }
  | {
      readonly code: 'workbook.too-many-parts' | 'workbook.too-many-sheets' | 'csv.too-many-rows' | 'csv.too-many-cells'
      readonly limit: number
    }
  | { readonly code: 'workbook.unpacks-too-large'; readonly limitBytes: number }
  | {
      readonly code: 'workbook.too-many-cells' | 'workbook.too-much-text' | 'workbook.text-too-long'
      readonly limit: number
      readonly sheet: string
      readonly row: number
    }
  | { readonly code: 'csv.quote'; readonly row: number }
  | { readonly code: 'csv.too-many-columns' | 'csv.text-too-long'; readonly limit: number; readonly row: number }
