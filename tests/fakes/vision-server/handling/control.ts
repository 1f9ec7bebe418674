import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../wire/read-body.ts'
import type { Desk } from './desk.ts'

type Action = (desk: Desk, body: Readonly<Record<string, unknown>>) => unknown

/** What a test in another process, or a person with curl, can do. */
const actions: Readonly<Record<string, Action>> = {
  'GET /__ctl/log': ({ journal }) => journal.entries(),
  'GET /__ctl/red': ({ journal }) => journal.red(),
  'POST /__ctl/reset': (desk) => {
    resetDesk(desk)
    return {}
  },
  'POST /__ctl/clock': ({ state }, { time }) => {
    state.setClock(typeof time === 'number' ? time : undefined)
    return { time: state.now() }
  },
  'POST /__ctl/word': ({ state }, { word }) => {
    if (typeof word === 'string') state.setWord(word)
    return { word: state.word() }
  },
  'POST /__ctl/release': ({ state }, { name }) => {
    if (typeof name === 'string') state.release(name)
    return {}
  }
}

/** Forgets all requests, faults, counts and settings. */
export function resetDesk({ journal, state }: Desk): void {
  journal.clear()
  state.reset()
}

/** Control requests are no part of the log. */
export async function handleControl(
  desk: Desk,
  path: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  const action = actions[`${request.method} ${path}`]
  const body = parseObject((await readBody(request))?.toString('utf8') ?? '')
  const [status, answer] =
    action === undefined || body === undefined ? [404, { error: 'no such control' }] : [200, action(desk, body)]
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
