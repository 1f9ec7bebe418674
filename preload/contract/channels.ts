/** Every verb of the bridge, under its noun: fewer than 25, and no other way from the window to main. */
export const channels = {
  app: ['start', 'take', 'open', 'diagnose', 'update'],
  jobs: ['add', 'preview', 'change', 'status'],
  library: ['find', 'entry', 'change', 'export', 'care'],
  capture: ['begin', 'scene', 'act'],
  settings: ['read', 'change', 'key'],
  vision: ['check', 'follow'],
  engine: ['pack']
} as const

type Channels = typeof channels
export type Noun = keyof Channels

/** Name of a verb on the wire, such as `jobs.add`. */
export type Channel = { [N in Noun]: `${N}.${Channels[N][number]}` }[Noun]

/** Nouns that main tells news of; on the wire they are called `<noun>.event`. */
export const eventNouns = [
  'app',
  'jobs',
  'library',
  'capture',
  'settings',
  'vision',
  'engine'
] as const satisfies Noun[]
export type EventNoun = (typeof eventNouns)[number]
