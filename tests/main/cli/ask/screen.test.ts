import type { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { UrlOptions } from '../../../fakes/vision-server/base-urls.ts'
import { fixturePath } from '../../../fixtures/reading/truth.ts'
import { hasPseudoTerminal, startOnTerminal } from '../pseudo-terminal.ts'
import { ended } from '../run.ts'
import { useAsking } from './asking.ts'

const crop = fixturePath({ file: 'tiny-crop.png' })

const asking = useAsking()

function start(words: readonly string[], scenario: string, url?: UrlOptions) {
  return startOnTerminal([...words, '--base-url', asking.server.url(scenario, url)], asking.environment)
}

/** Waits until a stream has said it. */
function until(stream: Readable, expected: string): Promise<void> {
  return new Promise((resolve) => {
    let text = ''
    const listen = (chunk: Buffer): void => {
      text += chunk.toString('utf8')
      if (!text.includes(expected)) return
      stream.off('data', listen)
      resolve()
    }
    stream.on('data', listen)
  })
}

if (!hasPseudoTerminal) console.log('Left out: what a screen shows, because there is no "script" of util-linux here.')

describe.skipIf(!hasPseudoTerminal)('on a screen', () => {
  it('an answer grows while it comes; Ctrl+C closes the line and ends with 130', async () => {
    const child = start(['describe', crop], 'cancel-after-first-byte')
    const end = ended(child)
    // The stream never ends: what is seen was shown while it came.
    await until(child.stdout, ' more more')
    const closed = asking.server.nextClose()
    child.stdin.write('\u0003')
    expect((await closed).scenario).toBe('cancel-after-first-byte')
    expect((await end).exitCode).toBe(130)
  })

  it('an answer is not printed twice, and progress is taken away before it', async () => {
    const { stdout, exitCode } = await ended(start(['describe', crop], 'ok'))
    expect(stdout.match(/It shows some lines/g)).toHaveLength(1)
    expect(stdout).toContain('\r\u001B[2KA picture of')
    expect(stdout.endsWith('😀\r\n')).toBe(true)
    expect(exitCode).toBe(0)
  })

  it('an answer cannot move the cursor', async () => {
    const text = 'one\u001B[2J\u001B[1;1H\ttwo\u0007\nthree\u009B2J'
    const { stdout } = await ended(start(['describe', crop], 'ok', { text }))
    const shown = stdout.slice(stdout.indexOf('one'))
    expect(shown).toMatch(/\ttwo[^\n]*\r\nthree/)
    for (const control of ['\u001B', '\u0007', '\u009B']) expect(shown).not.toContain(control)
  })

  it('data comes whole, behind what was thought and how long it is', async () => {
    const { stdout, exitCode } = await ended(start(['chart', '--format', 'csv', crop], 'reasoning'))
    expect(stdout).toContain('tiny-crop.png: thinking, ')
    expect(stdout).toMatch(/: answering, \d+ characters/)
    expect(stdout).toContain('Quarter,North,South')
    expect(exitCode).toBe(0)
  })

  it('a second try is told of', async () => {
    const { stdout, exitCode } = await ended(start(['describe', crop], '429-wait', { 'after-ms': 100 }))
    expect(stdout).toMatch(/trying again (at once|in \d s) because: ModelScope/)
    expect(exitCode).toBe(0)
  })
})
