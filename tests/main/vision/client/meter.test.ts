import { describe, expect, test } from 'vitest'
import { createEventMeter } from '../../../../main/vision/client/meter.ts'

describe('the meter of an event stream', () => {
  test.each([
    [': keep-alive\n\n', false],
    [':\r\n\r\n:\r\n', false],
    ['\n\n\r\n', false],
    ['data: x', true],
    [': comment\ndata: x\n', true],
    ['event: a', true]
  ])('%j is data: %s', (text, data) => {
    expect(createEventMeter().feed(Buffer.from(text))).toBe(data)
  })

  test('knows a comment that goes on in the next chunk', () => {
    const meter = createEventMeter()
    expect(meter.feed(Buffer.from(': OPEN'))).toBe(false)
    expect(meter.feed(Buffer.from('ROUTER\n'))).toBe(false)
    expect(meter.feed(Buffer.from('d'))).toBe(true)
  })

  test.each(['\n', '\r\n', '\r'])('counts the lines of one event together, ended by %j', (end) => {
    const meter = createEventMeter()
    const feed = (text: string) => meter.feed(Buffer.from(text.replaceAll('|', end)))
    feed('data: 12|')
    feed(': comment|')
    feed('data: 34|')
    expect(meter.pending()).toBe(16)
    feed('|')
    expect(meter.pending()).toBe(0)
  })
})
