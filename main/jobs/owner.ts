import { randomUUID } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Names this process in leases: machine, process id and a random part, since ids are used again. */
export function ownerName(): string {
  return `${machineName()}/${process.pid}/${randomUUID()}`
}

/** Whether the process that took a lease is known to be dead. Of other machines, and of ids used again, nobody knows. */
export function isGone(owner: string): boolean {
  const [machine, id] = owner.split('/')
  const pid = Number(id)
  if (machine !== machineName() || !Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    // Signal 0 asks whether there is such a process and sends nothing.
    process.kill(pid, 0)
    return false
  } catch (error) {
    // EPERM: there is one, of somebody else.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** Where process ids mean the same: a sandbox of Linux (Flatpak, Snap) counts its own. */
function machineName(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}
