import { createRegistry, type Message } from '../../../main/bridge/registry.ts'
import type { LogLine } from '../../../main/log/line.ts'
import { channels } from '../../../preload/contract/channels.ts'
import type { Handlers } from '../../../preload/contract/contract.ts'

/** A sender whom main has made. */
export const trusted: Message['sender'] = {
  contents: 7,
  frame: { origin: 'app://glyphlens', url: 'app://glyphlens/index.html', isTop: true }
}

/** A registry whose handlers write down what reached them, and answer what they got. */
export function createRecorder(answer: (argument: unknown) => unknown = (argument) => argument) {
  const reached: { readonly channel: string; readonly argument: unknown; readonly caller: unknown }[] = []
  const lines: LogLine[] = []
  const nouns = Object.entries(channels).map(([noun, verbs]) => {
    const handlers = verbs.map((verb) => [
      verb,
      (argument: unknown, caller: unknown) => {
        reached.push({ channel: `${noun}.${verb}`, argument, caller })
        return answer(argument)
      }
    ])
    return [noun, Object.fromEntries(handlers)]
  })
  const registry = createRegistry({
    handlers: Object.fromEntries(nouns) as Handlers,
    windows: () => new Set([7]),
    log: (line) => lines.push(line)
  })
  return { registry, reached, lines }
}
