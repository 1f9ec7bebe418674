import { appOrigin, parseAppAddress } from './address.ts'

/** Who sent a message over the bridge, as far as main can know. */
export interface SenderFacts {
  /** Null when the frame has gone or moved on since it sent the message. */
  readonly frame: { readonly origin: string; readonly url: string; readonly isTop: boolean } | null
  /** Id of the `webContents`. */
  readonly contents: number
}

/** Whether a message comes from the top frame of the app's page in a window that main has made; `windows` are their ids. */
export function isTrustedSender({ frame, contents }: SenderFacts, windows: ReadonlySet<number>): boolean {
  if (frame === null || !frame.isTop || !windows.has(contents)) return false
  return frame.origin === appOrigin && parseAppAddress(frame.url) !== undefined
}
