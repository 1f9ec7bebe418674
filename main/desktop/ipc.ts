import type { IpcMainInvokeEvent, WebContents } from 'electron'
import type { EventNoun } from '../../preload/contract/channels.ts'
import type { Events } from '../../preload/contract/contract.ts'
import { allChannels, type Registry } from '../bridge/registry.ts'
import type { SenderFacts } from '../policy/sender.ts'

/** The only way to the pages: nothing else in the app registers or sends a message. */
export interface Ipc {
  /** Lets the page of a window ask, and hear events, until the window is gone. */
  readonly attach: (contents: WebContents) => void
  /** Tells the pages of all windows. */
  readonly emit: <N extends EventNoun>(noun: N, event: Events[N]) => void
  /** Tells the page of one window. */
  readonly send: <N extends EventNoun>(contents: number, noun: N, event: Events[N]) => void
  /** Ids of the windows' `webContents`. */
  readonly windows: () => ReadonlySet<number>
}

/** `registry` is waited for: windows are there before all handlers are, and before the library is open. */
export function createIpc(registry: () => Promise<Pick<Registry, 'answer'>>): Ipc {
  const attached = new Map<number, WebContents>()

  const send: Ipc['send'] = (id, noun, event) => {
    const contents = attached.get(id)
    if (contents !== undefined && !contents.isDestroyed()) contents.send(`${noun}.event`, event)
  }

  return {
    attach: (contents) => {
      const { id } = contents
      attached.set(id, contents)
      contents.once('destroyed', () => attached.delete(id))
      for (const channel of allChannels) {
        contents.ipc.handle(channel, async (event, ...given: unknown[]) => {
          // At once: the frame may be gone later.
          const sender = senderOf(event)
          return await (await registry()).answer({ channel, sender, given })
        })
      }
    },
    emit: (noun, event) => {
      for (const id of attached.keys()) send(id, noun, event)
    },
    send,
    windows: () => new Set(attached.keys())
  }
}

function senderOf({ sender, senderFrame: frame }: IpcMainInvokeEvent): SenderFacts {
  const facts = frame && { origin: frame.origin, url: frame.url, isTop: frame.parent === null }
  return { contents: sender.id, frame: facts }
}
