import { dialectNames } from './dialects/index.ts'
import type { Entry } from './journal/entry.ts'
import { scenarioGroups } from './scenarios/index.ts'
import { startVisionServer, type VisionServer } from './server.ts'

// By hand: every key is right, and a port that stays the same is kind to the settings of the app.
const port = Number(process.argv[2] ?? 0)
const server = await startVisionServer({ port, key: 'any', onEntry: report })
printScenarios(server)

function printScenarios({ url, tls, proxy, authority }: VisionServer): void {
  for (const [title, scenarios] of Object.entries(scenarioGroups)) {
    console.log(`\n${title}`)
    for (const { id, summary } of scenarios) console.log(`  ${url(id)}\n      ${summary}`)
  }
  console.log('\nThe way there')
  console.log(`  ${url('dns')}\n      a name that does not exist`)
  console.log(`  ${url('refused')}\n      nobody listens`)
  for (const kind of ['good', 'self', 'expired', 'name', 'chain', 'plain', 'http'] as const) {
    console.log(`  ${tls(kind)}\n      TLS: ${kind}`)
  }
  for (const kind of ['ok', '407', 'plain', 'refuse', 'silent', 'down'] as const) {
    console.log(`  ${proxy.url(kind)}\n      a proxy: ${kind}`)
  }
  console.log(`\nThe authority of "TLS: good" is ${authority.path}; a test key, never trust it for good.`)
  console.log(`Write ;as=<dialect> behind a scenario: ${dialectNames.join(', ')}.`)
  console.log('Any key is right. Ctrl+C ends.\n')
}

/** One line when a request is over, without its key and its pictures. */
function report({ id, method, path, status, times, model, task, pictures, bodyBytes }: Entry): void {
  const end = times.finished ?? times.clientClosed
  if (end === undefined) return
  const seen = pictures.map(({ format, width, height, bytes }) => `${format} ${width}x${height} ${bytes} bytes`)
  const faults = server.red().filter(({ request }) => request === id)
  const how = times.finished === undefined ? 'the client left' : `${status}`
  console.log(
    `${method} ${path} -> ${how} after ${Math.round(end - times.arrived)} ms, ${bodyBytes} bytes`,
    [model, task, ...seen].filter((word) => word !== undefined).join(', ')
  )
  for (const { check, message } of faults) console.log(`  check ${check}: ${message}`)
}
