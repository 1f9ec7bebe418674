import { describe, expect, it } from 'vitest'
import { mostWindows } from '../../../../main/capture/windows/system-window.ts'
import { x11 } from '../../../../main/capture/windows/x11.ts'
import { client, onDesktop, withoutManager } from './recorded.ts'

const plain = { id: 0x20_00_0a, rect: { x: 100, y: 50, width: 200, height: 150 } }

/** The one window with these properties, on the desktop with number 1. */
const propertiesOf = (...properties: string[]) => x11.read(onDesktop(1) + client({ id: '0x20000a', properties }))

describe('where a window is', () => {
  it('is what the server says, border included', () => {
    const output = withoutManager + client({ id: '0x20000a', border: 2 })
    expect(x11.read(output)).toEqual([{ id: plain.id, rect: { x: 100, y: 50, width: 204, height: 154 } }])
  })

  it.each([
    ['the frame of the window manager', '_NET_FRAME_EXTENTS = 1, 2, 30, 4', { x: 99, y: 20, width: 203, height: 184 }],
    ['no shadow', '_GTK_FRAME_EXTENTS = 26, 20, 23, 29', { x: 126, y: 73, width: 154, height: 98 }]
  ])('has %s', (_name, property, rect) => {
    expect(propertiesOf(property)).toEqual([{ id: plain.id, rect }])
  })

  it.each([
    ['left of the origin', { at: [-1900, -20] as const }, [{ ...plain.rect, x: -1900, y: -20 }]],
    ['nowhere near a screen', { at: [-9_000_000, 0] as const }, []],
    ['without area', { size: [200, 0] as const }, []]
  ])('%s', (_name, change, rects) => {
    expect(x11.read(withoutManager + client({ id: '0x20000a', ...change })).map(({ rect }) => rect)).toEqual(rects)
  })

  it('is not made of what its shadow is larger than', () => {
    expect(propertiesOf('_GTK_FRAME_EXTENTS = 200, 200, 23, 29')).toEqual([])
  })
})

describe('a window that cannot be seen is left out', () => {
  it.each([
    ['not mapped', { map: 'IsUnMapped' }],
    ['in one that is not mapped', { map: 'IsUnviewable' }],
    ['without anything to show', { class: 'InputOnly' }],
    ['minimised', { properties: ['_NET_WM_STATE = _NET_WM_STATE_MAXIMIZED_VERT, _NET_WM_STATE_HIDDEN'] }],
    ['on another desktop', { properties: ['_NET_WM_DESKTOP = 0'] }],
    ['the desktop itself', { properties: ['_NET_WM_WINDOW_TYPE = _NET_WM_WINDOW_TYPE_DESKTOP'] }]
  ] as const)('%s', (_name, change) => {
    expect(x11.read(onDesktop(1) + client({ id: '0x20000a', ...change }))).toEqual([])
  })

  it.each([
    ['on this desktop', '_NET_WM_DESKTOP = 1'],
    ['on every desktop', '_NET_WM_DESKTOP = 4294967295'],
    ['of another kind', '_NET_WM_WINDOW_TYPE = _NET_WM_WINDOW_TYPE_DIALOG, _NET_WM_WINDOW_TYPE_NORMAL'],
    ['in another state', '_NET_WM_STATE = _NET_WM_STATE_MAXIMIZED_HORZ, _NET_WM_STATE_FOCUSED']
  ])('but not one %s', (_name, property) => {
    expect(propertiesOf(property)).toEqual([plain])
  })
})

describe('what is printed', () => {
  it('is told in its order', () => {
    const output = onDesktop(0) + ['0x3', '0x1', '0x2'].map((id) => client({ id })).join('')
    expect(x11.read(output).map(({ id }) => id)).toEqual([3, 1, 2])
  })

  it('may lack windows that were closed meanwhile', () => {
    const output = `${onDesktop(0)}window 0x1\n${client({ id: '0x2' })}`
    expect(x11.read(output).map(({ id }) => id)).toEqual([2])
  })

  it.each(['', 'xprop:  unable to open display', withoutManager, 'window 0xgg\n  Width: 10\n'])(
    'may be %o',
    (output) => {
      expect(x11.read(output)).toEqual([])
    }
  )

  it('is read up to a limit', () => {
    const many = Array.from({ length: mostWindows + 9 }, (_, index) => client({ id: `0x${(index + 1).toString(16)}` }))
    expect(x11.read(many.join('')).map(({ id }) => id)).toEqual(Array.from({ length: mostWindows }, (_, i) => i + 1))
  })
})
