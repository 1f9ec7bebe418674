import type { CDPSession } from 'playwright'
import { toApp, toWeb } from '../fake-electron/origins.ts'
import { pack, unpack } from '../fake-electron/pack.ts'
import type { FrameFacts, MainSide } from '../fake-electron/protocol.ts'
import { withPaths } from './file-paths.ts'
import type { PageCalls } from './in-page.ts'
import type { MainRemote } from './main-process.ts'
import type { Trouble } from './trouble.ts'

export interface PageCallsPorts {
  readonly window: number
  readonly main: MainRemote
  readonly trouble: Trouble
  readonly cdp: CDPSession
  /** Told of everything that main sends to a page, as JSON. */
  readonly heard: (json: string) => void
}

/** What a frame of a window's page may call: main's handlers, and what a window does around its page. */
export function answerPage(
  frame: FrameFacts,
  { window: id, main, trouble: { errors }, cdp, heard }: PageCallsPorts
): PageCalls {
  return {
    invoke: async (channel, args) => {
      const given = (await withPaths(unpack(args, toApp), cdp)) as readonly unknown[]
      const packed = pack(await main.invoke(id, frame, channel, given), toWeb)
      heard(JSON.stringify([channel, packed]))
      return packed
    },
    tell: (channel, args) => main.tell(id, frame, channel, unpack(args, toApp) as readonly unknown[]),
    trouble: async (text) => void errors.push(text),
    openWindow: (url) => main.openWindow(id, url),
    contextMenu: (facts) => main.contextMenu(id, facts as Parameters<MainSide['contextMenu']>[1]),
    key: (facts) => main.key(id, facts as Parameters<MainSide['key']>[1]),
    permission: (name) => main.permission(id, name, frame),
    copy: (content) =>
      main.copy(
        Object.fromEntries(Object.entries(content).map(([type, base64]) => [type, Buffer.from(base64, 'base64')]))
      )
  }
}
