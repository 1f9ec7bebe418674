import type Electron from 'electron'
import type { DialogAnswer } from './protocol.ts'
import { answerTo, did } from './runtime.ts'

const answers: DialogAnswer[] = []
answerTo({ answerDialogs: (given) => void answers.push(...given) })

/** The options stand last: the window before them may be left out. */
function asked<Options>(what: string, args: readonly unknown[]): Options {
  const options = args.at(-1) as Options
  did({ kind: 'dialog', what, options: structuredClone(options) })
  return options
}

/** Answers come from the test, in order; without one the person cancels. */
export const dialog = {
  async showOpenDialog(...args: [unknown, Electron.OpenDialogOptions] | [Electron.OpenDialogOptions]) {
    asked('open', args)
    const answer = answers.shift()
    const filePaths = answer?.kind === 'open' ? [...answer.paths] : []
    return { canceled: filePaths.length === 0, filePaths } satisfies Electron.OpenDialogReturnValue
  },
  async showSaveDialog(...args: [unknown, Electron.SaveDialogOptions] | [Electron.SaveDialogOptions]) {
    asked('save', args)
    const answer = answers.shift()
    const filePath = answer?.kind === 'save' ? answer.path : ''
    return { canceled: filePath === '', filePath } satisfies Electron.SaveDialogReturnValue
  },
  async showMessageBox(...args: [unknown, Electron.MessageBoxOptions] | [Electron.MessageBoxOptions]) {
    const { cancelId = 0 } = asked<Electron.MessageBoxOptions>('message', args)
    const answer = answers.shift()
    const { button, checkbox = false } = answer?.kind === 'message' ? answer : { button: cancelId }
    return { response: button, checkboxChecked: checkbox } satisfies Electron.MessageBoxReturnValue
  },
  showErrorBox(title: string, content: string): void {
    did({ kind: 'dialog', what: 'error', options: { title, content } })
  },
  /** Before a window is there; a test has no person for it. */
  showMessageBoxSync(...args: [unknown, Electron.MessageBoxSyncOptions] | [Electron.MessageBoxSyncOptions]): number {
    const { cancelId = 0 } = asked<Electron.MessageBoxSyncOptions>('message', args)
    const answer = answers.shift()
    return answer?.kind === 'message' ? answer.button : cancelId
  }
}
