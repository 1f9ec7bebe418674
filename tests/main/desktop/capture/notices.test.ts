import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { createNotices, type NoticePorts } from '../../../../main/desktop/capture/notices.ts'

function noticeStage(isSupported = true) {
  const shown: { readonly options: NotificationConstructorOptions; readonly events: EventEmitter }[] = []
  const dialogs: string[] = []
  class FakeNotification extends EventEmitter {
    static isSupported(): boolean {
      return isSupported
    }
    readonly options: NotificationConstructorOptions
    constructor(options: NotificationConstructorOptions) {
      super()
      this.options = options
    }
    show(): void {
      shown.push({ options: this.options, events: this })
    }
  }
  const notices = createNotices({
    Notification: FakeNotification as unknown as NoticePorts['Notification'],
    showDialog: (title, body) => void dialogs.push(`${title} ${body}`)
  })
  return { notices, shown, dialogs }
}

it('buttons and clicks do what they say', () => {
  const stage = noticeStage()
  const done: string[] = []
  const button = (label: string) => ({ label, run: () => void done.push(label) })
  stage.notices.show({
    title: 'T',
    body: 'B',
    onClick: () => void done.push('click'),
    buttons: [button('one'), button('two')]
  })
  const [notice] = stage.shown
  expect(notice?.options.actions?.map(({ text }) => text)).toEqual(['one', 'two'])
  notice?.events.emit('click', {})
  notice?.events.emit('action', { actionIndex: 1 })
  expect(done).toEqual(['click', 'two'])
})

it('what has to be known comes as a dialog where there are no notifications, or one fails', () => {
  const without = noticeStage(false)
  without.notices.show({ title: 'Copied', body: '', buttons: [] })
  without.notices.show({ title: 'Failed', body: 'Try again.', buttons: [], isNeeded: true })
  expect(without.dialogs).toEqual(['Failed Try again.'])
  const failing = noticeStage()
  failing.notices.show({ title: 'Failed', body: 'Try again.', buttons: [], isNeeded: true })
  failing.shown[0]?.events.emit('failed', {}, 'no daemon')
  expect(failing.dialogs).toEqual(['Failed Try again.'])
})
