// The demo's people: invented names, one for each part that somebody plays. Seven inspectors share the cells, one team
// each; every committee has one reporter.

import { asId, PersonId, type UnitId } from '../ids.ts'
import type { LocalText } from '../language.ts'
import { pageMessages } from '../messages/page.ts'
import type { Person, Role } from '../organisation/access.ts'
import type { Unit } from '../organisation/unit.ts'
import { blocId, cells, committees, units } from './organisation.ts'

export type StarterPerson = {
  readonly person: Person & { readonly email: string }
  /** Who the person is to the OpenID issuer. */
  readonly subject: string
  readonly roleLabel: LocalText
  /** Where they play it. */
  readonly unitName: string
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** As the pages say it below a person's name. */
const roleLabel = (role: Role): LocalText => ({
  vi: capital(pageMessages.vi.roles[role]),
  en: capital(pageMessages.en.roles[role]),
})

const nameOf = (id: UnitId) => units.find((unit) => unit.id === id)?.name ?? ''

function starterPerson(handle: string, name: string, role: Role, unitIds: readonly UnitId[]): StarterPerson {
  return {
    person: {
      id: asId(PersonId, `p-${handle}`),
      name,
      email: `${handle}@demo.example`,
      roles: unitIds.map((unitId) => ({ role, unitId })),
    },
    subject: `demo|${handle}`,
    roleLabel: roleLabel(role),
    unitName: unitIds.map(nameOf).join(', '),
  }
}

/** The committees whose cells are surveyed. */
const surveyed = committees.filter(({ id }) => cells.some((cell) => cell.parentId === id))

const teams = [
  { leader: 'Lê Minh Khuê', committees: 2 },
  { leader: 'Phạm Thu Ngân', committees: 2 },
  { leader: 'Vũ Đình Sang', committees: 2 },
  { leader: 'Bùi Thanh Trúc', committees: 2 },
  { leader: 'Đỗ Quang Vinh', committees: 2 },
  { leader: 'Hoàng Mai Chi', committees: 3 },
  { leader: 'Ngô Trọng Đạt', committees: 3 },
] as const

export const inspectors: readonly StarterPerson[] = teams.map((team, index) => {
  const before = teams.slice(0, index).reduce((sum, one) => sum + one.committees, 0)
  const own = surveyed.slice(before, before + team.committees).map(({ id }) => id)
  return starterPerson(`inspector-${index + 1}`, team.leader, 'inspector', own)
})

const reporterNames = [
  'Trần Hải Yến',
  'Nguyễn Đức Thịnh',
  'Đặng Ngọc Bích',
  'Phan Việt Cường',
  'Dương Khánh Huyền',
  'Lý Gia Bảo',
  'Tạ Kim Oanh',
  'Hồ Xuân Lộc',
  'Mai Phương Thảo',
  'Đinh Công Tráng',
  'Cao Thùy Dương',
  'Lương Hữu Nghĩa',
  'Trịnh Bảo Ngọc',
  'Võ Tuấn Kiệt',
  'Châu Thị Nhàn',
  'Quách Đăng Khôi',
  'Kiều Diệu Linh',
  'Thái Văn Hưng',
  'Tô Hoài Anh',
  'Lâm Chí Công',
] as const

export const reporters: readonly StarterPerson[] = committees.map((committee, index) =>
  starterPerson(`reporter-${index + 1}`, reporterNames[index] ?? committee.name, 'reporter', [committee.id]),
)

/** Reports for the bloc itself. */
export const blocReporter = starterPerson('bloc-reporter', 'Đào Thị Minh Ngọc', 'reporter', [blocId])

/** In the order in which a newcomer is best shown what each of them sees. */
export const starterPeople: readonly StarterPerson[] = [
  starterPerson('leader', 'Hoàng Văn Phúc', 'leader', [blocId]),
  ...surveyed.slice(0, 1).map(({ id }) => starterPerson('committee-leader', 'Nguyễn Thị Thu Hà', 'leader', [id])),
  ...inspectors,
  ...reporters,
  starterPerson('office', 'Trần Thị Hiền', 'office', [blocId]),
  starterPerson('designer', 'Phùng Nhật Minh', 'designer', [blocId]),
  blocReporter,
  starterPerson('admin', 'Nguyễn Thành An', 'admin', [blocId]),
]

/** Who of these holds a role at the unit or right above it: the inspector of a cell, the reporter of a committee. */
export function personFor(people: readonly StarterPerson[], unit: Unit): StarterPerson {
  const found = people.find(({ person }) =>
    person.roles.some(({ unitId }) => unitId === unit.id || unitId === unit.parentId),
  )
  if (!found) throw new Error(`Nobody looks after unit ${unit.id}`)
  return found
}
