// Whom the demo's named surveys invite: invented names, the same for a cell each time, no two alike within a cell.

import type { UnitId } from '../ids.ts'
import type { Unit } from '../organisation/unit.ts'
import { type Random, seededRandom, shuffled } from './random.ts'

export type RosterMember = { readonly unitId: UnitId; readonly name: string }

const surnames = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Phan',
  'Hồ',
] as const
const given = [
  ...['Văn Bình', 'Thị Hoa', 'Minh Tuấn', 'Thu Hương', 'Quốc Khánh', 'Ngọc Lan', 'Đức Mạnh', 'Thanh Nga', 'Hữu Phước'],
  ...['Mai Quyên', 'Xuân Sơn', 'Kim Thoa', 'Anh Tú', 'Bích Vân', 'Trung Dũng', 'Hồng Hạnh', 'Gia Huy', 'Diệu Linh'],
  ...['Công Minh', 'Phương Nhi', 'Tiến Phát', 'Lệ Thu', 'Hải Đăng', 'Tường Vi', 'Việt Anh', 'Khánh Chi', 'Bảo Long'],
  ...['Thùy Trang', 'Đình Nghĩa', 'Cẩm Tú', 'Thế Vinh', 'Hoài Thương'],
] as const

/** A number that a text always gives, for a generator of its own. */
function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const sign of parts.join('|')) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** A generator of one thing's own, so that its draws don't depend on what was drawn before, or where somebody went on. */
export const randomFor = (...parts: readonly (string | number)[]): Random => seededRandom(seedOf(...parts))

/** As many members as the cell says it has. */
export function rosterOf({ id, members }: Unit): RosterMember[] {
  const random = randomFor('roster', id)
  const firsts = shuffled(random, given)
  const lasts = shuffled(random, surnames)
  if (members > firsts.length) throw new Error(`Cell ${id} has more members than there are names`)
  return firsts
    .slice(0, members)
    .map((first, index) => ({ unitId: id, name: `${lasts[index % lasts.length] ?? ''} ${first}` }))
}

/** Of those who answer in a month, so many have answered the running one so far. */
const soFar = 0.5

/** Whether the member is one who answers early in the month. */
export const isEarly = ({ unitId, name }: RosterMember): boolean => randomFor('so far', unitId, name)() < soFar
