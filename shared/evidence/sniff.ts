// What a file is, by its first bytes. Sources: the WHATWG's MIME Sniffing Standard (https://mimesniff.spec.whatwg.org/,
// section 6: images, audio and video), the brands that are registered for ISO media files (https://mp4ra.org/), RFC 8794
// and the WebM guidelines (EBML's DocType), RFC 7845 (Opus in Ogg), RFC 9639 (FLAC in Ogg), ISO 32000 (%PDF-), ECMA-376
// part 2 and OpenDocument 1.3 part 2 (both are zip files), RFC 3629 (UTF-8).

import { type MediaType, mediaTypes } from './kinds.ts'

/** So many bytes of a file are enough to tell; the smallest part of an upload. */
export const headLength = 32 * 1_024

const latin1 = (head: Uint8Array, from: number, to: number): string => String.fromCharCode(...head.slice(from, to))

const begins = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte)

/**
 * The media type of a file, or undefined where it is none that evidence may be. `head`: its first bytes, up to
 * `headLength`; `isWhole`: whether that is all of it.
 */
export function sniff(head: Uint8Array, isWhole: boolean): MediaType | undefined {
  const start = latin1(head, 0, 16)
  if (begins(head, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n') && start.endsWith('IHDR')) return 'image/png'
  if (/^GIF8[79]a/.test(start)) return 'image/gif'
  if (start.startsWith('RIFF')) return riff(start.slice(8, 12))
  if (start.slice(4, 8) === 'ftyp') return isoMedia(head)
  if (begins(head, 0x1a, 0x45, 0xdf, 0xa3)) return isWebm(head) ? 'video/webm' : undefined
  if (start.startsWith('OggS\0')) return isOggAudio(head) ? 'audio/ogg' : undefined
  if (start.startsWith('ID3') || isMpegFrame(head)) return 'audio/mpeg'
  if (start.startsWith('%PDF-')) return 'application/pdf'
  if (start.startsWith('PK\x03\x04')) return office(head)
  return isPlainText(head, isWhole) ? 'text/plain' : undefined
}

const riff = (form: string): MediaType | undefined =>
  form === 'WEBP' ? 'image/webp' : form === 'WAVE' ? 'audio/wav' : undefined

const heicBrands = /^(hei[cmsx]|hev[cmsx])$/
const mp4Brands = /^(iso[m2-9]|mp4[12]|avc1|dash|mmp4|MSNV|M4V[ HP])$/

/** By the major brand, and for a general one by those it says it is compatible with. AVIF has brands of its own. */
function isoMedia(head: Uint8Array): MediaType | undefined {
  const boxLength = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0)
  const major = latin1(head, 8, 12)
  const brands = [major]
  for (let at = 16; at + 4 <= Math.min(boxLength, head.length, 256); at += 4) brands.push(latin1(head, at, at + 4))
  if (heicBrands.test(major)) return 'image/heic'
  if (major === 'mif1' || major === 'msf1')
    return brands.some((brand) => heicBrands.test(brand)) ? 'image/heic' : undefined
  if (/^M4[AB] $/.test(major)) return 'audio/mp4'
  if (major === 'qt  ') return 'video/quicktime'
  if (/^3g[2p][0-9a-z]$/.test(major)) return 'video/3gpp'
  return mp4Brands.test(major) ? 'video/mp4' : undefined
}

/** EBML's element 0x4282 is the DocType; its size is one byte, or eight. Matroska's says "matroska". */
const webmDocTypes = ['\x42\x82\x84webm', '\x42\x82\x01\0\0\0\0\0\0\x04webm']

function isWebm(head: Uint8Array): boolean {
  const header = latin1(head, 0, 64)
  return webmDocTypes.some((docType) => header.includes(docType))
}

const audioCodecs = ['OpusHead', '\x01vorbis', '\x7fFLAC', 'Speex   ']

/** The first page holds the first packet, and that names the codec. Theora, a picture, is none of these. */
const isOggAudio = (head: Uint8Array): boolean =>
  audioCodecs.some((codec) => latin1(head, 28, 28 + codec.length) === codec)

/** A frame's header: 11 bits set, then a version, layer III, a bit rate and a sampling rate that exist. */
function isMpegFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isSynchronised = first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08
  const isLayer3 = (second & 0x06) === 0x02
  return isSynchronised && isLayer3 && (third & 0xf0) !== 0xf0 && (third & 0xf0) !== 0 && (third & 0x0c) !== 0x0c
}

const openDocument = /^mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation))PK/
const officePart = /^(\[Content_Types\]\.xml$|_rels\/|docProps\/|customXml\/|word\/|xl\/|ppt\/)/
const ooxml = 'application/vnd.openxmlformats-officedocument'
const officeTypes: readonly [folder: string, MediaType][] = [
  ['word/', `${ooxml}.wordprocessingml.document`],
  ['xl/', `${ooxml}.spreadsheetml.sheet`],
  ['ppt/', `${ooxml}.presentationml.presentation`],
]

/**
 * A zip file that begins like a document of an office suite: by its first entry's name, and for Office Open XML by the
 * first folder named that only one of the three has. Any other zip file could hold anything.
 */
function office(head: Uint8Array): MediaType | undefined {
  const document = openDocument.exec(latin1(head, 30, 120))?.[1]
  if (document) return mediaTypes.find((mediaType) => mediaType === document)
  const names = entryNames(head)
  if (!officePart.test(names[0] ?? '')) return undefined
  for (const name of names) {
    const found = officeTypes.find(([folder]) => name.startsWith(folder))
    if (found) return found[1]
  }
  return undefined
}

/** The names in a zip file's local headers, as far as they lie in the head. */
function entryNames(head: Uint8Array): string[] {
  const names: string[] = []
  for (let at = 0; at + 30 <= head.length; at += 1) {
    if (head[at] !== 0x50 || head[at + 1] !== 0x4b || head[at + 2] !== 0x03 || head[at + 3] !== 0x04) continue
    const length = (head[at + 26] ?? 0) + 256 * (head[at + 27] ?? 0)
    if (length <= 200) names.push(latin1(head, at + 30, at + 30 + length))
  }
  return names
}

/** UTF-8 without control characters, as far as it was read, that neither begins like markup nor names its interpreter. */
function isPlainText(head: Uint8Array, isWhole: boolean): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: !isWhole })
    return /\S/.test(text) && !/[^\P{Cc}\t\n\r\f]/u.test(text) && !/^\s*(<|#!)/.test(text)
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
