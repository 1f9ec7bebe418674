import { readdirSync, readFileSync } from 'node:fs'

/** A process as Linux shows it. */
export interface SeenProcess {
  readonly pid: number
  readonly parent: number
  readonly command: string
  readonly environment: string
}

function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

/** All processes below one, at any depth. Linux only. */
export function descendants(pid: number): readonly SeenProcess[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .map((one) => ({ pid: one, parent: Number(/^\d+ \(.*\) \S (\d+)/s.exec(read(one, 'stat'))?.[1] ?? 0) }))
  const below = (parent: number): number[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one.pid, ...below(one.pid)])
  return below(pid).map((one) => ({
    pid: one,
    parent: all.find((other) => other.pid === one)?.parent ?? 0,
    command: read(one, 'cmdline').replaceAll('\0', ' '),
    environment: read(one, 'environ').replaceAll('\0', '\n')
  }))
}

/** The engine of a running app, if it has one. */
export function engineOf(pid: number): SeenProcess | undefined {
  return descendants(pid).find(({ command }) => command.includes('out/engine/main.js'))
}
