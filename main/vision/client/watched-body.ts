import { setImmediate as nextTurn } from 'node:timers/promises'

/** Bytes that are passed on in one go; then timers, signals and the rest of the app have their turn. */
const breath = 128 * 1024

/** Called with every chunk before it is passed on; what it throws ends the body. */
export type Watcher = (chunk: Uint8Array) => void

/**
 * Passes a body on, chunk by chunk as they are asked for. It ends when the signal aborts, whether or not the network
 * notices the signal, and is always cancelled underneath when it does not come to its end.
 */
export function watchBody(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  watch: Watcher
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  // A reader that fails while it is cancelled has let go as well.
  const cancel = () => reader.cancel().catch(() => undefined)
  const abort = () => void cancel()
  signal.addEventListener('abort', abort, { once: true })
  if (signal.aborted) abort()
  let inOneGo = 0
  const release = () => signal.removeEventListener('abort', abort)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (done) {
            release()
            controller.close()
            return
          }
          watch(value)
          inOneGo += value.length
          if (inOneGo >= breath) {
            inOneGo = 0
            await nextTurn()
          }
          controller.enqueue(value)
        } catch (thrown) {
          release()
          void cancel()
          throw thrown
        }
      },
      cancel() {
        release()
        return cancel()
      }
    },
    { highWaterMark: 0 }
  )
}
