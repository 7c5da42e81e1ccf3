// Which files evidence may be. What a file is, its first bytes say (sniff.ts); its name and what a browser calls it don't
// count. Nothing that a browser would run is on the list: no SVG, no HTML, no program.

import * as v from 'valibot'

/** The questions that are answered with a file: https://xlsform.org/en/#question-types. A signature is a drawn image. */
export const EvidenceQuestion = v.picklist(['image', 'signature', 'audio', 'video', 'file'])
export type EvidenceQuestion = v.InferOutput<typeof EvidenceQuestion>

type Use = Exclude<EvidenceQuestion, 'file'>

/**
 * Each media type (as registered: https://www.iana.org/assignments/media-types/) with the endings of its files, the usual
 * one first, and the questions it answers. Every one of them answers a question for any file. Recordings come as MP4 and
 * WebM with or without a picture, and their first bytes don't say which.
 */
const kinds = {
  'image/jpeg': { endings: ['jpg', 'jpeg', 'jfif'], uses: ['image', 'signature'] },
  'image/png': { endings: ['png'], uses: ['image', 'signature'] },
  'image/webp': { endings: ['webp'], uses: ['image', 'signature'] },
  'image/gif': { endings: ['gif'], uses: ['image'] },
  'image/heic': { endings: ['heic', 'heif'], uses: ['image'] },
  'audio/mpeg': { endings: ['mp3'], uses: ['audio'] },
  'audio/mp4': { endings: ['m4a', 'm4b', 'mp4'], uses: ['audio'] },
  'audio/ogg': { endings: ['ogg', 'oga', 'opus'], uses: ['audio'] },
  'audio/wav': { endings: ['wav'], uses: ['audio'] },
  'video/mp4': { endings: ['mp4', 'm4v', 'm4a'], uses: ['audio', 'video'] },
  'video/webm': { endings: ['webm'], uses: ['audio', 'video'] },
  'video/3gpp': { endings: ['3gp', '3gpp', '3g2'], uses: ['audio', 'video'] },
  'video/quicktime': { endings: ['mov', 'qt'], uses: ['video'] },
  'application/pdf': { endings: ['pdf'], uses: [] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { endings: ['docx'], uses: [] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { endings: ['xlsx'], uses: [] },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { endings: ['pptx'], uses: [] },
  'application/vnd.oasis.opendocument.text': { endings: ['odt'], uses: [] },
  'application/vnd.oasis.opendocument.spreadsheet': { endings: ['ods'], uses: [] },
  'application/vnd.oasis.opendocument.presentation': { endings: ['odp'], uses: [] },
  'text/plain': { endings: ['txt', 'csv'], uses: [] },
} as const satisfies Record<string, { endings: readonly [string, ...string[]]; uses: readonly Use[] }>

export type MediaType = keyof typeof kinds
export const mediaTypes: readonly MediaType[] = Object.keys(kinds) as MediaType[]
export const MediaType = v.picklist(mediaTypes)

/** Whether a file of this media type answers a question of that type. */
export function answersQuestion(mediaType: MediaType, question: EvidenceQuestion): boolean {
  const uses: readonly EvidenceQuestion[] = kinds[mediaType].uses
  return question === 'file' || uses.includes(question)
}

/** What a file field names in `accept`, so that a phone offers its camera: media types and endings, joined by commas. */
export const acceptOf = (question: EvidenceQuestion): string =>
  mediaTypes
    .filter((mediaType) => answersQuestion(mediaType, question))
    .flatMap((mediaType) => [mediaType, ...kinds[mediaType].endings.map((ending) => `.${ending}`)])
    .join(',')

/**
 * The name under which a file is handed out: its own, with an ending that fits what it is. Text that is called page.html
 * leaves as page.html.txt, so that no name makes a program open it as something else.
 */
export function downloadName(name: string, mediaType: MediaType): string {
  const endings: readonly string[] = kinds[mediaType].endings
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return endings.includes(ending) ? name : `${name}.${kinds[mediaType].endings[0]}`
}

const knownEndings: ReadonlySet<string> = new Set(Object.values(kinds).flatMap(({ endings }) => endings))

/** The name of a file that is unpacked with others: one whose ending is of no kind that is taken gets one that opens nothing. */
export const archiveName = (name: string): string =>
  knownEndings.has((/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase()) ? name : `${name}.file`
