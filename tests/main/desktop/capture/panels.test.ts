import { describe, expect, it } from 'vitest'
import type { Rect } from '../../../../main/capture/geometry/rect.ts'
import { createShelf } from '../../../../main/desktop/capture/frames.ts'
import { createPanels } from '../../../../main/desktop/capture/panels.ts'
import { display } from '../../capture/screens.ts'

/** The header of a PNG of 500 by 300 pixels. */
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000001f40000012c', 'hex')
const on = display({ bounds: { x: -1280, y: 0, width: 1280, height: 720 }, scale: 2 })

function panelStage() {
  const places: Rect[] = []
  const open = new Set<number>()
  const shelf = createShelf('app://glyphlens/frame/')
  const panels = createPanels({
    make: (place, _kind, gone) => {
      const contents = places.push(place)
      open.add(contents)
      const close = (): void => {
        if (open.delete(contents)) gone()
      }
      return { contents, close }
    },
    shelf,
    language: () => 'en'
  })
  return { panels, places, open, shelf }
}

describe('a floating picture', () => {
  it('is where it was framed, in the size that it had', () => {
    const { panels, places } = panelStage()
    panels.pin(png, { x: 200, y: 100, width: 500, height: 300 }, on)
    expect(places).toEqual([{ x: -1180, y: 50, width: 250, height: 150 }])
    expect(panels.sceneOf(1)).toMatchObject({ size: { width: 500, height: 300 }, scale: 2 })
  })

  it('is served as long as its window is there', () => {
    const { panels, shelf } = panelStage()
    panels.pin(png, { x: 0, y: 0, width: 500, height: 300 }, on)
    const id = panels.sceneOf(1)?.picture.split('/').at(-1) ?? ''
    expect(shelf.serve(id)).toEqual({ type: 'image/png', bytes: png })
    panels.close(1)
    expect([shelf.serve(id), panels.sceneOf(1), panels.pictureOf(1)]).toEqual([undefined, undefined, undefined])
  })

  it('hides no others without end: the oldest goes', () => {
    const { panels, open } = panelStage()
    for (let count = 0; count < 14; count++) panels.pin(png, { x: 0, y: 0, width: 9, height: 9 }, on)
    expect([...open]).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
    panels.dispose()
    expect(open.size).toBe(0)
  })
})

describe('the panel with a text', () => {
  it('takes the place of the one before, and leaves floating pictures alone', () => {
    const { panels, open } = panelStage()
    panels.pin(png, { x: 0, y: 0, width: 9, height: 9 }, on)
    panels.showText(png, 7, { x: -1000, y: 300 }, on)
    panels.showText(png, 8, { x: -1000, y: 300 }, on)
    expect([...open]).toEqual([1, 3])
    expect(panels.sceneOf(3)?.entry).toBe(8)
  })

  it.each([
    ['beside the cursor', { x: -1000, y: 300 }, { x: -984, y: 60 }],
    ['on its other side where there is no room', { x: -20, y: 300 }, { x: -456, y: 60 }],
    ['whole on its display', { x: -1270, y: 10 }, { x: -1254, y: 16 }]
  ])('comes up %s', (_name, cursor, corner) => {
    const { panels, places } = panelStage()
    panels.showText(png, 7, cursor, on)
    expect(places[0]).toMatchObject({ ...corner, width: 420, height: 480 })
  })
})
