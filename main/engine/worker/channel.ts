import type { Readable, Writable } from 'node:stream'
import { createUnframer, frame } from '../protocol/frames.ts'
import { type FromEngine, type ToEngine, toEngine } from '../protocol/messages.ts'

/** The engine's end of the line to the app. */
export interface Channel {
  /** Calls `handle` with each message that fits the protocol. */
  readonly receive: (handle: (message: ToEngine) => void) => void
  readonly send: (message: FromEngine) => void
}

/**
 * Speaks the protocol over a pair of pipes. `onClose` is called once the app has closed its end or is gone. A message
 * that does not fit the protocol throws out of the event loop: an app that speaks nonsense is not worth serving.
 */
export function createChannel(input: Readable, output: Writable, onClose: () => void): Channel {
  input.on('end', onClose)
  // Nobody reads the answers any more: the same as a closed input.
  output.on('error', onClose)
  return {
    receive: (handle) => {
      input.on(
        'data',
        createUnframer((message) => handle(toEngine.parse(message)))
      )
    },
    send: (message) => {
      output.write(frame(message))
    }
  }
}
