import type { Taken } from '../../preload/contract/app.ts'
import type { Api, Events, Results } from '../../preload/contract/contract.ts'
import type { EntrySummary } from '../../preload/contract/library.ts'
import type { Problem, Result } from '../../preload/contract/result.ts'
import type { SettingsView } from '../../preload/contract/settings.ts'
import type { VisionCheck } from '../../preload/contract/vision.ts'
import { sampleEntry, samplePage, sampleView } from './fake/entries.ts'
import { sampleSettings } from './fake/settings.ts'
import { samplePictures } from './fake/texts.ts'

export interface FakeBridgeOptions {
  /** Entries of the sample library. Default: 60. */
  readonly entries?: number
  readonly platform?: 'darwin' | 'win32' | 'linux'
  readonly language?: 'en' | 'zh-CN'
  readonly isWayland?: boolean
  readonly settings?: SettingsView
}

/** A verb's answer that a test decides, by its name such as `library.find`; answers `Result`s. */
type Answer = (argument: never) => unknown

/** The bridge without main: sample data behind every verb, in memory. */
export interface FakeBridge {
  readonly api: Api
  /** Every call so far. */
  readonly calls: { readonly channel: string; readonly argument: unknown }[]
  /** Every answer so far. */
  readonly answered: unknown[]
  /** Main tells of something. */
  readonly tell: <N extends keyof Events>(noun: N, event: Events[N]) => void
  /** From now on a verb answers this. */
  readonly answer: (channel: string, answer: Answer) => void
}

export const good = <T>(value: T): Result<T> => ({ ok: true, value })
export const bad = (problem: Problem): Result<never> => ({ ok: false, problem })

/** A picture as main takes it in; `place` chooses one of the samples. */
export function samplePicture(place = 0): Taken {
  const picture = samplePictures[place % samplePictures.length] ?? samplePictures[0]
  return {
    kind: 'picture',
    token: String(place).padStart(32, '0'),
    name: `${picture.name}.png`,
    picture: {
      id: String(place % samplePictures.length).padStart(64, '0'),
      format: 'png',
      bytes: picture.bytes,
      width: picture.width,
      height: picture.height
    }
  }
}

/** Makes a bridge with sample data; what is changed stays changed. */
export function createFakeBridge(options: FakeBridgeOptions = {}): FakeBridge {
  const count = options.entries ?? 60
  let settings = options.settings ?? sampleSettings
  let newest = count
  const deleted = new Set<number>()
  const changes = new Map<number, Partial<EntrySummary>>()
  const texts = new Map<number, string>()
  const listeners = new Map<string, Set<(event: never) => void>>()
  const answers = new Map<string, Answer>()
  const calls: { channel: string; argument: unknown }[] = []
  const answered: unknown[] = []

  const changed = (entry: EntrySummary): EntrySummary | undefined =>
    deleted.has(entry.id) ? undefined : { ...entry, ...changes.get(entry.id) }
  const tell: FakeBridge['tell'] = (noun, event) => {
    for (const listener of listeners.get(noun) ?? []) listener(event as never)
  }
  const on = (noun: string) => (listener: (event: never) => void) => {
    const heard = listeners.get(noun) ?? new Set()
    listeners.set(noun, heard.add(listener))
    return () => void heard.delete(listener)
  }
  /** Each verb: noted, then what a test wishes, else the sample. */
  const verb =
    <A, T>(channel: string, sample: (argument: A) => T) =>
    async (argument: A): Promise<Result<T>> => {
      calls.push({ channel, argument })
      await Promise.resolve()
      const answer = answers.get(channel)
      const result = answer === undefined ? good(sample(argument)) : ((await answer(argument as never)) as Result<T>)
      answered.push(result)
      return result
    }

  const api: Api = {
    app: {
      start: verb('app.start', () => ({
        version: '0.1.0',
        platform: options.platform ?? 'linux',
        language: options.language ?? 'en',
        isPackaged: true,
        isWayland: options.isWayland ?? false,
        notices: [],
        imageBase: '/pictures/',
        thumbnailBase: '/pictures/'
      })),
      take: verb('app.take', (from) => [samplePicture(from.from === 'sample' ? sampleNames.indexOf(from.name) : 0)]),
      drop: verb('app.drop', (files: readonly File[]) => files.map((_, place) => samplePicture(place))),
      open: verb('app.open', () => null),
      diagnose: verb('app.diagnose', () => ({
        findings: [
          { room: 'engine', name: 'Engine', value: 'running, 4 threads', state: 'good' },
          { room: 'pack', name: 'Model pack', value: 'PP-OCRv4 mobile', state: 'good' },
          { room: 'displays', name: 'Display 1', value: '2560 x 1440, scale 1.5', state: 'plain' },
          {
            room: 'hotkeys',
            name: 'Ask about a region',
            value: 'taken by another program',
            state: 'bad',
            advice: 'Choose another combination.'
          },
          { room: 'keyring', name: 'Keyring', value: 'gnome-libsecret', state: 'good' },
          { room: 'network', name: 'Proxy', value: 'none', state: 'plain' }
        ],
        captures: Array.from({ length: 24 }, (_, place) => ({
          mode: 'read-region' as const,
          overlay: 130 + ((place * 37) % 90) + (place === 17 ? 140 : 0),
          text: 420 + ((place * 71) % 260)
        })),
        report: 'Glyphlens 0.1.0\nengine: running, 4 threads'
      })),
      update: verb('app.update', () => ({ kind: 'current' })),
      on: on('app')
    },
    jobs: {
      add: verb('jobs.add', ({ subjects }) => {
        const entries = subjects.map(() => (newest += 1))
        queueMicrotask(() => tell('library', { kind: 'changed' }))
        return { entries, known: [] }
      }),
      preview: verb('jobs.preview', ({ ask }) => ({
        provider: ask.engine,
        host: ask.engine === 'device' ? '' : 'api-inference.modelscope.cn',
        isLoopback: false,
        model: ask.engine === 'device' ? '' : 'Qwen/Qwen3-VL-30B-A3B-Instruct',
        calls: ask.engine === 'device' ? 0 : 1,
        bytes: 14_820,
        tokens: 320,
        shots:
          ask.engine === 'device'
            ? []
            : [{ width: 420, height: 640, format: 'png', bytes: 14_820, address: `/pictures/${'0'.repeat(64)}` }],
        localText: true,
        notices: [],
        remaining: 1874,
        renewed: undefined
      })),
      change: verb('jobs.change', () => ({ count: 1 })),
      status: verb('jobs.status', () => ({
        paused: false,
        states: { queued: 4, running: 1, waiting: 2, done: 31, failed: 1, cancelled: 0, unsure: 0 },
        waiting: { quota: 2 },
        progress: { done: 31, failed: 1, remaining: 7, rate: 0.8, timeLeft: 8750 },
        batches: [
          {
            id: 1,
            title: 'Invoices 2026',
            source: 'folder',
            created: Date.UTC(2026, 10, 30, 9),
            paused: false,
            watched: false,
            listed: true,
            states: { queued: 4, running: 1, waiting: 2, done: 31, failed: 1, cancelled: 0, unsure: 0 },
            refused: 1
          }
        ],
        refusals: [
          {
            path: 'Invoices/broken.png',
            problem: { code: 'picture-damaged', message: 'The picture is damaged.', advice: 'Save it again.' }
          }
        ]
      })),
      on: on('jobs')
    },
    library: {
      find: verb('library.find', (search) => samplePage(newest, search, changed)),
      entry: verb('library.entry', ({ id, layout }) => {
        const summary = sampleEntry(id, newest)
        const view = sampleView({ ...summary, ...changes.get(id) })
        const edited = texts.get(id)
        if (edited !== undefined) return { ...view, text: edited, isEdited: true, layout: undefined }
        return layout === undefined || view.layout === undefined ? view : { ...view, layout }
      }),
      change: verb('library.change', ({ ids, change }) => {
        for (const id of ids) {
          if (change.kind === 'delete') deleted.add(id)
          if (change.kind === 'restore') deleted.delete(id)
          if (change.kind === 'star') changes.set(id, { ...changes.get(id), starred: change.starred })
          if (change.kind === 'edit' && change.text === undefined) texts.delete(id)
          if (change.kind === 'edit' && change.text !== undefined) texts.set(id, change.text)
        }
        queueMicrotask(() => tell('library', { kind: 'changed' }))
        return { count: ids.length }
      }),
      export: verb('library.export', ({ format }) => ({ kind: 'saved', name: `glyphlens.${format}`, missing: 0 })),
      care: verb('library.care', ({ action }) => careReports(newest - deleted.size)[action]),
      on: on('library')
    },
    capture: {
      begin: verb('capture.begin', () => null),
      scene: verb('capture.scene', () => null),
      act: verb('capture.act', () => null),
      on: on('capture')
    },
    settings: {
      read: verb('settings.read', () => settings),
      change: verb('settings.change', (patch) => {
        const values = Object.fromEntries(
          Object.entries(settings.values).map(([group, former]) => [group, { ...former, ...patch[group as 'vision'] }])
        )
        settings = { ...settings, values: values as unknown as SettingsView['values'] }
        queueMicrotask(() => tell('settings', { kind: 'changed' }))
        return settings
      }),
      key: verb('settings.key', ({ action }) => ({
        kind: action === 'save' ? 'stored' : action === 'remove' ? 'removed' : action === 'look' ? 'looked' : 'opened',
        message: action === 'look' ? 'It looks like a key of this provider.' : 'Done.',
        canAccept: false
      })),
      on: on('settings')
    },
    vision: {
      check: verb('vision.check', ({ what, model }) => checks(model ?? 'Qwen/Qwen3-VL-30B-A3B-Instruct')[what]),
      follow: verb('vision.follow', (wish) =>
        wish.action === 'cancel'
          ? null
          : { question: wish.question, answer: 'The total is $32.34.', created: Date.UTC(2026, 10, 30, 12, 5) }
      ),
      on: on('vision')
    },
    engine: { pack: verb('engine.pack', () => settings.packs), on: on('engine') }
  }
  return { api, calls, answered, tell, answer: (channel, answer) => void answers.set(channel, answer) }
}

const sampleNames = samplePictures.map((picture): string => picture.name)

type Care = Results['library']['care']

const careReports = (
  entries: number
): Record<'stats' | 'check' | 'import' | 'backup' | 'plan' | 'prune' | 'watch' | 'move' | 'stay', Care> => ({
  stats: {
    kind: 'stats',
    stats: {
      entries,
      starred: 6,
      pictures: 5,
      bytes: { pictures: 48_200_000, thumbnails: 3_100_000, database: 1_900_000, backups: 1_900_000 },
      folder: '/home/ada/.local/share/Glyphlens'
    }
  },
  check: { kind: 'check', sentences: [{ message: 'Nothing is wrong.' }], sound: true },
  import: { kind: 'import', added: 12, known: 3, refused: 0 },
  backup: { kind: 'backup', file: 'library-2026-11-30.sqlite' },
  plan: { kind: 'plan', entries: 17, bytes: 8_400_000 },
  prune: { kind: 'prune', entries: 17 },
  watch: { kind: 'watch', batch: 2 },
  move: { kind: 'moved' },
  stay: { kind: 'cancelled' }
})

const checks = (model: string): Record<VisionCheck['what'], VisionCheck> => ({
  connection: {
    what: 'connection',
    model,
    milliseconds: 812,
    steps: ['address', 'connection', 'key', 'account', 'model', 'sight'].map((step) => ({ step, state: 'good' }))
  },
  sight: { what: 'sight', boxes: 'thousand', legible: 14 },
  models: {
    what: 'models',
    models: [
      { id: 'Qwen/Qwen3-VL-30B-A3B-Instruct', sees: true },
      { id: 'Qwen/Qwen3-VL-235B-A22B-Instruct', sees: true },
      { id: 'Qwen/Qwen3-30B-A3B', sees: false }
    ]
  }
})
