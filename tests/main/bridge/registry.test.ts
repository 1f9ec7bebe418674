import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { isMeasured } from '../../../main/bridge/measure.ts'
import { allChannels, type Message } from '../../../main/bridge/registry.ts'
import { Failure, failureCodes } from '../../../main/failure.ts'
import { type Channel, channels } from '../../../preload/contract/channels.ts'
import { contract } from '../../../preload/contract/contract.ts'
import { examples } from './examples.ts'
import { createRecorder, trusted } from './recorder.ts'

const all = Object.entries(channels).flatMap(([noun, verbs]) =>
  verbs.map((verb) => ({
    channel: `${noun}.${verb}` as Channel,
    schema: Reflect.get(Reflect.get(contract, noun), verb) as z.ZodType,
    example: Reflect.get(Reflect.get(examples, noun), verb) as Record<string, unknown>
  }))
)

test('it has every channel of the contract, and no other', () => {
  const named = Object.entries(contract).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`))
  expect(allChannels.toSorted()).toEqual(named.toSorted())
  expect(allChannels.length).toBeLessThan(25)
})

describe('what a page of ours asks', () => {
  test.each(all)(
    '$channel reaches its handler, parsed, with the id of the caller',
    async ({ channel, schema, example }) => {
      const { registry, reached, lines } = createRecorder()
      const parsed = schema.parse(example)
      expect(await registry.answer({ channel, sender: trusted, given: [example] })).toEqual({ ok: true, value: parsed })
      expect(reached).toEqual([{ channel, argument: parsed, caller: { contents: 7 } }])
      expect(lines).toEqual([])
    }
  )
})

describe.each(all)('$channel refuses', ({ channel, schema, example }) => {
  async function outcome(given: readonly unknown[]) {
    const { registry, reached, lines } = createRecorder()
    const answer = structuredClone(await registry.answer({ channel, sender: trusted, given }))
    return { code: answer.ok || answer.problem.code, reached, lines: lines.length }
  }
  const refused = { code: 'usage', reached: [], lines: 1 }
  const isFine = (value: unknown): boolean => isMeasured(value) && schema.safeParse(value).success

  test('whatever else there is', async () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true
    })
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        fc.pre(!isFine(value))
        expect(await outcome([value])).toEqual(refused)
      }),
      { numRuns: 60 }
    )
  })

  test('a good one with one part that is wrong', async () => {
    const wrong = fc.oneof(
      fc.anything(),
      fc.constantFrom<unknown>(
        Number.NaN,
        Number.POSITIVE_INFINITY,
        -1,
        2 ** 53,
        '\0',
        'x'.repeat(300_000),
        {},
        [],
        null
      )
    )
    const keys = fc.constantFrom(...Object.keys(example), '__proto__', 'constructor', 'toString', 'more')
    await fc.assert(
      fc.asyncProperty(keys, wrong, async (key, value) => {
        const spoilt = Object.defineProperty({ ...example }, key, { value, enumerable: true, configurable: true })
        fc.pre(!isFine(spoilt))
        expect(await outcome([spoilt])).toEqual(refused)
      }),
      { numRuns: 60 }
    )
  })

  test('none, and more than one', async () => {
    expect(await outcome([])).toEqual(refused)
    expect(await outcome([example, example])).toEqual(refused)
  })

  test('unknown fields', async () => {
    expect(await outcome([{ ...example, more: true }])).toEqual(refused)
  })

  test('too much, and what contains itself', async () => {
    const circle: Record<string, unknown> = { ...example }
    circle['again'] = circle
    expect(await outcome([circle])).toEqual(refused)
    expect(await outcome([{ ...example, more: 'x'.repeat(40_000_000) }])).toEqual(refused)
    expect(await outcome([{ ...example, more: Array.from({ length: 600_000 }, () => 0) }])).toEqual(refused)
  })

  test('whoever is no page of ours', async () => {
    const senders: Message['sender'][] = [
      { contents: 7, frame: null },
      { contents: 8, frame: trusted.frame },
      { contents: 7, frame: { origin: 'null', url: 'about:blank', isTop: true } },
      { contents: 7, frame: { origin: 'https://glyphlens', url: 'https://glyphlens/index.html', isTop: true } },
      { contents: 7, frame: { origin: 'app://glyphlens', url: 'app://glyphlens/index.html', isTop: false } }
    ]
    for (const sender of senders) {
      const { registry, reached, lines } = createRecorder()
      const answer = await registry.answer({ channel, sender, given: [example] })
      expect(answer).toMatchObject({ ok: false, problem: { code: 'usage' } })
      expect(reached).toEqual([])
      expect(lines).toEqual([{ level: 'warning', message: `refused ${channel}: untrusted sender` }])
    }
  })
})

test('a line about a refusal holds nothing of what was sent, not even names that the page made up', async () => {
  const { registry, lines } = createRecorder()
  const canary = 'c4n4ry'
  const given = [{ action: 'save', provider: canary, text: { [canary]: canary }, accept: canary, [canary]: canary }]
  await registry.answer({ channel: 'settings.key', sender: trusted, given })
  await registry.answer({ channel: canary as Channel, sender: trusted, given })
  expect(lines).toHaveLength(2)
  expect(JSON.stringify(lines[0])).not.toContain(canary)
})

async function ask(thrown: unknown) {
  const { registry, lines } = createRecorder(() => {
    throw thrown
  })
  return { answer: await registry.answer({ channel: 'app.start', sender: trusted, given: [{}] }), lines }
}

describe('what goes wrong in a handler', () => {
  test.each(failureCodes)('a failure %s crosses as a problem', async (code) => {
    const failure = new Failure(code, 'A sentence.', { advice: 'An advice.', cause: new Error('underneath') })
    const { answer } = await ask(failure)
    expect(answer).toEqual({ ok: false, problem: { code, message: 'A sentence.', advice: 'An advice.' } })
    expect(structuredClone(answer)).toEqual(answer)
  })

  test('the cause goes to the log, the problem has none', async () => {
    const { answer, lines } = await ask(new Failure('disk', 'Full.', { cause: new Error('ENOSPC here') }))
    expect(answer).toEqual({ ok: false, problem: { code: 'disk', message: 'Full.' } })
    expect(lines).toEqual([
      { level: 'info', message: 'app.start failed: disk', detail: expect.stringContaining('ENOSPC') }
    ])
  })

  test.each([
    new TypeError('undefined is not a function'),
    'text',
    undefined,
    { code: 'disk', message: 'not one of ours' },
    Object.assign(new Error('looks like one'), { code: 'disk', advice: 'x' })
  ])('%o is internal, and only the log knows more', async (thrown) => {
    const { answer } = await ask(thrown)
    expect(answer).toEqual({
      ok: false,
      problem: { code: 'internal', message: 'Something went wrong inside Glyphlens.' }
    })
  })

  test('what was cancelled is no line of the log', async () => {
    const { answer, lines } = await ask(new DOMException('gone', 'AbortError'))
    expect(answer).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
    expect(lines).toEqual([])
  })
})

test('an overlay may act on its capture, and change nothing else', async () => {
  const { registry, reached, lines } = createRecorder()
  const url = 'app://glyphlens/overlay.html'
  const sender = { contents: 7, frame: { origin: 'app://glyphlens', url, isTop: true } }
  expect(await registry.answer({ channel: 'capture.scene', sender, given: [{}] })).toMatchObject({ ok: true })
  expect(await registry.answer({ channel: 'settings.read', sender, given: [{}] })).toMatchObject({ ok: false })
  expect(reached.map(({ channel }) => channel)).toEqual(['capture.scene'])
  expect(lines).toEqual([{ level: 'warning', message: 'refused settings.read: beyond its reach' }])
})
