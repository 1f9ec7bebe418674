import type { AppResults, Diagnosis, Start, UpdateState } from '../../preload/contract/app.ts'
import type { Caller, Handlers, Parsed } from '../../preload/contract/contract.ts'
import { assertNever, Failure } from '../failure.ts'
import { decideExternalLink } from '../policy/external-link.ts'
import { saying } from '../saying.ts'
import { type Pasted, paste } from './app/paste.ts'
import type { Intake } from './intake.ts'

export interface AppPorts {
  readonly start: () => Start
  readonly intake: Intake
  /** Asks the person in a dialog of the window; absolute paths, none when it was closed. */
  readonly choose: (what: 'files' | 'folder', caller: Caller) => Promise<readonly string[]>
  /** What the clipboard holds now. */
  readonly clipboard: () => Promise<Pasted>
  readonly outside: Outside
  /** Hosts of pages that may be opened in the browser. */
  readonly hosts: ReadonlySet<string>
  /** Absolute path or address that an entry came from. Throws `library-entry-missing`. */
  readonly origin: (entry: number) => string | undefined
  /** Lets the picture of an entry be dragged out of the window. Throws `library-entry-missing`, `library-picture-missing`. */
  readonly drag: (entry: number, caller: Caller) => Promise<void>
  readonly diagnose: () => Promise<Diagnosis>
  readonly update: (action: 'check' | 'install') => Promise<UpdateState>
}

/** Other programs. */
export interface Outside {
  /** In the system's browser; only what `decideExternalLink` has allowed. */
  readonly openLink: (url: string) => Promise<void>
  /** Shows a file in its folder; false when it is not there. */
  readonly showFile: (path: string) => Promise<boolean>
  readonly openDataFolder: () => Promise<void>
  readonly openLibraryFolder: () => Promise<void>
  /** The pane of the system's settings where screens may be looked at; undefined where the system has none. */
  readonly openScreenPermission: (() => Promise<void>) | undefined
}

/** What the app as a whole does. */
export function createAppHandlers(ports: AppPorts): Handlers['app'] {
  const { start, diagnose, update } = ports
  return {
    start: () => start(),
    take: (wish, caller) => take(wish, caller, ports),
    open: async (wish, caller) => {
      await open(wish, caller, ports)
      return null
    },
    diagnose: () => diagnose(),
    update: ({ action }) => update(action)
  }
}

async function take(
  wish: Parsed<'app', 'take'>,
  caller: Caller,
  { intake, choose, clipboard }: AppPorts
): Promise<AppResults['take']> {
  switch (wish.from) {
    case 'drop':
      return await intake.paths(wish.paths)
    case 'dialog': {
      const paths = await choose(wish.what, caller)
      return paths.length === 0 ? [] : await intake.paths(paths)
    }
    case 'clipboard':
      return await paste(await clipboard(), intake)
    case 'address':
      return [await intake.address(wish.url)]
    case 'sample':
      return [await intake.sample(wish.name)]
    case 'part':
      return [await intake.part(wish.entry, wish.box)]
    default:
      return assertNever(wish, 'a way in of no known kind')
  }
}

async function open(
  wish: Parsed<'app', 'open'>,
  caller: Caller,
  { outside, hosts, origin, drag }: AppPorts
): Promise<void> {
  switch (wish.what) {
    case 'link': {
      const link = decideExternalLink(wish.url, hosts)
      if (link.decision === 'deny') {
        throw new Failure('usage', 'This address is not one that Glyphlens opens in the browser.', {
          advice: 'Copy it, and open it in your browser yourself.',
          saying: saying('app.foreign-link')
        })
      }
      return await outside.openLink(link.url)
    }
    case 'origin': {
      const path = origin(wish.entry)
      if (path === undefined || !(await outside.showFile(path))) throw originMissing()
      return
    }
    case 'drag':
      return await drag(wish.entry, caller)
    case 'data-folder':
      return await outside.openDataFolder()
    case 'library-folder':
      return await outside.openLibraryFolder()
    case 'screen-permission':
      if (outside.openScreenPermission === undefined) {
        throw new Failure('usage', 'This system has no such setting.', {
          advice: 'Try a capture.',
          saying: saying('app.no-setting')
        })
      }
      return await outside.openScreenPermission()
    default:
      return assertNever(wish, 'something to open of no known kind')
  }
}

function originMissing(): Failure {
  return new Failure('picture-missing', 'The file that this came from is not there any more.', {
    advice: 'The picture itself is kept in the library.',
    saying: saying('picture.origin')
  })
}
