import { type BrowserWindow, dialog, type MessageBoxOptions, type OpenDialogOptions } from 'electron'
import { pictureFormats } from '../engine/protocol/picture.ts'
import type { Words } from './words/words.ts'

export interface DialogPorts {
  readonly words: () => Words
  /** The window that a dialog belongs to. */
  readonly parent: () => BrowserWindow | undefined
}

/** Questions of the system's own kind. */
export interface Dialogs {
  /** Absolute paths; none when it was closed. */
  readonly choose: (what: 'files' | 'folder') => Promise<readonly string[]>
  /** One file with one of these endings, without the dot; undefined when it was closed. */
  readonly chooseFile: (endings: readonly string[]) => Promise<string | undefined>
  /** Where to write; `name` is proposed. Undefined when it was closed. */
  readonly saveAs: (name: string) => Promise<string | undefined>
  /** Whether pictures and the key of a provider may go to a host that is not its own. */
  readonly confirmHost: (provider: string, host: string) => Promise<boolean>
  /** A folder for the library, which may be made in the dialog; undefined when it was closed. */
  readonly choosePlace: () => Promise<string | undefined>
  /** See `MoverPorts`. */
  readonly confirmPlace: (what: 'move' | 'open' | 'begin', folder: string) => Promise<boolean>
  /** Whether to start again now, with a new version. */
  readonly confirmRestart: (version: string) => Promise<boolean>
}

interface Question {
  readonly message: string
  readonly detail: string
  readonly yes: string
  readonly no: string
}

/** Endings of picture files besides the names of their formats. */
const furtherEndings = ['jpg', 'tif', 'heic', 'heif', 'pdf']

export function createDialogs({ words, parent }: DialogPorts): Dialogs {
  const open = async (options: OpenDialogOptions): Promise<readonly string[]> => {
    const window = parent()
    const { filePaths } = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options)
    return filePaths
  }
  /** Whether the first answer was given; closing the dialog is the second. */
  const confirm = async ({ message, detail, yes, no }: Question): Promise<boolean> => {
    const window = parent()
    const options: MessageBoxOptions = {
      type: 'question',
      message,
      detail,
      buttons: [yes, no],
      defaultId: 1,
      cancelId: 1,
      noLink: true
    }
    const { response } = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options)
    return response === 0
  }

  return {
    choose: async (what) => {
      const { dialogs } = words()
      if (what === 'folder') return await open({ title: dialogs.addFolder, properties: ['openDirectory'] })
      return await open({
        title: dialogs.addFiles,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: dialogs.pictures, extensions: [...pictureFormats, ...furtherEndings] },
          { name: dialogs.allFiles, extensions: ['*'] }
        ]
      })
    },
    chooseFile: async (endings) => {
      const [path] = await open({
        properties: ['openFile'],
        filters: [{ name: endings.map((ending) => `.${ending}`).join(', '), extensions: [...endings] }]
      })
      return path
    },
    saveAs: async (name) => {
      const window = parent()
      const options = { defaultPath: name, properties: ['showOverwriteConfirmation' as const] }
      const { canceled, filePath } = window
        ? await dialog.showSaveDialog(window, options)
        : await dialog.showSaveDialog(options)
      return canceled || filePath === '' ? undefined : filePath
    },
    confirmHost: async (provider, host) => {
      const { message, detail, yes, no } = words().confirmHost
      return await confirm({ message: message(host), detail: detail(provider), yes, no })
    },
    choosePlace: async () => {
      const { title } = words().libraryPlace
      const [folder] = await open({ title, properties: ['openDirectory', 'createDirectory', 'promptToCreate'] })
      return folder
    },
    confirmPlace: async (what, folder) => {
      const { no, ...place } = words().libraryPlace
      const { message, detail, yes } = place[what]
      return await confirm({ message, detail: detail(folder), yes, no })
    },
    confirmRestart: async (version) => {
      const { restart, restartDetail: detail, restartNow: yes, later: no } = words().dialogs
      return await confirm({ message: restart(version), detail, yes, no })
    }
  }
}
