import { shell } from 'electron'
import { decideExternalLink } from '../../policy/external-link.ts'

/** Where macOS asks whether an app may look at the screen. */
export const screenPermissionPane = 'x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture'

/** Hands an address to the system: one of an allowed host, or one of the system's own settings. The only way to do so. */
export async function openOutside(url: string, hosts: ReadonlySet<string>): Promise<void> {
  const link = decideExternalLink(url, hosts)
  if (link.decision === 'allow') await shell.openExternal(link.url)
  else if (url === screenPermissionPane) await shell.openExternal(url)
  else throw new TypeError(`an address that must not be opened: ${link.why}`)
}
