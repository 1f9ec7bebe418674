import type { ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** The browser's own remote control (Chrome DevTools Protocol) over its pipe: JSON messages that end in a NUL byte. */
export interface DevTools {
  readonly send: <T>(method: string, parameters: object, sessionId?: string) => Promise<T>
}

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** Speaks to a browser started with `--remote-debugging-pipe`, which reads descriptor 3 and writes descriptor 4. */
export function connect(child: ChildProcess): DevTools {
  const toBrowser = child.stdio[3] as Writable
  const fromBrowser = child.stdio[4] as Readable
  const waiting = new Map<number, Waiting>()
  let last = 0

  const failAll = (error: Error): void => {
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  child.once('error', failAll)
  child.once('close', () => failAll(new Error('The browser ended')))
  onMessages(fromBrowser, (message) => {
    const answer = JSON.parse(message) as Answer
    if (answer.id === undefined) return
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.error) one?.reject(new Error(`The browser refused: ${answer.error.message}`))
    else one?.resolve(answer.result)
  })

  return {
    send: <T>(method: string, parameters: object, sessionId?: string) =>
      new Promise<T>((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve: (result) => resolve(result as T), reject })
        toBrowser.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`)
      })
  }
}

function onMessages(stream: Readable, take: (message: string) => void): void {
  let parts: Buffer[] = []
  stream.on('data', (chunk: Buffer) => {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      take(Buffer.concat([...parts, rest.subarray(0, end)]).toString())
      parts = []
      rest = rest.subarray(end + 1)
    }
    parts.push(rest)
  })
}
