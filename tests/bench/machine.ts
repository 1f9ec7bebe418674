/** What Linux tells of processes and processors under /proc. */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds of one tick of the kernel's accounts: USER_HZ is 100 on every Linux that Node runs on. */
const tick = 10

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process has ended meanwhile.
    return ''
  }
}

/** A process with all its descendants. */
export function familyOf(pid: number): number[] {
  const children = tasksOf(pid).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number)
  )
  return [pid, ...children.flatMap(familyOf)]
}

function tasksOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

/** Peak of a process's resident memory in megabytes. */
export function peakOf(pid: number): number {
  return statusOf(pid, 'VmHWM')
}

/** A process's resident memory in megabytes. */
export function residentOf(pid: number): number {
  return statusOf(pid, 'VmRSS')
}

function statusOf(pid: number, field: string): number {
  const kibibytes = new RegExp(`${field}:\\s+(\\d+)`).exec(read(`/proc/${pid}/status`))?.[1]
  return Number(kibibytes ?? 0) / 1024
}

/** Processor time of a process and its reaped children, in milliseconds. */
function processorTimeOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) * tick
}

/** Processor time of the whole machine since it started, in milliseconds; waiting is left out. */
function busyTime(): number {
  const [user = 0, nice = 0, system = 0, , , interrupt = 0, softInterrupt = 0, steal = 0] = (
    read('/proc/stat').split('\n')[0] ?? ''
  )
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user + nice + system + interrupt + softInterrupt + steal) * tick
}

export interface Sample<T> {
  readonly value: T
  /** Milliseconds on the clock and of processor time. */
  readonly wall: number
  readonly processor: number
  /** Processors that others kept busy meanwhile. */
  readonly foreign: number
  /** Others used so little that the time counts. */
  readonly clean: boolean
}

export interface Patience {
  /** How often a sample is taken again because others were busy. */
  readonly tries: number
  /** Longest wait for a quiet moment before each, in milliseconds. */
  readonly quiet: number
}

/** Times a call that works in the process `pid` and its descendants, and takes it again while others disturb it. */
export async function measure<T>(pid: number, patience: Patience, call: () => Promise<T>): Promise<Sample<T>> {
  let best: Sample<T> | undefined
  for (let attempt = 0; attempt < Math.max(1, patience.tries); attempt++) {
    await untilQuiet(patience.quiet)
    const sample = await sampled(pid, call)
    if (!best || sample.foreign < best.foreign) best = sample
    if (best.clean) break
  }
  return best as Sample<T>
}

async function sampled<T>(pid: number, call: () => Promise<T>): Promise<Sample<T>> {
  const own = (): number => [process.pid, ...familyOf(pid)].reduce((sum, one) => sum + processorTimeOf(one), 0)
  const busyBefore = busyTime()
  const ownBefore = own()
  const start = performance.now()
  const value = await call()
  const wall = performance.now() - start
  const processor = own() - ownBefore
  const foreignTime = Math.max(0, busyTime() - busyBefore - processor)
  // Short calls last a few ticks: a ratio says nothing there.
  const clean = foreignTime <= wall * 0.15 || foreignTime <= 2 * tick
  return { value, wall, processor, foreign: foreignTime / Math.max(wall, 3 * tick), clean }
}

/** Waits, at most `limit` milliseconds, for a moment in which the machine has nothing else to do. */
async function untilQuiet(limit: number): Promise<void> {
  const end = performance.now() + limit
  while (performance.now() < end) {
    const start = performance.now()
    const before = busyTime()
    await wait(120)
    if (busyTime() - before < (performance.now() - start) * 0.25) return
  }
}
