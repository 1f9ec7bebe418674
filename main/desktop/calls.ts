import { app } from 'electron'
import { type Call, type Intent, parseIntent } from '../policy/intent.ts'

/** What the outside asks of a running app: further instances, files and links of the system. */
export interface Calls {
  /** From here on; what was asked before is told at once, in order. */
  readonly listen: (listener: (intent: Intent) => void) => void
}

/** Arguments of this process without the program, and without the app's folder when it is no package. */
export function wordsOf(argv: readonly string[], isPackaged: boolean): string[] {
  return argv.slice(isPackaged ? 1 : 2)
}

/** Collects from before `ready` on: the system tells at once which file the app was started with. */
export function collectCalls(platform: NodeJS.Platform): Calls {
  const early: Intent[] = []
  let listener = (intent: Intent): void => void early.push(intent)
  const hear = (call: Call): void => listener(parseIntent(call, platform))

  app.on('second-instance', (_event, _argv, _folder, data) => hear({ kind: 'second-instance', data }))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    hear({ kind: 'arguments', words: ['--', path], folder: '' })
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    hear({ kind: 'link', url })
  })
  app.on('activate', () => listener({ kind: 'show' }))
  return {
    listen: (next) => {
      listener = next
      for (const intent of early.splice(0)) next(intent)
    }
  }
}
