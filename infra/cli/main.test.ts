import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phieu-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Ended = { readonly code: number; readonly lines: readonly unknown[]; readonly words: string }

function phieu(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: folder }
    execFile(process.execPath, ['infra/phieu.mjs', ...words], { env }, (error, stdout, stderr) => {
      const lines = stdout.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]))
      resolve({ code: error ? Number(error.code) : 0, lines, words: stderr })
    })
  })
}

const cases = async (...lines: readonly unknown[]) => {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
  await writeFile(join(folder, 'cases.jsonl'), texts.join('\n'))
}

describe('form eval', () => {
  test('prints one line for each case, by the clock it is given', async () => {
    const xml = '<data xmlns:x="urn:x"><a id="1">p</a><a>q</a></data>'
    await cases(
      { id: 'number', expression: '1 + 1' },
      { id: 'infinite', expression: '1 div 0' },
      { id: 'nodes', expression: '//a | //@*', context_xml: xml },
      { id: 'here', expression: '.', context_xml: xml, context_node: '/*/*[2]', expected_type: 'string' },
      { id: 'date', expression: 'today()' },
      { id: 'zone', expression: 'string(today())', tz: 'Pacific/Kiritimati' },
      { id: 'as', expression: 'date("1970-01-02T00:00:00Z")', expected_type: 'number' },
      '',
      { id: 'wrong', expression: '1 +' },
      { id: 'xml', expression: '1', context_xml: '<a>' },
      { id: 'node', expression: '1', context_node: '/none' },
      { id: 'no zone', expression: '1', tz: 'Mars/Olympus' },
      '{"id": 1}',
      'not JSON',
    )
    const { code, lines } = await phieu('form', 'eval', '--cases', 'cases.jsonl', '--now', '2026-11-22T20:00:00-07:00')
    expect(code).toBe(0)
    expect(lines).toEqual([
      { id: 'number', ok: true, type: 'number', value: 2 },
      { id: 'infinite', ok: true, type: 'number', value: 'Infinity' },
      {
        id: 'nodes',
        ok: true,
        type: 'nodeset',
        value: ['/*[1]/*[1]', '/*[1]/*[1]/@id', '/*[1]/*[2]'],
        texts: ['p', '1', 'q'],
      },
      { id: 'here', ok: true, type: 'string', value: 'q' },
      { id: 'date', ok: true, type: 'date', value: '2026-11-22', days: 20779 + 7 / 24 },
      { id: 'zone', ok: true, type: 'string', value: '2026-11-23' },
      { id: 'as', ok: true, type: 'number', value: 1 },
      { id: 'wrong', ok: false, problem: { code: 'expression.syntax', at: 3, found: '' } },
      { id: 'xml', ok: false, problem: { code: 'case.xml-malformed' } },
      { id: 'node', ok: false, problem: { code: 'case.node-unknown' } },
      { id: 'no zone', ok: false, problem: { code: 'case.zone-unknown' } },
      { line: 13, ok: false, problem: { code: 'case.unreadable' } },
      { line: 14, ok: false, problem: { code: 'case.unreadable' } },
    ])
  })

  test('takes the primary instance of a form definition for its root', async () => {
    const xml =
      '<h:html><h:head><model><instance><data><a>1</a></data></instance><instance id="l"><root><item>2</item></root></instance></model></h:head></h:html>'
    await cases({ id: 'form', expression: '/data/a + instance("l")/root/item', context_xml: xml })
    const { lines } = await phieu('form', 'eval', '--cases', join(folder, 'cases.jsonl'))
    expect(lines).toEqual([{ id: 'form', ok: true, type: 'number', value: 3 }])
  })
})

describe('what is not understood', () => {
  test.each([
    ['no command', []],
    ['an unknown command', ['form', 'sing']],
    ['an unknown option', ['form', 'eval', '--loud']],
    ['a missing option', ['form', 'eval']],
    ['a moment that is none', ['form', 'eval', '--cases', 'cases.jsonl', '--now', 'soon']],
    ['a file that is not there', ['form', 'eval', '--cases', 'none.jsonl']],
  ])('%s: words on standard error, nothing on standard output, exit 2', async (_, words) => {
    const { code, lines, words: said } = await phieu(...words)
    expect(lines).toEqual([])
    expect(said).toMatch(/form eval --cases|none\.jsonl/)
    expect(code).toBe(2)
  })
})
