import { app, type WebContents } from 'electron'
import type { Log } from '../../log/line.ts'
import { parseAppAddress } from '../../policy/address.ts'
import { decideNavigation } from '../../policy/navigation.ts'
import { decideWindowOpen } from '../../policy/window-open.ts'

export interface ContentsGuard {
  /** Hosts of pages that may be opened in the system's browser. */
  readonly hosts: ReadonlySet<string>
  readonly openExternal: (url: string) => void
  readonly log: Log
}

/** Keeps every page of the app, also those of windows to come, at its own address. */
export function guardContents(guard: ContentsGuard): void {
  app.on('web-contents-created', (_event, contents) => keepAtHome(contents, guard))
}

interface Going {
  readonly url: string
  readonly preventDefault: () => void
}

function keepAtHome(contents: WebContents, { hosts, openExternal, log }: ContentsGuard): void {
  const stay = (going: Going): void => {
    // Its own page anew is all that a window may load; what main loads does not come by here.
    const home = contents.getURL()
    if (parseAppAddress(home) !== undefined && decideNavigation(going.url, home) === 'allow') return
    log({ level: 'warning', message: 'navigation denied' })
    going.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const { action, external } = decideWindowOpen(url, hosts)
    if (external !== undefined) openExternal(external)
    return { action }
  })
}
