import type { Notification, NotificationConstructorOptions } from 'electron'

export interface SystemNotice {
  readonly title: string
  readonly body: string
  readonly onClick?: () => void
  readonly buttons: readonly { readonly label: string; readonly run: () => void }[]
  /** Something that the person has to know: where the system has no notifications, a dialog says it. */
  readonly isNeeded?: boolean
}

/** Notifications of the system. */
export interface Notices {
  readonly show: (notice: SystemNotice) => void
}

export interface NoticePorts {
  /** Electron's class. */
  readonly Notification: {
    new (options: NotificationConstructorOptions): Pick<Notification, 'on' | 'show'>
    isSupported: () => boolean
  }
  /** A dialog that does not hold anything up. */
  readonly showDialog: (title: string, body: string) => void
}

/** So many are held, so that their buttons work: one that nobody holds is collected together with them. */
const most = 20

export function createNotices({ Notification: SystemNotification, showDialog }: NoticePorts): Notices {
  const held: unknown[] = []
  return {
    show: ({ title, body, onClick, buttons, isNeeded = false }) => {
      if (!SystemNotification.isSupported()) {
        if (isNeeded) showDialog(title, body)
        return
      }
      const notification = new SystemNotification({
        title,
        body,
        actions: buttons.map(({ label: text }) => ({ type: 'button', text }))
      })
      if (onClick !== undefined) notification.on('click', onClick)
      notification.on('action', ({ actionIndex }) => buttons[actionIndex]?.run())
      if (isNeeded) notification.on('failed', () => showDialog(title, body))
      held.push(notification)
      if (held.length > most) held.shift()
      notification.show()
    }
  }
}
