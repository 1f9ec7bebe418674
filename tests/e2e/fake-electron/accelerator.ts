import type { KeyFacts } from './protocol.ts'

/** The keys of an accelerator in one order and spelling, as Linux and Windows take them. */
export function normalAccelerator(text: string): string {
  const parts = text.toLowerCase().split('+')
  // `+` itself is written as `Plus`.
  const key = parts.pop() ?? ''
  const has = (...names: string[]): boolean => parts.some((part) => names.includes(part))
  const modifiers = [
    has('commandorcontrol', 'cmdorctrl', 'control', 'ctrl') ? 'control' : '',
    has('alt', 'option') ? 'alt' : '',
    has('shift') ? 'shift' : '',
    has('super', 'meta', 'command', 'cmd') ? 'meta' : ''
  ]
  return [...modifiers.filter((name) => name !== ''), names[key] ?? key].join('+')
}

const names: Readonly<Record<string, string>> = {
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  plus: '+',
  space: ' '
}

/** What was pressed, in the same spelling. */
export function acceleratorOf({ key, control, alt, shift, meta, code }: KeyFacts): string {
  const modifiers = [control ? 'control' : '', alt ? 'alt' : '', shift ? 'shift' : '', meta ? 'meta' : '']
  // With Shift a digit's key is another character; its place says which key it was.
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  return [...modifiers.filter((name) => name !== ''), digit ?? key.toLowerCase()].join('+')
}
