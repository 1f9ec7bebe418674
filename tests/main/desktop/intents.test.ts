import { describe, expect, test } from 'vitest'
import { createIntents } from '../../../main/desktop/intents.ts'
import { Failure } from '../../../main/failure.ts'
import type { Intent } from '../../../main/policy/intent.ts'
import type { Taken } from '../../../preload/contract/app.ts'

const twoRefused = {
  message: '2 files do not lie on this computer.',
  saying: { name: 'app.refused-paths', values: { count: 2 } }
}

const folder: Taken = { kind: 'folder', token: 'x', name: 'a' }

/** What an intent has brought about, in order. */
async function after(intent: Intent, take: () => Promise<readonly Taken[]> = async () => [folder]): Promise<unknown[]> {
  const done: unknown[] = []
  const follow = createIntents({
    show: () => done.push('show'),
    tell: (event) => done.push(event),
    capture: async (mode) => void done.push(mode),
    take,
    entryOf: (uid) => (uid === 'known' ? 7 : undefined),
    log: ({ message }) => done.push(message)
  })
  follow(intent)
  // What it does takes no time but that of its promises.
  await new Promise((resolve) => setImmediate(resolve))
  return done
}

async function full(): Promise<never> {
  throw new Failure('disk', 'Full.', { advice: 'Make room.' })
}

describe('what the outside asks', () => {
  test.each([
    [{ kind: 'show' }, ['show']],
    [{ kind: 'capture' }, ['read-region']],
    [{ kind: 'capture-again' }, ['read-again']],
    [{ kind: 'library', entry: undefined }, ['show', { kind: 'go', room: 'library' }]],
    [{ kind: 'library', entry: 'known' }, ['show', { kind: 'go', room: 'library', entry: 7 }]],
    [{ kind: 'library', entry: 'unknown' }, ['show', { kind: 'go', room: 'library' }]],
    [{ kind: 'open', paths: ['/a'], refused: 0 }, ['show', { kind: 'taken', items: [folder] }]],
    [{ kind: 'open', paths: [], refused: 2 }, ['show', { kind: 'notice', level: 'warning', problem: twoRefused }]]
  ] as [Intent, unknown[]][])('%j', async (intent, expected) => {
    expect(await after(intent)).toEqual(expected)
  })

  test('what fails is told to the person', async () => {
    expect(await after({ kind: 'open', paths: ['/a'], refused: 0 }, full)).toEqual([
      'show',
      'an intent failed: open',
      { kind: 'notice', level: 'error', problem: { code: 'disk', message: 'Full.', advice: 'Make room.' } }
    ])
  })
})
