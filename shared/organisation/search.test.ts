import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitId, units } from '../../test/support/scenario.ts'
import { foldText, resolveUnit, searchUnits, unitLabel } from './search.ts'
import { isUnder, type Unit, unitTree } from './unit.ts'

const bloc = unitId('bloc')
const of = (parent: string, code: string, name: string): Unit => ({
  id: unitId(`x-${code}`),
  code,
  name,
  level: 'cell',
  parentId: unitId(parent),
  members: 1,
})
const tree = unitTree([
  ...units,
  of('river', 'HY', 'Tỉnh Hưng Yên'),
  of('lake', 'HY1', 'Xã Yên Hưng'),
  of('lake', 'P7', 'Thành phố Hưng Yên'),
  of('river', 'Y', 'Đền Trần'),
  of('lake', 'Z', 'Đền Trần'),
  of('lake', 'Q', 'Phường Phúc Hưng Yên'),
])
const codes = (text: string, tops = [bloc], limit = 10) =>
  searchUnits(tree, text, { tops, limit }).units.map(({ code }) => code)

describe('search', () => {
  test('marks, capitals and blanks don’t count, in what is typed or in what is there', () => {
    for (const text of ['hung yen', 'HƯNG YÊN', 'Hưng  Yên', 'hưng yên'.normalize('NFD')])
      expect(codes(text)).toEqual(['HY', 'P7', 'Q', 'HY1'])
    expect(codes('den tran')).toEqual(['Y', 'Z'])
    expect(codes('đảng ủy')).toEqual(['B'])
  })

  test('a code comes before how codes begin, how names begin, how words begin, and what is inside', () => {
    expect(codes('hy')).toEqual(['HY', 'HY1'])
    expect(codes('chi')).toEqual(['R1', 'R2', 'L1'])
    expect(codes('yen hung')).toEqual(['HY1', 'HY', 'P7', 'Q'])
    expect(codes('ng')).toContain('HY')
  })

  test('nothing for signs alone, and nothing beyond the units one may see', () => {
    for (const text of ['', '  ', '–', '%', '.*']) expect(codes(text)).toEqual([])
    expect(codes('hung yen', [unitId('lake')])).toEqual(['P7', 'Q', 'HY1'])
    expect(codes('hung yen', [])).toEqual([])
  })

  test('says whether there is more, page by page', () => {
    const page = (skip: number) => searchUnits(tree, 'hung yen', { tops: [bloc], limit: 2, skip })
    expect(page(0)).toMatchObject({ units: [{ code: 'HY' }, { code: 'P7' }], hasMore: true })
    expect(page(2)).toMatchObject({ units: [{ code: 'Q' }, { code: 'HY1' }], hasMore: false })
  })

  test('every part of every name finds its unit, whatever marks are left out', () => {
    const all = [...tree.units.values()]
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(), fc.nat(), fc.boolean(), ({ name, id }, from, length, isFolded) => {
        const part = name.slice(from % name.length).slice(0, 1 + (length % name.length))
        const typed = isFolded ? foldText(part) : part
        fc.pre(foldText(typed) !== '')
        const { units: found } = searchUnits(tree, typed, { tops: [bloc], limit: 100 })
        expect(found.map((unit) => unit.id)).toContain(id)
        expect(found.every((unit) => isUnder(tree, unit.id, bloc))).toBe(true)
      }),
    )
  })
})

describe('a typed unit', () => {
  const resolved = (text: string, tops = [bloc]) => {
    const outcome = resolveUnit(tree, text, tops)
    return outcome.kind === 'found'
      ? outcome.unit.code
      : outcome.kind === 'none'
        ? 'none'
        : outcome.units.map(({ code }) => code)
  }

  test('is found by its code, its label and its whole name', () => {
    expect(['HY', 'hy', ' Hy ', 'tinh hung yen', 'Tỉnh Hưng Yên'].map((text) => resolved(text))).toEqual(
      Array.from({ length: 5 }, () => 'HY'),
    )
    for (const unit of tree.units.values()) expect(resolved(unitLabel(unit))).toBe(unit.code)
  })

  test('is asked for where a name is that of two, or only a part of one', () => {
    expect(resolved('Đền Trần')).toEqual(['Y', 'Z'])
    expect(resolved('Đền Trần', [unitId('lake')])).toBe('Z')
    expect(resolved('tinh hung')).toEqual(['HY'])
    expect(resolved('nowhere')).toBe('none')
    expect(resolved('HY', [unitId('lake')])).toEqual(['HY1'])
    expect(resolved('')).toBe('none')
  })
})
