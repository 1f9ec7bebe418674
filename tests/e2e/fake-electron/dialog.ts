import type Electron from 'electron'
import type { DialogAnswer } from './protocol.ts'
import { answerTo, did } from './runtime.ts'

const answers: DialogAnswer[] = []
answerTo({ answerDialogs: (given) => void answers.push(...given) })

/** The options stand last: the window before them may be left out. */
function ask(what: string, args: readonly unknown[]): DialogAnswer | undefined {
  did({ kind: 'dialog', what, options: structuredClone(args.at(-1)) })
  return answers.shift()
}

type Message = readonly [unknown, { readonly cancelId?: number }] | readonly [{ readonly cancelId?: number }]

/** The button that a person pressed: without an answer the one that cancels. */
function askMessage(args: Message): Electron.MessageBoxReturnValue {
  const answer = ask('message', args)
  if (answer?.kind === 'message') return { response: answer.button, checkboxChecked: answer.checkbox ?? false }
  const [first, second] = args
  return { response: (second ?? (first as { readonly cancelId?: number })).cancelId ?? 0, checkboxChecked: false }
}

/** Answers come from the test, in order; without one the person cancels. */
export const dialog = {
  async showOpenDialog(...args: [unknown, Electron.OpenDialogOptions] | [Electron.OpenDialogOptions]) {
    const answer = ask('open', args)
    const filePaths = answer?.kind === 'open' ? [...answer.paths] : []
    return { canceled: filePaths.length === 0, filePaths } satisfies Electron.OpenDialogReturnValue
  },
  async showSaveDialog(...args: [unknown, Electron.SaveDialogOptions] | [Electron.SaveDialogOptions]) {
    const answer = ask('save', args)
    const filePath = answer?.kind === 'save' ? answer.path : ''
    return { canceled: filePath === '', filePath } satisfies Electron.SaveDialogReturnValue
  },
  async showMessageBox(...args: [unknown, Electron.MessageBoxOptions] | [Electron.MessageBoxOptions]) {
    return askMessage(args)
  },
  showErrorBox(title: string, content: string): void {
    did({ kind: 'dialog', what: 'error', options: { title, content } })
  },
  /** Before a window is there; a test has no person for it. */
  showMessageBoxSync(...args: [unknown, Electron.MessageBoxSyncOptions] | [Electron.MessageBoxSyncOptions]): number {
    return askMessage(args).response
  }
}
