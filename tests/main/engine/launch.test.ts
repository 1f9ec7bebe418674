import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LaunchOptions, planLaunch } from '../../../main/engine/launch.ts'

let folder: string
let options: LaunchOptions

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'launch-')))
  options = {
    node: '/usr/bin/node',
    entry: join(folder, 'engine', 'main.ts'),
    code: [],
    readable: [],
    cache: undefined,
    spool: folder,
    hardBytes: 1000,
    fonts: []
  }
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The values of a flag that may come more than once. */
function valuesOf(flag: string, args: readonly string[]): string[] {
  return args.flatMap((argument) => (argument.startsWith(`${flag}=`) ? [argument.slice(flag.length + 1)] : []))
}

describe('the launch', () => {
  it('opens what was named and nothing else', () => {
    const file = join(folder, 'package.json')
    writeFileSync(file, '{}')
    const plan = planLaunch({ ...options, code: [file], readable: [join(folder, 'later')] }, {})
    const readable = valuesOf('--allow-fs-read', plan.args).filter((path) => path !== '/usr/bin/ldd')
    expect(readable).toEqual([file, join(folder, 'later', '*'), join(folder, '*'), join(folder, 'engine', '*')])
    expect(valuesOf('--allow-fs-write', plan.args)).toEqual([join(folder, '*')])
    expect(plan.folder).toBe(folder)
  })

  it('opens a linked folder under both of its names', () => {
    mkdirSync(join(folder, 'real'))
    symlinkSync(join(folder, 'real'), join(folder, 'link'))
    const plan = planLaunch({ ...options, readable: [join(folder, 'link')] }, {})
    const readable = valuesOf('--allow-fs-read', plan.args)
    expect(readable).toContain(join(folder, 'link', '*'))
    expect(readable).toContain(join(folder, 'real', '*'))
  })

  it('makes the cache, for its owner alone', () => {
    const cache = join(folder, 'deep', 'cache')
    const plan = planLaunch({ ...options, cache }, {})
    expect(valuesOf('--allow-fs-write', plan.args)).toContain(join(cache, '*'))
    expect(JSON.parse(plan.args.at(-1) ?? '')).toEqual({ hardBytes: 1000, fonts: [], cache })
    expect(statSync(cache).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o700)
  })

  it('says when the cache cannot be made', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => planLaunch({ ...options, cache: join(file, 'cache') }, {})).toThrow(
      expect.objectContaining({ code: 'disk' })
    )
  })

  it('hands on language and clock, and no key', () => {
    const environment = {
      LANG: 'zh_CN.UTF-8',
      TZ: 'Asia/Shanghai',
      API_KEY: 'canary',
      NODE_OPTIONS: '--inspect',
      PATH: '/'
    }
    expect(planLaunch(options, environment).environment).toEqual({
      LANG: 'zh_CN.UTF-8',
      TZ: 'Asia/Shanghai',
      TMPDIR: folder,
      TMP: folder,
      TEMP: folder,
      XDG_CACHE_HOME: folder,
      MALLOC_ARENA_MAX: '2',
      MALLOC_TRIM_THRESHOLD_: '2097152',
      MALLOC_MMAP_THRESHOLD_: '131072'
    })
  })

  it('needs a Node', () => {
    expect(() => planLaunch({ ...options, node: undefined }, {})).toThrow(
      expect.objectContaining({ code: 'engine-not-startable' })
    )
  })
})
