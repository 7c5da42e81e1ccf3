import { expect, test } from 'vitest'
import { at, draftOf } from './draft-fixture.ts'
import { pagesOf } from './pages.ts'

test('pages are what there is to see now; a repeat without rounds is one while it is asked', () => {
  const draft = draftOf({
    survey: `
      type | name | label | relevant | repeat_count
      text | a | A | |
      hidden | c | | |
      begin group | g | G | \${a} = 'x' |
      begin repeat | r | R | |
      text | b | B | |
      end repeat | | | |
      end group | | | |
      begin repeat | s | S | \${a} != '' |
      text | d | D | |
      end repeat | | | |
      integer | n | N | |
      begin repeat | t | T | | \${n}
      text | e | E | |
      end repeat | | | |`,
  })
  const names = () => pagesOf(draft).map((index) => draft.program.items[index]?.name)
  expect(names()).toEqual(['a', 'n'])
  draft.set(at(draft, 'a'), 'x')
  expect(names()).toEqual(['a', 'g', 's', 'n'])
  draft.rounds?.remove(at(draft, 'r[1]'))
  draft.rounds?.remove(at(draft, 's[1]'))
  expect(names()).toEqual(['a', 'g', 's', 'n'])
  draft.set(at(draft, 'n'), '1')
  expect(names()).toEqual(['a', 'g', 's', 'n', 't'])
})
