// Choosing a workbook, and the files beside it, to look at.

import { deskMessages } from '../../shared/messages/desk.ts'
import { sendingMessages } from '../../shared/messages/sending.ts'
import { path } from '../../shared/paths.ts'
import type { PageContext } from '../pages/context.ts'
import { FileLine } from './file-line.tsx'

/** `limitBytes`: what all files together may have. */
export function UploadForm({ context, limitBytes }: { readonly context: PageContext; readonly limitBytes: number }) {
  const m = deskMessages[context.language]
  return (
    <form
      class="upload"
      method="post"
      action={path.formPreview()}
      enctype="multipart/form-data"
      data-working={sendingMessages[context.language].reading}
    >
      <FileLine
        context={context}
        limitBytes={limitBytes}
        id="workbook"
        label={m.workbook}
        hint={m.workbookHint(Math.floor(limitBytes / 2 ** 20))}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      />
      <FileLine
        context={context}
        limitBytes={limitBytes}
        id="files"
        label={m.filesBeside}
        aside={m.optional}
        hint={m.filesHint}
        accept=".csv,text/csv,image/jpeg,image/png,image/gif,image/webp"
        isMany
      />
      <p class="send">
        <button type="submit" class="main">
          {m.look}
        </button>
      </p>
    </form>
  )
}
