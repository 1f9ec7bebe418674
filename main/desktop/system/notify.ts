import { Notification } from 'electron'

/** A notification of the system. */
export interface Notice {
  readonly title: string
  readonly body: string
  readonly silent?: boolean
  /** Buttons, where the system has them. */
  readonly actions?: readonly { readonly text: string; readonly run: () => void }[]
  readonly onClick?: () => void
}

/** Shows notifications; false when the system has none. */
export type Notify = (notice: Notice) => boolean

export function createNotify(): Notify {
  // One that nobody holds may be collected before it is clicked.
  const shown = new Set<Notification>()

  return ({ title, body, silent = false, actions = [], onClick }) => {
    if (!Notification.isSupported()) return false
    const notification = new Notification({
      title,
      body,
      silent,
      actions: actions.map(({ text }) => ({ type: 'button', text }))
    })
    const forget = (): void => void shown.delete(notification)
    shown.add(notification)
    notification.on('click', () => {
      forget()
      onClick?.()
    })
    notification.on('action', ({ actionIndex }) => {
      forget()
      actions[actionIndex]?.run()
    })
    notification.on('close', forget)
    notification.on('failed', forget)
    notification.show()
    return true
  }
}
