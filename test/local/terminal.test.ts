// What a person reads in the terminal.

import { expect, test } from 'vitest'
import { showProgress, welcome } from '../../infra/local/terminal.ts'

const person = (name: string, role: string, roleEn: string) => ({
  subject: name,
  name,
  email: `${name}@example.org`,
  role,
  roleEn,
  unit: 'Chi bộ 1',
})

test('the addresses, one person of each role, and the first report', () => {
  const text = welcome({
    url: 'http://127.0.0.1:8787',
    outbox: 'http://127.0.0.1:8787/outbox',
    accounts: [
      person('An', 'Văn phòng', 'Office'),
      person('Bình', 'Lãnh đạo', 'Leader'),
      person('Chi', 'Lãnh đạo', 'Leader'),
    ],
    report: { title: 'Tiến độ', page: 'http://127.0.0.1:8787/reports', pdf: '.phieu/reports/r1.pdf' },
    dataFolder: '.phieu',
  })
  expect(text).toBe(`
Phieu is running: http://127.0.0.1:8787
Mail it sends:    http://127.0.0.1:8787/outbox

First report: Tiến độ
  Page http://127.0.0.1:8787/reports
  PDF  .phieu/reports/r1.pdf

Sign in as (no password: only for trying out)
  Văn phòng / Office  An, Chi bộ 1
  Lãnh đạo / Leader   Bình, Chi bộ 1 (and 1 more)

Data: .phieu (kept; npm start -- --fresh begins anew)
Stop: Ctrl-C
`)
})

test('a step is one line where lines can not be drawn again, also when it fails', async () => {
  const written: string[] = []
  let clock = 0
  const progress = showProgress({ write: (text) => written.push(text) }, () => clock)
  await progress('Table', async (update) => {
    clock = 1_250
    update('half')
  })
  const failing = progress('Functions', () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(written).toEqual(['  ✓ Table (1.3 s)\n', '  ✗ Functions\n'])
})

test('on a terminal the line of a running step is drawn again', async () => {
  const written: string[] = []
  const progress = showProgress({ isTTY: true, write: (text) => written.push(text) }, () => 0)
  await progress('Starter', async (update) => update('8/40'))
  expect(written.map((text) => text.replace('\r\x1b[2K', '<'))).toEqual([
    '<  … Starter',
    '<  … Starter: 8/40',
    '<  ✓ Starter (0.0 s)\n',
  ])
})
