// `home backup` and `home restore`: the local home as one file, and back.

import { backUp } from '../local/backup.ts'
import { restore } from '../local/restore.ts'
import { dataFolderOf } from '../local/running.mjs'
import { StartProblem } from '../local/start-problem.ts'
import type { Command } from './command.ts'

/** npm runs scripts in the project's folder. */
const folder = () => dataFolderOf(process.env, process.cwd())

async function unlessProblem(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

export const homeBackup: Command = {
  words: 'home backup',
  usage: 'home backup [FILE.tar.gz]               the data of the local home as one file (npm run backup -- [FILE])',
  options: {},
  run: ({ files, path, print }) =>
    unlessProblem(async () => {
      const [file, ...others] = files
      if (others.length > 0) return 2
      const at = new Date().toISOString()
      const usual = `phieu-backup-${at.slice(0, 19).replace('T', '-').replaceAll(':', '')}.tar.gz`
      print(await backUp(folder(), path(file ?? usual), at))
      return 0
    }),
}

export const homeRestore: Command = {
  words: 'home restore',
  usage:
    'home restore FILE.tar.gz [--replace]    puts a backup back; --replace sets aside what is there (npm run restore -- FILE)',
  options: { replace: 'switch' },
  run: ({ files, options, path, print }) =>
    unlessProblem(async () => {
      const [file, ...others] = files
      if (file === undefined || others.length > 0) return 2
      print(await restore(path(file), folder(), options['replace'] === 'true'))
      return 0
    }),
}
