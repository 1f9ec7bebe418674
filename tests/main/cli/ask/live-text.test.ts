import { expect, it } from 'vitest'
import { createLiveText } from '../../../../main/cli/ask/live-text.ts'

it.each([
  [[], '', false],
  [[''], '', false],
  [['one', ' two'], 'one two\n', true],
  [['one\n'], 'one\n', true]
])('%j becomes %j', async (deltas, written, shown) => {
  let text = ''
  const live = createLiveText({
    print: async (more) => {
      await Promise.resolve()
      text += more
    }
  })
  for (const delta of deltas) live.add(delta)
  await live.end()
  expect({ text, shown: live.shown() }).toEqual({ text: written, shown })
})

it('tells at the end that nobody reads any more', async () => {
  const lost = new Error('EPIPE')
  const live = createLiveText({ print: () => Promise.reject(lost) })
  live.add('one')
  await expect(live.end()).rejects.toBe(lost)
})
