// Choosing a workbook, and the files beside it, to look at.

import { path } from '../../shared/paths.ts'
import { messagesOf, type PageContext } from '../pages/context.ts'

/** `limitBytes`: what all files together may have. */
export function UploadForm({ context, limitBytes }: { readonly context: PageContext; readonly limitBytes: number }) {
  const m = messagesOf(context).desk
  return (
    <form class="upload" method="post" action={path.formPreview()} enctype="multipart/form-data">
      <div class="q">
        <label for="workbook">{m.workbook}</label>
        <p class="hint" id="workbook-hint">
          {m.workbookHint(Math.floor(limitBytes / 2 ** 20))}
        </p>
        <input
          type="file"
          id="workbook"
          name="workbook"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby="workbook-hint"
          required
        />
      </div>
      <div class="q">
        <label for="files">
          {m.filesBeside} <small>{m.optional}</small>
        </label>
        <p class="hint" id="files-hint">
          {m.filesHint}
        </p>
        <input
          type="file"
          id="files"
          name="files"
          accept=".csv,text/csv,image/jpeg,image/png,image/gif,image/webp"
          aria-describedby="files-hint"
          multiple
        />
      </div>
      <p class="send">
        <button type="submit" class="main">
          {m.look}
        </button>
      </p>
    </form>
  )
}
