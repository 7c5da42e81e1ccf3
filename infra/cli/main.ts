// The command line of Phieu: finds the command in the table and runs it.

import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { formCheck } from './form-check.ts'
import { formEval } from './form-eval.ts'
import { formExport } from './form-export.ts'
import { homeBackup, homeRestore } from './home.ts'
import { reportMake } from './report-make.ts'
import { starterLoad } from './starter-load.ts'

const commands: readonly Command[] = [formCheck, formExport, formEval, reportMake, starterLoad, homeBackup, homeRestore]

const help = `npm run -s phieu -- COMMAND\n\n${commands.map(({ usage }) => `  ${usage}`).join('\n')}\n`

function readArguments(command: Command, words: readonly string[]) {
  const options = Object.entries(command.options).map(([name, kind]) => {
    return [name, { type: kind === 'value' ? ('string' as const) : ('boolean' as const) }] as const
  })
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: Object.fromEntries(options),
      allowPositionals: true,
    })
    const texts = Object.entries(values).map(([name, value]) => [name, value === undefined ? value : String(value)])
    return { options: Object.fromEntries(texts), files: positionals }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Answers the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const command = commands.find((one) => words.slice(0, 2).join(' ') === one.words)
  const given = command && readArguments(command, words.slice(2))
  if (words.includes('--help') || words.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  if (!command || !given) {
    process.stderr.write(help)
    return 2
  }
  // npm runs scripts in the project's folder and says where the person stood.
  const from = process.env['INIT_CWD'] ?? process.cwd()
  try {
    const code = await command.run({
      ...given,
      path: (file) => resolve(from, file),
      print: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
    })
    if (code === 2) process.stderr.write(`  ${command.usage}\n`)
    return code
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}
