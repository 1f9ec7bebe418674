/** Moves the library of the first argument into the folder of the second, and is killed at the moment of the third. */
import { writeFileSync } from 'node:fs'
import { moveLibrary } from '../../../../main/library/moving/move.ts'
import { openStore } from '../../../../main/store/store.ts'

const [from = '', folder = '', moment = '', preference = ''] = process.argv.slice(2)

function dieAt(reached: string): void {
  if (reached === moment) process.kill(process.pid, 'SIGKILL')
}

let copied = 0
await moveLibrary({
  store: openStore(from),
  folder,
  signal: new AbortController().signal,
  progress: () => {
    copied += 1
    if (copied === 3) dieAt('while pictures are copied')
  },
  rest: async () => {
    dieAt('when the work has ended')
    // The database is copied next, by a thread: this is in the midst of it, or just before or behind it.
    if (moment === 'while the rest is copied') setTimeout(() => dieAt(moment), 5)
    return () => undefined
  },
  switchTo: async () => {
    dieAt('before the switch')
    writeFileSync(preference, folder)
    dieAt('behind the switch')
  }
})
dieAt('at the end')
