// The demo's organisation: one bloc, 20 committees, 47 cells. Real names only for the four committees whose figures a
// published report gives; every other unit is named after a river, and all surveyed cells stand below those.

import { asId, OrganisationId, UnitId } from '../ids.ts'
import type { LocalText } from '../language.ts'
import type { Unit } from '../organisation/unit.ts'

export const organisation = {
  id: asId(OrganisationId, 'demo'),
  name: { vi: 'Đảng ủy Khối (dữ liệu mẫu)', en: 'Bloc committee (sample data)' } satisfies LocalText,
  timeZone: 'Asia/Ho_Chi_Minh',
} as const

const unitId = (text: string): UnitId => asId(UnitId, text)

/** The four committees the published report names. It doesn't say how many members they have. */
export const named = {
  propaganda: unitId('u84k7ca'),
  inspection: unitId('utxfhj2'),
  youth: unitId('uxqnuju'),
  overseas: unitId('ucvq5sp'),
} as const

const namedCommittees = [
  [named.propaganda, 'Đảng bộ Ban Tuyên giáo Trung ương'],
  [named.inspection, 'Đảng bộ Cơ quan Ủy ban Kiểm tra Trung ương'],
  [named.youth, 'Đảng bộ Trung ương Đoàn'],
  [named.overseas, 'Đảng bộ Ngoài nước'],
] as const

/** Cells as [id, members]. */
const riverCommittees: readonly {
  id: string
  river: string
  members: number
  cells: readonly (readonly [string, number])[]
}[] = [
  {
    id: 'uawp7se',
    river: 'Sông Hồng',
    members: 261,
    cells: [
      ['un34p7h', 21],
      ['ufdtsz3', 15],
      ['utkfszv', 19],
    ],
  },
  {
    id: 'ukr2c6h',
    river: 'Sông Lô',
    members: 440,
    cells: [
      ['u37gq7n', 15],
      ['u6s8823', 17],
      ['uwbhxtr', 29],
    ],
  },
  {
    id: 'udxrghz',
    river: 'Sông Gâm',
    members: 224,
    cells: [
      ['ukgvffc', 16],
      ['unq9zua', 28],
      ['upnsfuv', 17],
    ],
  },
  {
    id: 'ukbs2cp',
    river: 'Sông Chảy',
    members: 212,
    cells: [
      ['u2n9e3e', 14],
      ['uuxcs74', 17],
      ['u7jkauk', 31],
    ],
  },
  {
    id: 'urykkur',
    river: 'Sông Cầu',
    members: 236,
    cells: [
      ['uydkqpf', 17],
      ['um57gek', 23],
      ['uqdx3f8', 12],
    ],
  },
  {
    id: 'uqxqp7c',
    river: 'Sông Thương',
    members: 390,
    cells: [
      ['ubvfpcx', 10],
      ['umhshnd', 22],
      ['unennkd', 23],
    ],
  },
  {
    id: 'u2xyey8',
    river: 'Sông Mã',
    members: 232,
    cells: [
      ['uftt9w9', 29],
      ['uv3zn8f', 30],
      ['uaczw2t', 17],
    ],
  },
  {
    id: 'uvsh25y',
    river: 'Sông Chu',
    members: 232,
    cells: [
      ['uzdrdsu', 25],
      ['uvaatxq', 11],
      ['uqpvxxf', 21],
    ],
  },
  {
    id: 'un6z499',
    river: 'Sông Lam',
    members: 390,
    cells: [
      ['uqza2ha', 14],
      ['ufp2r8p', 17],
      ['utexc27', 31],
    ],
  },
  {
    id: 'u35s6cp',
    river: 'Sông Gianh',
    members: 233,
    cells: [
      ['u8aqvwf', 25],
      ['u659aym', 19],
      ['ue62tzz', 15],
    ],
  },
  {
    id: 'usq3epc',
    river: 'Sông Hương',
    members: 367,
    cells: [
      ['uhc2ke8', 9],
      ['uhf28mk', 19],
      ['up9jt2a', 18],
    ],
  },
  {
    id: 'ueu7wvg',
    river: 'Sông Thu Bồn',
    members: 208,
    cells: [
      ['uruu2b2', 28],
      ['umaffrr', 15],
      ['uz74wmz', 13],
    ],
  },
  {
    id: 'uydnyb8',
    river: 'Sông Trà Khúc',
    members: 379,
    cells: [
      ['uqx6m3p', 30],
      ['udxp2mf', 22],
      ['ujud7rj', 18],
    ],
  },
  {
    id: 'unxhbry',
    river: 'Sông Ba',
    members: 356,
    cells: [
      ['u5z4vvc', 11],
      ['ug2yv9s', 24],
      ['umndtk3', 18],
    ],
  },
  {
    id: 'u5ha8nj',
    river: 'Sông Tiền',
    members: 195,
    cells: [
      ['ub2sf2f', 12],
      ['uqhrdsy', 24],
      ['uezxttw', 18],
    ],
  },
  {
    id: 'ukc5psj',
    river: 'Sông Hậu',
    members: 186,
    cells: [
      ['ua4vg24', 21],
      ['un33ky7', 12],
    ],
  },
]

const bloc: Unit = {
  id: unitId('umba948'),
  code: 'K',
  name: 'Đảng ủy Khối',
  level: 'Đảng ủy khối',
  parentId: null,
  members: 4541,
}

const committeeCode = (index: number) => `DB${String(index + 1).padStart(2, '0')}`

const namedUnits = namedCommittees.map(
  ([id, name], index): Unit => ({
    id,
    code: committeeCode(index),
    name,
    level: 'Đảng bộ',
    parentId: bloc.id,
    members: 0,
  }),
)
const riverUnits = riverCommittees.map(
  ({ id, river, members }, index): Unit => ({
    id: unitId(id),
    code: committeeCode(namedUnits.length + index),
    name: `Đảng bộ ${river}`,
    level: 'Đảng bộ',
    parentId: bloc.id,
    members,
  }),
)

export const blocId: UnitId = bloc.id
export const committees: readonly Unit[] = [...namedUnits, ...riverUnits]
export const cells: readonly Unit[] = riverCommittees.flatMap(({ id, river, cells }, committee) =>
  cells.map(
    ([cellId, members], index): Unit => ({
      id: unitId(cellId),
      code: `${committeeCode(namedUnits.length + committee)}.${index + 1}`,
      name: `Chi bộ ${river} ${index + 1}`,
      level: 'Chi bộ',
      parentId: unitId(id),
      members,
    }),
  ),
)

/** Parents before children. */
export const units: readonly Unit[] = [bloc, ...committees, ...cells]
