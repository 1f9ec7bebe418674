import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { happening } from './happening.ts'
import { answerTo, did } from './runtime.ts'

const shown = new Map<number, Notification>()

export class Notification
  extends EventEmitter
  implements Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body' | 'silent'>
{
  static #last = 0
  readonly #id = ++Notification.#last
  readonly #actions: readonly string[]
  title: string
  body: string
  silent: boolean

  constructor({ title = '', body = '', silent = false, actions = [] }: Electron.NotificationConstructorOptions = {}) {
    super()
    this.title = title
    this.body = body
    this.silent = silent
    this.#actions = actions.map(({ text }) => text ?? '')
  }
  static isSupported(): boolean {
    return true
  }
  show(): void {
    shown.set(this.#id, this)
    did({ kind: 'notified', id: this.#id, title: this.title, body: this.body, actions: this.#actions })
    this.emit('show', happening())
  }
  close(): void {
    if (shown.delete(this.#id)) this.emit('close', happening())
  }
}

answerTo({
  notice: (id, what) => {
    const notification = shown.get(id)
    if (notification === undefined) throw new Error(`No such notification is shown: ${id}`)
    if (what === 'close') notification.close()
    else if (what === 'click') notification.emit('click', happening())
    else notification.emit('action', happening({ actionIndex: what }), what)
  }
})
