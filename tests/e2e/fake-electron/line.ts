/** One end of a channel of messages, such as a child process or `process` itself. */
export interface Port {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

type Message =
  | { readonly call: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly reply: number; readonly value: unknown }
  | { readonly failed: number; readonly message: string }

/** What can be called from the other end. */
export type Calls = Readonly<Record<string, (...args: never[]) => unknown>>

/** The other end: every call takes time. */
export type Remote<There extends Calls> = {
  readonly [Name in keyof There]: (...args: Parameters<There[Name]>) => Promise<Awaited<ReturnType<There[Name]>>>
}

/**
 * Calls over a channel, in order. An error over there rejects here with its message alone. `end` rejects what is still waiting
 * and all that comes later.
 */
export function openLine<There extends Calls>(
  port: Port,
  here: Calls
): { there: Remote<There>; end(why: Error): void } {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let calls = 0
  let ended: Error | undefined

  const answer = async (call: number, name: string, args: readonly unknown[]): Promise<void> => {
    try {
      const work = here[name]
      if (work === undefined) throw new TypeError(`Nobody answers to ${name}`)
      port.send({ reply: call, value: await work(...(args as never[])) })
    } catch (error) {
      port.send({ failed: call, message: error instanceof Error ? error.message : String(error) })
    }
  }

  port.onMessage((raw) => {
    const message = raw as Message
    if ('call' in message) void answer(message.call, message.name, message.args)
    else if ('reply' in message) waiting.get(message.reply)?.resolve(message.value)
    else waiting.get(message.failed)?.reject(new Error(message.message))
  })

  const call = (name: string, args: readonly unknown[]): Promise<unknown> => {
    if (ended !== undefined) return Promise.reject(ended)
    const number = ++calls
    const reply = Promise.withResolvers<unknown>()
    waiting.set(number, reply)
    port.send({ call: number, name, args })
    return reply.promise.finally(() => waiting.delete(number))
  }

  const there = new Proxy({} as Remote<There>, {
    // A promise would be asked for its `then`.
    get: (_target, name) => (name === 'then' ? undefined : (...args: unknown[]) => call(String(name), args))
  })
  return {
    there,
    end(why) {
      ended = why
      for (const reply of waiting.values()) reply.reject(why)
    }
  }
}
