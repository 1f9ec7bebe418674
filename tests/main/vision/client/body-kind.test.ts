import { describe, expect, test } from 'vitest'
import { bodyKindOf } from '../../../../main/vision/client/body-kind.ts'

const stream = 'text/event-stream; charset=utf-8'

describe('what a body is', () => {
  test.each([
    [stream, 'data: {', 'events'],
    ['text/plain', 'data:{', 'events'],
    ['', ': comment', 'events'],
    [stream, 'x', 'events'],
    [stream, '{"error":', 'json'],
    ['application/json', '\n\n  {', 'json'],
    ['application/json', '[', 'json'],
    ['application/json', 'data: x', 'events'],
    [stream, '\uFEFF', undefined],
    [stream, '<html>', 'html'],
    ['text/html', ' <!doctype', 'html'],
    ['text/plain', 'No such page', undefined],
    ['text/plain', 'x'.repeat(64), 'text'],
    ['text/html', 'x'.repeat(64), 'html'],
    ['text/plain', ' \n', undefined]
  ] as const)('%j with %j is %s', (type, head, kind) => {
    expect(bodyKindOf(type, Buffer.from(head), false)).toBe(kind)
  })

  test.each([
    ['text/plain', 'No such page', 'text'],
    ['text/html', 'blocked', 'html'],
    ['application/json', '', 'blank'],
    [stream, ' \n', 'blank']
  ] as const)('%j with %j and no more is %s', (type, head, kind) => {
    expect(bodyKindOf(type, Buffer.from(head), true)).toBe(kind)
  })
})
