import type { Request, Route } from 'playwright'
import { toApp } from '../fake-electron/origins.ts'
import type { PageRequest } from '../fake-electron/protocol.ts'
import type { MainRemote } from './main-process.ts'
import type { Trouble } from './trouble.ts'

const kinds: Readonly<Record<string, PageRequest['kind']>> = {
  document: 'mainFrame',
  stylesheet: 'stylesheet',
  script: 'script',
  image: 'image',
  font: 'font',
  fetch: 'xhr',
  xhr: 'xhr',
  ping: 'ping',
  media: 'media'
}

/**
 * Answers a request of a window's page by main's own handlers of its session; `wanted` is the address that main loads. What
 * nobody answers or refuses is stray.
 */
export async function answerRoute(
  route: Route,
  id: number,
  main: MainRemote,
  { stray }: Trouble,
  wanted: () => string
): Promise<void> {
  const request = route.request()
  const url = request.url()
  try {
    if (request.isNavigationRequest() && url !== wanted() && !(await mayNavigate(request, id, main))) {
      await route.abort('aborted')
      return
    }
    const kind = kinds[request.resourceType()] ?? 'other'
    const answer = await main.serve(id, { url, method: request.method(), headers: await request.allHeaders(), kind })
    if (answer.kind !== 'answered') {
      stray.push(`${answer.kind}: ${toApp(url)}`)
      await route.abort('blockedbyclient')
      return
    }
    const { status, headers, body } = answer
    if (status >= 400) stray.push(`${status}: ${toApp(url)}`)
    await route.fulfill({ status, headers, body: Buffer.from(body) })
  } catch {
    // The page or main has gone meanwhile.
    await route.abort('failed').catch(() => undefined)
  }
}

/** Asks as Electron's will-navigate does; loading the same page anew is main's own doing and needs no leave. */
async function mayNavigate(request: Request, id: number, main: MainRemote): Promise<boolean> {
  const frame = request.frame()
  if (frame.url() === request.url()) return true
  return main.navigate(id, request.url(), frame.parentFrame() === null)
}
