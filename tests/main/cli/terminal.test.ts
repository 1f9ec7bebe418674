import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createTerminal, printable, printableText } from '../../../main/cli/terminal.ts'

/** A stream that looks like a screen, or like a pipe, and what was written to it. */
function fakeStream(isTTY: boolean, columns = 20): { stream: NodeJS.WriteStream; written: () => string } {
  const chunks: string[] = []
  const pipe = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')))
  const stream = Object.assign(pipe, { isTTY, columns })
  return { stream: stream as unknown as NodeJS.WriteStream, written: () => chunks.join('') }
}

const clear = '\r\u001B[2K'

describe('progress', () => {
  it('is one line of a screen, gone before anything else is said', () => {
    const { stream, written } = fakeStream(true)
    const terminal = createTerminal(fakeStream(true).stream, stream)
    terminal.showProgress('reading 10 %')
    terminal.say('done')
    terminal.clearProgress()
    expect(written()).toBe(`${clear}reading 10 %${clear}done\n`)
  })

  it.each([
    ['abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrs'],
    ['一二三四五六七八九十一', '一二三四五六七八九'],
    ['[1/2] 一二三四五六七八九十', '[1/2] 一二三四五六']
  ])('of %s does not run over the edge of 20 columns', (text, shown) => {
    const { stream, written } = fakeStream(true)
    createTerminal(fakeStream(true).stream, stream).showProgress(text)
    expect(written()).toBe(`${clear}${shown}`)
  })

  it('is not written to a pipe', () => {
    const { stream, written } = fakeStream(false)
    const terminal = createTerminal(fakeStream(false).stream, stream)
    terminal.showProgress('reading 10 %')
    terminal.clearProgress()
    expect(written()).toBe('')
  })
})

describe('print', () => {
  it('tells a full disk as a failure and lets a broken pipe through', async () => {
    for (const code of ['ENOSPC', 'EPIPE']) {
      const stdout = new PassThrough()
      stdout.destroy(Object.assign(new Error(code), { code }))
      const terminal = createTerminal(stdout as unknown as NodeJS.WriteStream, fakeStream(false).stream)
      const error: unknown = await terminal.print('text').catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: code === 'EPIPE' ? 'EPIPE' : 'disk' })
    }
  })
})

describe('printableText', () => {
  it.each([
    ['one\n\ttwo\n', 'one\n\ttwo\n'],
    ['a,b\r\nc,d\r\n', 'a,b\nc,d\n'],
    ['10 %\r20 %', '10 %20 %'],
    ['\u001B[2J\u001B[1;1Hgone', 'gone'],
    ['\u001B', '\u{FFFD}'],
    ['\u0007\b\u009B2J', '\u{FFFD}\u{FFFD}']
  ])('makes %j %j', (text, shown) => {
    expect(printableText(text)).toBe(shown)
  })

  it('is what a screen gets, and a pipe gets all', async () => {
    for (const isTTY of [true, false]) {
      const { stream, written } = fakeStream(isTTY)
      await createTerminal(stream, fakeStream(false).stream).print('one\u0007\n')
      expect(written()).toBe(isTTY ? 'one\u{FFFD}\n' : 'one\u0007\n')
    }
  })
})

describe('printable', () => {
  it.each([
    ['plain.png', 'plain.png'],
    ['画 ü 🎫.png', '画 ü 🎫.png'],
    ['red\u001B[31m.png', 'red.png'],
    ['two\nlines\u0007', 'two\u{FFFD}lines\u{FFFD}']
  ])('makes %j %j', (name, shown) => {
    expect(printable(name)).toBe(shown)
  })
})
