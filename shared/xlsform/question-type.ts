// The types of the survey sheet and every spelling of them that forms in use have
// (https://docs.getodk.org/form-question-types/). Spaces, underscores and capitals don't matter.

const questionTypes = [
  'text',
  'integer',
  'decimal',
  'range',
  'select_one',
  'select_multiple',
  'rank',
  'select_one_from_file',
  'select_multiple_from_file',
  'select_one_external',
  'note',
  'date',
  'time',
  'dateTime',
  'geopoint',
  'geotrace',
  'geoshape',
  'image',
  'audio',
  'video',
  'file',
  'barcode',
  'acknowledge',
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'username',
  'deviceid',
  'phonenumber',
  'email',
  'simserial',
  'subscriberid',
  'audit',
  'start-geopoint',
  'background-geopoint',
  'background-audio',
  'csv-external',
  'xml-external',
  'osm',
] as const
export type QuestionType = (typeof questionTypes)[number]
type SectionType = 'group' | 'repeat' | 'loop'

/** What a cell of the type column says. */
export type ReadType =
  | { readonly kind: 'question'; readonly type: QuestionType; readonly list?: string; readonly orOther?: true }
  | { readonly kind: 'begin'; readonly section: SectionType; readonly list?: string }
  | { readonly kind: 'end'; readonly section: SectionType }
  /** XLSForm's, but not ours: `include` needs other forms, `cascading_select` was replaced by choice_filter. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'setting'; readonly setting: string }
  | { readonly kind: 'unknown' }

/** Without spaces, underscores and capitals. The oldest spellings are those of the form builders before XLSForm. */
const spellings: Readonly<Record<QuestionType, string>> = {
  text: 'text string addtextprompt qstring',
  integer: 'integer int addintegerprompt qint',
  decimal: 'decimal adddecimalprompt qdecimal',
  range: 'range',
  select_one: 'selectone select1 selectonefrom selectoneusing addselectonepromptusing qselect1',
  select_multiple:
    'selectmultiple selectmultiplefrom selectmultipleusing selectallthatapply selectallthatapplyfrom addselectmultiplepromptusing qselect',
  rank: 'rank',
  select_one_from_file: 'selectonefromfile',
  select_multiple_from_file: 'selectmultiplefromfile',
  select_one_external: 'selectoneexternal',
  note: 'note addnoteprompt qnote',
  date: 'date adddateprompt qdate',
  time: 'time addtimeprompt qtime',
  dateTime: 'datetime adddatetimeprompt qdatetime',
  geopoint: 'geopoint gps location addlocationprompt qgeopoint qlocation',
  geotrace: 'geotrace qgeotrace',
  geoshape: 'geoshape qgeoshape',
  image: 'image photo addimageprompt addphotoprompt qimage qpicture',
  audio: 'audio addaudioprompt qaudio',
  video: 'video addvideoprompt qvideo',
  file: 'file addfileprompt qfile',
  barcode: 'barcode addbarcodeprompt qbarcode',
  acknowledge: 'acknowledge trigger addacknowledgeprompt qacknowledge',
  calculate: 'calculate calculation addcalculateprompt qcalculate',
  hidden: 'hidden',
  start: 'start starttime getstarttime',
  end: 'end endtime getendtime',
  today: 'today gettoday',
  username: 'username uri:username',
  deviceid: 'deviceid imei getdeviceid uri:deviceid',
  phonenumber: 'phonenumber getphonenumber uri:phonenumber',
  email: 'email uri:email',
  simserial: 'simserial simid getsimid uri:simserial',
  subscriberid: 'subscriberid getsubscriberid uri:subscriberid',
  audit: 'audit',
  'start-geopoint': 'start-geopoint',
  'background-geopoint': 'background-geopoint',
  'background-audio': 'background-audio',
  'csv-external': 'csv-external',
  'xml-external': 'xml-external',
  osm: 'osm',
}
const typeOf: ReadonlyMap<string, QuestionType> = new Map(
  questionTypes.flatMap((type) => spellings[type].split(' ').map((spelling) => [spelling, type] as const)),
)

/** Those that take a list behind their name. */
const withList: ReadonlySet<QuestionType> = new Set<QuestionType>([
  'select_one',
  'select_multiple',
  'rank',
  'select_one_from_file',
  'select_multiple_from_file',
  'select_one_external',
])

export const isSelect = (type: QuestionType): boolean => withList.has(type)
export const isFromFile = (type: QuestionType): boolean =>
  type === 'select_one_from_file' || type === 'select_multiple_from_file'

/** Nobody is asked these: they need no label. */
const unasked: ReadonlySet<QuestionType> = new Set<QuestionType>([
  'calculate',
  'hidden',
  'start',
  'end',
  'today',
  'username',
  'deviceid',
  'phonenumber',
  'email',
  'simserial',
  'subscriberid',
  'audit',
  'start-geopoint',
  'background-geopoint',
  'background-audio',
  'csv-external',
  'xml-external',
])
export const isAsked = (type: QuestionType): boolean => !unasked.has(type)

/** Old spellings of sections; a "looped group" was a repeat. */
const sections: Readonly<Record<string, SectionType>> = {
  group: 'group',
  repeat: 'repeat',
  lgroup: 'repeat',
  loopedgroup: 'repeat',
  loop: 'loop',
}
/** Settings that the oldest forms wrote as rows of the survey: the name column holds the value. */
const settings: Readonly<Record<string, string>> = { setformtitle: 'form_title', setformid: 'form_id' }

const squeeze = (text: string) => text.toLowerCase().replace(/[\s_]+/g, '')

const control = /^(begin|end)[\s_]+(looped group|[a-z]+?)(?:\s+(?:over\s+)?(\S+))?$/i
const orOther = /\s+(?:or[\s_]other|or specify other)$/i
/** A list is the last word, or "${name}" however much space is in it. */
const lastWord = /^(.*?)\s+(\S+|\$\{[^}]*\})$/

/** No type with its list is longer; patterns that look for its parts would take their time. */
const longest = 500

export function readType(cell: string): ReadType {
  if (cell.length > longest) return { kind: 'unknown' }
  const text = cell.trim().replace(/\s+/g, ' ')
  const [, edge, word = '', over] = control.exec(text) ?? []
  const section = Object.hasOwn(sections, squeeze(word)) ? sections[squeeze(word)] : undefined
  if (edge !== undefined && section) {
    if (edge.toLowerCase() === 'end') return { kind: 'end', section }
    return { kind: 'begin', section, ...(over === undefined ? {} : { list: over }) }
  }
  const whole = typeOf.get(squeeze(text))
  if (whole) return { kind: 'question', type: whole }
  const setting = Object.hasOwn(settings, squeeze(text)) ? settings[squeeze(text)] : undefined
  if (setting !== undefined) return { kind: 'setting', setting }
  return withListRead(text)
}

function withListRead(text: string): ReadType {
  const other = orOther.test(text)
  const [, before = '', list = ''] = lastWord.exec(text.replace(orOther, '')) ?? []
  const type = typeOf.get(squeeze(before))
  if (type && (withList.has(type) || type === 'osm')) {
    return { kind: 'question', type, list, ...(other ? { orOther: true } : {}) }
  }
  return /^(include|cascading[\s_]select)\b/i.test(text) ? { kind: 'refused' } : { kind: 'unknown' }
}

/** The spelling that an export uses. */
export function writeType(type: QuestionType, list: string | undefined, other: boolean): string {
  return [type, ...(list === undefined ? [] : [list]), ...(other ? ['or_other'] : [])].join(' ')
}
