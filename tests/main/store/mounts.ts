import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Whether this machine lets the tests mount file systems; a sentence on the console says when it does not. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return leaveOut()
  const folder = mkdtempSync(join(tmpdir(), 'glyphlens-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', folder], { stdio: 'ignore' })
    unmount(folder)
    return true
  } catch {
    return leaveOut()
  } finally {
    rmdirSync(folder)
  }
}

function leaveOut(): false {
  console.log('Tests with full and read-only file systems were left out: they need the right to mount.')
  return false
}

/** A file system in memory of so many kibibytes, until the test has finished. */
export function mountMemory(folder: string, kibibytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'none', folder])
  onTestFinished(() => unmount(folder))
}

/** From now on nothing in a mounted folder can be written. */
export function remountReadOnly(folder: string): void {
  execFileSync('mount', ['-o', 'remount,ro', folder])
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder])
}
