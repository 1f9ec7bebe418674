import type { Given } from '../../../../preload/contract/contract.ts'

type Act = Given<'capture', 'act'>

const directions = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const

export interface KeyPress {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** What a key does while a region is framed; undefined for keys that do nothing. */
export function actOfKey({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyPress): Act | undefined {
  const direction = directions[key as keyof typeof directions]
  if (direction !== undefined) {
    const stride = ctrlKey || metaKey ? 'edge' : shiftKey ? 10 : 1
    return { kind: altKey ? 'resize' : 'move', direction, stride }
  }
  if (key === 'Escape') return { kind: 'escape' }
  if (ctrlKey || altKey || metaKey) return undefined
  switch (key.toLowerCase()) {
    case 'enter':
      return { kind: 'confirm' }
    case 'tab':
      return { kind: shiftKey ? 'next-display' : 'next-window' }
    case 'f':
      return { kind: 'whole-display' }
    case 'l':
      return { kind: 'last-region' }
    case 'd':
      return { kind: 'next-display' }
    default:
      return undefined
  }
}
