import type { Session } from 'electron'
import type { Log } from '../../log/line.ts'
import { decidePermission, type PermissionFacts } from '../../policy/permission.ts'
import { decideRequest } from '../../policy/request.ts'

/** Takes from the windows' session what it could do with network, devices and permissions. Denied first. */
export function guardSession(session: Session, log: Log): void {
  const isAllowed = (permission: string, facts: PermissionFacts): boolean => {
    const decision = decidePermission(permission, facts)
    if (decision !== 'allow') log({ level: 'info', message: `permission denied: ${permission}` })
    return decision === 'allow'
  }

  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl: url, isMainFrame }) =>
    answer(isAllowed(permission, { url, isMainFrame }))
  )
  // The contents may be missing; what counts is the frame.
  session.setPermissionCheckHandler((_contents, permission, origin, { requestingUrl, isMainFrame }) =>
    isAllowed(permission, { url: requestingUrl ?? origin, isMainFrame })
  )
  session.setDevicePermissionHandler(() => false)
  // Not an empty object: where a picture was asked for, Electron throws at an answer without one.
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const isDenied = decideRequest(url) !== 'allow'
    if (isDenied) log({ level: 'warning', message: `request denied: ${resourceType}` })
    answer({ cancel: isDenied })
  })
  // What the page has made itself may be saved: the system asks the person where to.
  session.on('will-download', (event, item) => {
    const url = item.getURL()
    if (!url.startsWith('blob:') || decideRequest(url) !== 'allow') event.preventDefault()
  })
}
