import { describe, expect, test } from 'vitest'
import { responseId, unitId } from '../../test/support/scenario.ts'
import { outlines, type Standing } from './counted.ts'
import { uneditable } from './editing.ts'
import type { Step } from './step.ts'

const at = unitId('bloc')
const reason = 'x'
type One = readonly [Step, Standing?]
const outlineOf = (...steps: readonly One[]) => {
  const revisions = steps.map(([step, standing = 'on-time'], index) => ({
    id: responseId(1),
    revision: index + 1,
    receivedAt: '2013-01-01T00:00:00Z',
    standing,
    step,
  }))
  const [outline] = outlines(revisions).values()
  if (!outline) throw new Error('no outline')
  return outline
}
const sent: One = [{ kind: 'sent' }]

describe('what keeps those who answer from changing it', () => {
  test.each<[string, readonly One[], string | undefined]>([
    ['nothing, of what was sent', [sent], undefined],
    ['nothing, of what the office typed in', [[{ kind: 'entered', onBehalfOf: 'An' }]], undefined],
    ['nothing, of what was returned', [sent, [{ kind: 'returned', at, reason }]], undefined],
    ['nothing, of what was returned and sent again', [sent, [{ kind: 'returned', at, reason }], sent], undefined],
    ['a level that accepted', [sent, [{ kind: 'accepted', at, isFinal: false }]], 'decided'],
    ['the office that corrected', [sent, [{ kind: 'corrected', reason, isFinal: false }]], 'decided'],
    ['a withdrawal', [sent, [{ kind: 'withdrawn', reason }, 'withdrawn']], 'withdrawn'],
    ['that there was no visit', [[{ kind: 'not-possible', reason }]], 'not-possible'],
    ['nothing, where something newer waits in quarantine', [sent, [{ kind: 'sent' }, 'quarantined']], undefined],
    ['nothing, where that was discarded', [sent, [{ kind: 'withdrawn', reason }, 'quarantined']], undefined],
  ])('%s', (_, steps, expected) => {
    expect(uneditable(outlineOf(...steps), true, 'many')).toBe(expected)
    expect(uneditable(outlineOf(...steps), false, 'one-per-unit')).toBe(expected)
  })

  test('that it is somebody else’s, where every response counts; not when it was returned', () => {
    expect(uneditable(outlineOf(sent), false, 'many')).toBe('not-yours')
    expect(uneditable(outlineOf(sent, [{ kind: 'returned', at, reason }]), false, 'many')).toBeUndefined()
  })
})
