import type { VisionEvent, VisionResults } from '../../../preload/contract/vision.ts'
import type { Archive } from '../../archive.ts'
import { asFailure, Failure } from '../../failure.ts'
import { saying } from '../../saying.ts'
import type { Preferences } from '../../settings/preferences.ts'
import type { Language } from '../../tasks/prompt/language.ts'
import type { Meter } from '../../vision/metered.ts'
import type { Vision } from '../../vision/vision.ts'
import { furtherQuestion } from './further.ts'

export interface FollowPorts {
  readonly vision: Pick<Vision, 'analyze'>
  readonly archive: () => Pick<Archive, 'library'>
  readonly meter: Meter
  readonly preferences: Pick<Preferences, 'get'>
  /** Of the app. */
  readonly language: () => Language
  readonly emit: (event: VisionEvent) => void
  /** An entry has a turn more. */
  readonly changed: (entry: number) => void
  /** Calls everything off when the app is quit. */
  readonly closing?: AbortSignal
}

/** Further questions about entries, one at a time for each. */
export interface Follow {
  /**
   * Asks, and keeps the answer with the entry; null when it was cancelled. A question that failed leaves nothing behind.
   * Throws `usage` while another one is on its way, `library-entry-missing`, and what calls throw.
   */
  readonly ask: (entry: number, question: string) => Promise<VisionResults['follow']>
  readonly cancel: (entry: number) => void
}

export function createFollow(ports: FollowPorts): Follow {
  const running = new Map<number, AbortController>()

  const ask = async (id: number, question: string, signal: AbortSignal): Promise<VisionResults['follow']> => {
    const { library } = ports.archive()
    const entry = library.entries.get(id)
    const { provider } = ports.preferences.get().vision
    const wishes = furtherQuestion(entry, question, { provider, language: ports.language() })
    const bytes = await library.pictures.bytes(entry.picture.id)
    const analysis = await ports.vision.analyze({ kind: 'bytes', bytes, name: entry.name }, wishes, {
      signal,
      meter: ports.meter,
      onText: (delta) => ports.emit({ kind: 'text', entry: id, delta }),
      onEvent: (event) => {
        if (event.kind === 'again') ports.emit({ kind: 'again', entry: id })
      }
    })
    library.entries.addTurn(id, { question, answer: analysis.result.text })
    ports.changed(id)
    const turn = library.entries.get(id).turns.at(-1)
    return { question, answer: analysis.result.text, created: turn?.created ?? Date.now() }
  }

  return {
    ask: async (id, question) => {
      if (running.has(id)) throw busy()
      const controller = new AbortController()
      running.set(id, controller)
      const signals = ports.closing === undefined ? [controller.signal] : [controller.signal, ports.closing]
      try {
        return await ask(id, question, AbortSignal.any(signals))
      } catch (thrown) {
        const failure = asFailure(thrown)
        if (failure.code === 'cancelled') return null
        throw failure
      } finally {
        running.delete(id)
      }
    },
    cancel: (id) => running.get(id)?.abort()
  }
}

function busy(): Failure {
  return new Failure('usage', 'Another question about this picture is on its way.', {
    advice: 'Wait for its answer, or cancel it.',
    saying: saying('ask.on-its-way')
  })
}
