// One published version: its page, and the form as files.

import { mayNow } from '../../../shared/campaign/lifecycle.ts'
import type { FormFamily, PublishedVersion } from '../../../shared/form/family.ts'
import { titleOf } from '../../../shared/form/family.ts'
import { askedItems, type FormVersion } from '../../../shared/form/form.ts'
import { localize } from '../../../shared/language.ts'
import { path } from '../../../shared/paths.ts'
import { type Problem, problem } from '../../../shared/problems.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { FormVersionPage } from '../../../web/pages/form-version.tsx'
import { listCampaigns } from '../../store/campaigns.ts'
import { findFamily, formPictureKey } from '../../store/form-library.ts'
import { packBook } from '../../workbook/carry-book.ts'
import { type FormBook, importBook } from '../../workbook/import-form.ts'
import { bookOf, writeFileList, writeForm } from '../../workbook/write-form.ts'
import { formIdParam, versionParam } from '../address.ts'
import { attachment } from '../attachment.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { issuesOf } from '../issue-lines.ts'
import { refuse } from '../problem-response.tsx'
import { publisherName } from './forms.tsx'
import { mayMove } from './rehearsal.tsx'

export type VersionAddress = {
  readonly family: FormFamily
  readonly version: PublishedVersion
  readonly form: FormVersion
}

/** /forms/:form/versions/:version */
export async function versionAddress({ deps, c, me }: SignedInCall): Promise<Result<VersionAddress, Problem>> {
  const id = formIdParam(c)
  const family = id && (await findFamily(deps.table, me.organisationId, id))
  const version = family?.versions.find((one) => one.version === versionParam(c))
  if (!family || !version) return fail(problem.formUnknown())
  const form = await deps.directory.form(me.organisationId, { formId: family.formId, version: version.version })
  return ok({ family, version, form })
}

const toForms = { link: { kind: 'forms', href: path.forms() } } as const

export async function showVersion(call: SignedInCall): Promise<Response> {
  const address = await versionAddress(call)
  if (!address.ok) return refuse(call, address.problem, toForms)
  const { family, version, form } = address.value
  const { deps, me } = call
  const book = await pictured(call, form, bookOf(form.form))
  const { seen, warnings } = importBook(book)
  const campaigns = (await listCampaigns(deps.table, me.organisationId)).filter(
    (campaign) =>
      campaign.form.formId === family.formId && (campaign.form.version === version.version || mayNow('move', campaign)),
  )
  return call.c.html(
    <FormVersionPage
      context={pageContext(call)}
      deskStyle={deps.assets.deskStyle}
      family={family}
      version={version}
      title={titleOf(form.form, family.formId)}
      publishedBy={await publisherName(call, version.publishedBy)}
      languages={seen.languages}
      questions={askedItems(form).length}
      warnings={issuesOf('warning', warnings, book, call.language)}
      files={form.form.fileLists.map(({ name }) => name)}
      pictures={form.pictures ?? []}
      book={packBook(book)}
      campaigns={
        await Promise.all(
          campaigns.map(async (campaign) => ({
            id: campaign.id,
            title: campaign.title,
            version: campaign.form.version,
            isMovable: await mayMove(call, campaign),
          })),
        )
      }
    />,
  )
}

/** With the pictures beside it: without them it would be another version. */
async function pictured({ deps, me }: SignedInCall, { formId, pictures = [] }: FormVersion, book: FormBook) {
  const files = new Map(book.files)
  for (const { name, sha256 } of pictures) {
    const bytes = await deps.objects.get(formPictureKey(me.organisationId, formId, sha256))
    if (bytes) files.set(name, bytes)
  }
  return { ...book, files }
}

/** The name of a version's files: what people know the form by, and the number. */
function fileName({ family, version, form }: VersionAddress, ending: string): string {
  const title = localize(titleOf(form.form, family.formId), 'vi')
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
  return `${[...(title || family.formId)].slice(0, 80).join('')} (${version.version}).${ending}`
}

/** GET: the form as a workbook; importing it gives the same form. */
export async function sendWorkbook(call: SignedInCall): Promise<Response> {
  const address = await versionAddress(call)
  if (!address.ok) return refuse(call, address.problem, toForms)
  return call.c.body(Buffer.from(writeForm(address.value.form.form)), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': attachment(fileName(address.value, 'xlsx')),
  })
}

/** GET: one of the CSV files that lie beside the workbook. */
export async function sendFormFile(call: SignedInCall): Promise<Response> {
  const address = await versionAddress(call)
  if (!address.ok) return refuse(call, address.problem, toForms)
  const list = address.value.form.form.fileLists.find(({ name }) => name === call.c.req.param('file'))
  if (!list) return refuse(call, problem.formUnknown(), toForms)
  return call.c.body(Buffer.from(writeFileList(list)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': attachment(list.name),
  })
}

/** GET: the form as it is stored. */
export async function sendFormJson(call: SignedInCall): Promise<Response> {
  const address = await versionAddress(call)
  if (!address.ok) return refuse(call, address.problem, toForms)
  return call.c.body(JSON.stringify(address.value.form), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': attachment(fileName(address.value, 'json')),
  })
}
