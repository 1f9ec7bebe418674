import { describe, expect, it } from 'vitest'
import { actOfKey } from '../../../../renderer/features/capture/overlay/keys.ts'

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

describe('a key on the overlay', () => {
  it.each([
    [{ key: 'ArrowLeft' }, { kind: 'move', direction: 'left', stride: 1 }],
    [
      { key: 'ArrowDown', shiftKey: true },
      { kind: 'move', direction: 'down', stride: 10 }
    ],
    [
      { key: 'ArrowUp', ctrlKey: true },
      { kind: 'move', direction: 'up', stride: 'edge' }
    ],
    [
      { key: 'ArrowUp', metaKey: true },
      { kind: 'move', direction: 'up', stride: 'edge' }
    ],
    [
      { key: 'ArrowRight', altKey: true },
      { kind: 'resize', direction: 'right', stride: 1 }
    ],
    [
      { key: 'ArrowRight', altKey: true, shiftKey: true },
      { kind: 'resize', direction: 'right', stride: 10 }
    ],
    [{ key: 'Tab' }, { kind: 'next-window' }],
    [{ key: 'Tab', shiftKey: true }, { kind: 'next-display' }],
    [{ key: 'f' }, { kind: 'whole-display' }],
    [{ key: 'L' }, { kind: 'last-region' }],
    [{ key: 'd' }, { kind: 'next-display' }],
    [{ key: 'Enter' }, { kind: 'confirm' }],
    [{ key: 'Escape' }, { kind: 'escape' }],
    [{ key: 'Escape', ctrlKey: true }, { kind: 'escape' }],
    [{ key: 'f', ctrlKey: true }, undefined],
    [{ key: 'x' }, undefined]
  ])('%o', (press, act) => {
    expect(actOfKey({ ...plain, ...press })).toEqual(act)
  })
})
