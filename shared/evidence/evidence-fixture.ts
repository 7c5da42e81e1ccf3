// The beginnings of files of every kind, and of files that pretend to be one.

import type { MediaType } from './kinds.ts'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)))

const box = (major: string, ...compatible: string[]) =>
  bytes([0, 0, 0, 16 + 4 * compatible.length], 'ftyp', major, [0, 0, 0, 0], ...compatible, [0, 0, 0, 8], 'moov')

const entry = (name: string, content = '') =>
  bytes('PK\x03\x04', [20, 0, 0, 0, 0, 0, 0, 0, 33, 0], Array(12).fill(0), [name.length, 0, 0, 0], name, content)

const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

const ogg = (packet: string) => bytes('OggS\0\x02', Array(20).fill(0), [1, 19], packet, Array(40).fill(0))
const openDocument = (type: string) =>
  join(entry('mimetype', `application/vnd.oasis.opendocument.${type}`), entry('content.xml'))

export const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])
export const png = bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0])
export const pdf = bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')

const ooxml = 'application/vnd.openxmlformats-officedocument'

export const samples: readonly [MediaType, string, Uint8Array][] = [
  ['image/jpeg', 'JFIF', jpeg],
  ['image/jpeg', 'Exif', bytes([0xff, 0xd8, 0xff, 0xe1, 0, 16], 'Exif\0\0')],
  ['image/png', 'PNG', png],
  ['image/gif', 'GIF', bytes('GIF89a', [1, 0, 1, 0])],
  ['image/webp', 'WebP', bytes('RIFF', [36, 0, 0, 0], 'WEBPVP8 ')],
  ['image/heic', 'a phone', box('heic', 'mif1', 'heic')],
  ['image/heic', 'a general brand', box('mif1', 'mif1', 'heic')],
  ['audio/mpeg', 'with a tag', bytes('ID3', [3, 0, 0, 0, 0, 0, 10])],
  ['audio/mpeg', 'a bare frame', bytes([0xff, 0xfb, 0x90, 0x64])],
  ['audio/mp4', 'M4A', box('M4A ', 'mp42', 'isom')],
  ['audio/ogg', 'Opus', ogg('OpusHead')],
  ['audio/ogg', 'Vorbis', ogg('\x01vorbis')],
  ['audio/wav', 'WAV', bytes('RIFF', [36, 0, 0, 0], 'WAVEfmt ')],
  ['video/mp4', 'MP4', box('isom', 'isom', 'iso2', 'avc1', 'mp41')],
  ['video/mp4', 'an iPhone recorder', box('mp42', 'isom', 'mp42')],
  ['video/webm', 'WebM', bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x84], 'webm')],
  ['video/3gpp', '3GP', box('3gp5', '3gp5', 'isom')],
  ['video/quicktime', 'MOV', box('qt  ', 'qt  ')],
  ['application/pdf', 'PDF', pdf],
  [`${ooxml}.wordprocessingml.document`, 'Word', join(entry('[Content_Types].xml'), entry('word/document.xml'))],
  [`${ooxml}.spreadsheetml.sheet`, 'Excel', join(entry('docProps/app.xml'), entry('xl/workbook.xml'))],
  [`${ooxml}.presentationml.presentation`, 'PowerPoint', join(entry('_rels/.rels'), entry('ppt/presentation.xml'))],
  ['application/vnd.oasis.opendocument.text', 'ODT', openDocument('text')],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ODS', openDocument('spreadsheet')],
  ['application/vnd.oasis.opendocument.presentation', 'ODP', openDocument('presentation')],
  ['text/plain', 'Vietnamese', new TextEncoder().encode('Biên bản họp chi bộ\r\n\tĐiểm 1')],
  ['text/plain', 'CSV with a byte order mark', new TextEncoder().encode('\ufefftên,số\nA,1\n')],
]

/** None of these may be evidence. */
export const refused: readonly [string, Uint8Array][] = [
  ['SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['SVG after XML', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['HTML', bytes('<!DOCTYPE html><script>alert(1)</script>')],
  ['HTML after blanks', bytes('\n\n   <html><body onload=alert(1)>')],
  ['HTML after a byte order mark', new TextEncoder().encode('\ufeff<html>')],
  ['a script', bytes('#!/bin/sh\nrm -rf /\n')],
  ['a Windows program', bytes('MZ\x90\0\x03\0\0\0')],
  ['a Linux program', bytes('\x7fELF\x02\x01\x01\0')],
  ['a Java class', bytes([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52])],
  ['any zip file', entry('run.exe')],
  ['an Android package', join(entry('META-INF/MANIFEST.MF'), entry('classes.dex'))],
  ['a zip that says no more than a list of types', entry('[Content_Types].xml')],
  ['Matroska', bytes([0x1a, 0x45, 0xdf, 0xa3, 0x93, 0x42, 0x82, 0x88], 'matroska')],
  ['Theora', ogg('\x80theora')],
  ['AVIF', box('avif', 'mif1', 'miaf')],
  ['AVIF under a general brand', box('mif1', 'avif', 'miaf')],
  ['an AVI film', bytes('RIFF', [36, 0, 0, 0], 'AVI LIST')],
  ['half a PNG', bytes('\x89PNG\r\n\x1a\n')],
  ['UTF-16', bytes([0xff, 0xfe, 0x41, 0, 0x42, 0])],
  ['text with a NUL', bytes('a,b\0c')],
  ['text that ends within a letter', bytes('gi\xe1\xba')],
  ['blanks', bytes(' \n ')],
  ['nothing', bytes()],
]
