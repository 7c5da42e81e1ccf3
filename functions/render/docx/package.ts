// The parts of the package that say what the others are.

import { languageTag } from './styles.ts'
import { relationshipType, type Writing } from './writing.ts'
import { escaped, part, w, xmlHead } from './xml.ts'

const packaged = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const overrides: readonly (readonly [path: string, type: string])[] = [
  ['/word/document.xml', `${word}.document.main+xml`],
  ['/word/styles.xml', `${word}.styles+xml`],
  ['/word/numbering.xml', `${word}.numbering+xml`],
  ['/word/settings.xml', `${word}.settings+xml`],
  ['/word/header1.xml', `${word}.header+xml`],
  ['/word/header2.xml', `${word}.header+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
]

const defaults: readonly (readonly [extension: string, type: string])[] = [
  ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
  ['xml', 'application/xml'],
  ['emf', 'image/x-emf'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
]

/** Attributes of these parts have no namespace: a colon in front says so. */
function contentTypes(): string {
  const all = [
    ...defaults.map(([extension, type]) => w(':Default', { ':Extension': extension, ':ContentType': type })),
    ...overrides.map(([path, type]) => w(':Override', { ':PartName': path, ':ContentType': type })),
  ]
  return xmlHead + w(':Types', { ':xmlns': `${packaged}/content-types` }, ...all)
}

type Target = { readonly id: string; readonly type: string; readonly target: string; readonly isOutside?: boolean }

const relationships = (all: readonly Target[]): string =>
  xmlHead +
  w(
    ':Relationships',
    { ':xmlns': `${packaged}/relationships` },
    ...all.map(({ id, type, target, isOutside }) =>
      w(':Relationship', {
        ':Id': id,
        ':Type': type,
        ':Target': target,
        ':TargetMode': isOutside ? 'External' : undefined,
      }),
    ),
  )

function settings(writing: Writing): string {
  const language = languageTag(writing.document)
  const compatible = w('compatSetting', {
    name: 'compatibilityMode',
    uri: 'http://schemas.microsoft.com/office/word',
    val: 15,
  })
  return part('settings', w('compat', {}, compatible) + w('themeFontLang', { val: language }))
}

/** What the file says of itself: title, author, language, and the moment of its figures in place of the clock. */
function coreProperties({ document }: Writing): string {
  const { kind, subject, header, asOf } = document
  const moment = `${new Date(asOf).toISOString().slice(0, 19)}Z`
  const dated = { 'xsi:type': 'dcterms:W3CDTF' }
  const spaces = {
    'xmlns:cp': `${packaged}/metadata/core-properties`,
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }
  return (
    xmlHead +
    w(
      'cp:coreProperties',
      spaces,
      w('dc:title', {}, escaped(`${kind}: ${subject}`)),
      w('dc:creator', {}, escaped(header.body)),
      w('dc:language', {}, languageTag(document)),
      w('dcterms:created', dated, moment),
      w('dcterms:modified', dated, moment),
    )
  )
}

export function packageParts(writing: Writing): (readonly [path: string, content: string])[] {
  const top = [
    { id: 'rId1', type: relationshipType('officeDocument'), target: 'word/document.xml' },
    { id: 'rId2', type: `${packaged}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
  ]
  return [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relationships(top)],
    ['docProps/core.xml', coreProperties(writing)],
    ['word/_rels/document.xml.rels', relationships(writing.relationships())],
    ['word/settings.xml', settings(writing)],
  ]
}
