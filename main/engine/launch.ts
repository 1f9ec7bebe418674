import { mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../failure.ts'
import type { Launch } from './protocol/launch.ts'

export interface LaunchOptions {
  readonly node: string | undefined
  readonly entry: string
  readonly code: readonly string[]
  readonly readable: readonly string[]
  readonly cache: string | undefined
  readonly spool: string
  readonly hardBytes: number
  /** Files of fonts for documents. */
  readonly fonts: readonly string[]
}

export interface LaunchPlan {
  readonly command: string
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly folder: string
}

/** JavaScript heap in MB. Pixels and tensors lie outside of it, so what is in it is small. */
const heapMegabytes = 512
/**
 * MB of each half of the heap for young objects. It would grow to 16 and stay there; at 2 no more time goes into
 * collecting (1.6 % of a reading), and the engine is 10 to 20 MB smaller.
 */
const youngMegabytes = 2

/** The variables that are handed on: language and clock, and where Windows keeps its libraries. Nothing else. */
const inherited = ['LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'SystemRoot', 'windir']

/** How the engine process is to be started. Throws `engine-not-startable` when there is no Node to start it with. */
export function planLaunch(options: LaunchOptions, environment: NodeJS.ProcessEnv): LaunchPlan {
  if (options.node === undefined) {
    throw new Failure('engine-not-startable', 'The reading engine needs Node, and none was found.', {
      advice: 'Install Glyphlens anew.'
    })
  }
  if (options.cache !== undefined) makeFolder(options.cache)
  const writable = [options.spool, ...(options.cache === undefined ? [] : [options.cache])]
  const readable = [
    ...options.code,
    ...options.readable,
    ...writable,
    dirname(options.entry),
    ...options.fonts,
    ...systemFiles()
  ]
  const told: Launch = {
    hardBytes: options.hardBytes,
    fonts: [...options.fonts],
    ...(options.cache === undefined ? {} : { cache: options.cache })
  }
  return {
    command: options.node,
    args: [
      '--permission',
      '--allow-addons',
      // For the watchdog thread, which gives the permission up as soon as it runs.
      '--allow-worker',
      ...readable.flatMap(patterns).map((path) => `--allow-fs-read=${path}`),
      ...writable.flatMap(patterns).map((path) => `--allow-fs-write=${path}`),
      `--max-old-space-size=${heapMegabytes}`,
      `--max-semi-space-size=${youngMegabytes}`,
      // Node warns of the two flags above at each start, and Node 22 of running TypeScript.
      '--disable-warning=SecurityWarning',
      '--disable-warning=ExperimentalWarning',
      options.entry,
      JSON.stringify(told)
    ],
    environment: filterEnvironment(environment, options.spool),
    folder: options.spool
  }
}

function filterEnvironment(environment: NodeJS.ProcessEnv, spool: string): Record<string, string> {
  const kept = inherited.flatMap((name) => {
    const value = environment[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const temporary = ['TMPDIR', 'TMP', 'TEMP', 'XDG_CACHE_HOME'].map((name) => [name, spool] as const)
  return Object.fromEntries([...kept, ...temporary, ...allocator])
}

/**
 * Of glibc, ignored elsewhere: with its usual eight pools a processor, freed pictures are never given back. Buffers of
 * 128 KiB and more lie outside of the pools, in which they leave holes of some 10 MB, and of a pool's free end no more
 * than 2 MiB are kept: at 16 it grew for ten rounds of 36 pictures.
 */
const allocator = [
  ['MALLOC_ARENA_MAX', '2'],
  ['MALLOC_TRIM_THRESHOLD_', String(2 * 1024 * 1024)],
  ['MALLOC_MMAP_THRESHOLD_', String(128 * 1024)]
] as const

/** sharp asks this script which C library the system has, and without it makes a slow diagnostic report. */
function systemFiles(): string[] {
  return process.platform === 'linux' ? ['/usr/bin/ldd'] : []
}

/**
 * A path as the permission flags want it. Node compares names, and modules are loaded by their real name but files
 * opened by the one that was given: both are allowed. The star stands for all inside, and holds too for a folder that
 * does not exist yet.
 */
function patterns(path: string): string[] {
  try {
    const names = [...new Set([path, realpathSync(path)])]
    return statSync(path).isFile() ? names : names.map((name) => join(name, '*'))
  } catch {
    return [join(path, '*')]
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new Failure('disk', `The folder ${folder} cannot be created.`, {
      advice: 'Check the permissions of the folder and the free space.',
      cause
    })
  }
}
