// The tree as rows of a file, with all its dates: importing them gives the tree again.

import type { UnitId } from '../ids.ts'
import type { Language } from '../language.ts'
import type { Day } from './day.ts'
import { stateOn, type TreeHistory, unitsById } from './history.ts'

const headers: Record<Language, readonly string[]> = {
  vi: [
    'Mã',
    'Tên đơn vị',
    'Mã cấp trên',
    'Cấp',
    'Số thành viên',
    'Có hiệu lực từ ngày',
    'Kết thúc từ ngày',
    'Đơn vị tiếp nối',
    'ID',
  ],
  en: ['Code', 'Name', 'Parent code', 'Level', 'Members', 'Valid from', 'Closed from', 'Successors', 'ID'],
}

/**
 * A header and a row for each state of each unit for which `isShown`; a unit's last row says when it closed. Units above and
 * successors are named by the code that they have on the day of the row.
 */
export function exportRows(history: TreeHistory, language: Language, isShown: (id: UnitId) => boolean): string[][] {
  const byId = unitsById(history)
  const codeOn = (id: UnitId, day: Day): string => {
    const unit = byId.get(id)
    return (unit && stateOn(unit, day)?.code) ?? ''
  }
  const rows = history.flatMap(({ id, states, closed }) =>
    isShown(id)
      ? states.map(({ code, name, parentId, level, members, from }, index) => {
          const ends = index === states.length - 1 ? closed : undefined
          return [
            code,
            name,
            parentId === null ? '' : codeOn(parentId, from),
            level,
            String(members),
            from,
            ends?.from ?? '',
            ends?.successors.map((heir) => codeOn(heir, ends.from)).join('; ') ?? '',
            id,
          ]
        })
      : [],
  )
  return [[...headers[language]], ...rows]
}
