// The library of forms, and publishing.

import { largestUpload } from '../../../shared/evidence/parts.ts'
import { latestOf } from '../../../shared/form/family.ts'
import { path } from '../../../shared/paths.ts'
import { problem } from '../../../shared/problems.ts'
import { type FormLine, FormsPage } from '../../../web/pages/forms.tsx'
import { listCampaigns } from '../../store/campaigns.ts'
import { formPictureKey, listFamilies, publishForm } from '../../store/form-library.ts'
import { findPersonName } from '../../store/people.ts'
import { picturesBeside } from '../../workbook/form-pictures.ts'
import { pageContext, type SignedInCall } from '../call.ts'
import { refuse } from '../problem-response.tsx'
import { previewPage, readPreview } from './form-preview.tsx'

export async function showForms(call: SignedInCall): Promise<Response> {
  const { deps, me } = call
  const [families, campaigns] = await Promise.all([
    listFamilies(deps.table, me.organisationId),
    listCampaigns(deps.table, me.organisationId),
  ])
  const forms = families.map(async (family): Promise<FormLine> => {
    const { formId, title } = family
    const { version, name, publishedAt, publishedBy } = latestOf(family)
    return {
      formId,
      title,
      version,
      versionName: name,
      publishedAt,
      publishedBy: await publisherName(call, publishedBy),
      campaigns: campaigns
        .filter(({ form }) => form.formId === formId)
        .map((campaign) => ({ title: campaign.title, version: campaign.form.version })),
    }
  })
  return call.c.html(
    <FormsPage
      context={pageContext(call)}
      deskStyle={deps.assets.deskStyle}
      forms={await Promise.all(forms)}
      limitBytes={largestUpload}
    />,
  )
}

/** Undefined for what came with the system. */
export async function publisherName(
  { deps, me }: SignedInCall,
  id: Parameters<typeof findPersonName>[2] | null,
): Promise<string | undefined> {
  if (id === null) return undefined
  return (await findPersonName(deps.table, me.organisationId, id)) ?? id
}

/** POST: publishes what the preview showed, and leads to the version; or shows the preview again, with what is in the way. */
export async function publish(call: SignedInCall): Promise<Response> {
  const preview = await readPreview(call)
  if (!preview.ok) return refuse(call, preview.problem, { link: { kind: 'forms', href: path.forms() } })
  const { read, formId } = preview.value
  if (!read.ok) return previewPage(call, preview.value)
  const { form, errors } = read.value.imported
  const { deps, me } = call
  if (!form) return previewPage(call, preview.value, problem.formFaulty(errors.length))
  if (!formId) return previewPage(call, preview.value, problem.formIdMissing())
  const { found } = picturesBeside(form, read.value.book.files)
  for (const { sha256, mediaType, bytes } of found)
    await deps.objects.put(formPictureKey(me.organisationId, formId, sha256), bytes, mediaType)
  const published = await publishForm(deps.table, {
    organisationId: me.organisationId,
    formId,
    form,
    ...(found.length > 0 ? { pictures: found.map(({ bytes, ...picture }) => picture) } : {}),
    by: call.me.person.id,
    at: call.now,
  })
  if (!published.ok) return previewPage(call, preview.value, published.problem)
  if (!published.value.isNew) call.changedNothing()
  return call.c.redirect(path.formVersion(formId, published.value.version.version), 303)
}
