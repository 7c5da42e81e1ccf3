// Functions on answers to select questions, which are lists parted by spaces, and on choices and texts of the form.

import { type Call, type FunctionTable, many } from '../call.ts'
import { isNodes, truthOf } from '../value.ts'

const items = (text: string) => text.split(/\s+/).filter((item) => item !== '')

/** Between two bounds, where -1 is no bound. */
const within = (call: Call, total: number): boolean => {
  const [least, most] = [call.number(0), call.number(1)]
  return (least === -1 || total >= least) && (most === -1 || total <= most)
}

/** weighted-checklist(least, most, value, weight...): a node-set stands for all its nodes, with weights in the same order. */
function weight(call: Call): number {
  const flat = (at: number) => {
    const value = call.value(at)
    return isNodes(value) ? value.map(({ text }) => text) : [value]
  }
  let total = 0
  for (let at = 2; at + 1 < call.count; at += 2) {
    const weights = call.numbers(at + 1)
    for (const [place, value] of flat(at).entries()) if (truthOf(value)) total += weights[place] ?? 0
  }
  return total
}

export const selectFunctions: FunctionTable = {
  selected: [2, 2, (call) => items(call.text(0)).includes(call.text(1).trim())],
  'selected-at': [2, 2, (call) => items(call.text(0))[call.number(1)] ?? ''],
  'count-selected': [1, 1, (call) => items(call.text(0)).length],
  checklist: [2, many, (call) => within(call, call.flat(2).filter(truthOf).length)],
  'weighted-checklist': [4, many, (call) => within(call, weight(call))],
  'jr:choice-name': [
    2,
    2,
    (call) => call.needed(call.run.environment.choiceName)(call.text(0), call.text(1), call.run.current),
  ],
  'jr:itext': [1, 1, (call) => call.needed(call.run.environment.itext)(call.text(0))],
}
