import type { Given } from '../../../preload/contract/contract.ts'

type Examples = {
  readonly app: { readonly [V in 'start' | 'take' | 'open' | 'diagnose' | 'update']: Given<'app', V> }
  readonly jobs: { readonly [V in 'add' | 'preview' | 'change' | 'status']: Given<'jobs', V> }
  readonly library: { readonly [V in 'find' | 'entry' | 'change' | 'export' | 'care']: Given<'library', V> }
  readonly capture: { readonly [V in 'begin' | 'scene' | 'act']: Given<'capture', V> }
  readonly settings: { readonly [V in 'read' | 'change' | 'key']: Given<'settings', V> }
  readonly vision: { readonly [V in 'check' | 'follow']: Given<'vision', V> }
  readonly engine: { readonly pack: Given<'engine', 'pack'> }
}

const token = '0123456789abcdef0123456789abcdef'

/** One argument for each verb that its schema takes; hostile ones are made of them. */
export const examples: Examples = {
  app: {
    start: {},
    take: { from: 'drop', paths: ['/home/somebody/picture.png'] },
    open: { what: 'link', url: 'https://example.com/keys' },
    diagnose: {},
    update: { action: 'check' }
  },
  jobs: {
    add: { subjects: [{ token }, { entry: 3 }], ask: { task: 'read', engine: 'device' } },
    preview: { subject: { entry: 3 }, ask: { task: 'describe', engine: 'modelscope', options: {} } },
    change: { which: { ids: [1, 2] }, wish: { kind: 'cancel' } },
    status: { batch: 1 }
  },
  library: {
    find: { words: 'lamp', filters: { starred: true }, limit: 50 },
    entry: { id: 1, layout: 'lines' },
    change: { ids: [1], change: { kind: 'edit', text: 'mine' } },
    export: { ids: [1], format: 'markdown' },
    care: { action: 'plan', rules: { days: 30 } }
  },
  capture: {
    begin: { mode: 'read-region' },
    scene: {},
    act: { kind: 'press', point: { x: 1, y: 2 } }
  },
  settings: {
    read: {},
    change: { appearance: { theme: 'dark' } },
    key: { action: 'save', provider: 'modelscope', text: 'a key', accept: false }
  },
  vision: {
    check: { what: 'models', provider: 'modelscope' },
    follow: { action: 'ask', entry: 1, question: 'Why?' }
  },
  engine: { pack: { id: 'ppocr-v6-small', action: 'fetch' } }
}
