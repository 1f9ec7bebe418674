import { mostWindows, numberLines, systemWindow, type WindowTool } from './system-window.ts'

/**
 * Windows on the screen without those of the desktop (1 | 16), front to back: places need no permission, only titles would. Each
 * line: number, layer, opacity, left, top, width, height, in the points that Electron calls DIP.
 */
const script = `
ObjC.import('CoreGraphics')
const list = ObjC.castRefToObject($.CGWindowListCopyWindowInfo(17, 0))
const lines = []
for (let index = 0; index < list.count; index += 1) {
  const window = list.objectAtIndex(index)
  const bounds = window.objectForKey('kCGWindowBounds')
  const facts = ['kCGWindowNumber', 'kCGWindowLayer', 'kCGWindowAlpha'].map((key) => window.objectForKey(key))
  const sides = ['X', 'Y', 'Width', 'Height'].map((key) => bounds.objectForKey(key))
  lines.push([...facts, ...sides].map((value) => Number(ObjC.unwrap(value))).join(' '))
}
lines.join('\\n')
`

/** Layers of windows, floating ones and panels; above them lie the Dock, the menu bar and menus. */
const layers = { lowest: 0, highest: 19 }

/** macOS, by its own scripting. */
export const coreGraphics: WindowTool = {
  program: '/usr/bin/osascript',
  arguments: ['-l', 'JavaScript', '-e', script],
  unit: 'dip',
  read: (output) =>
    numberLines(output, 7)
      .flatMap(([id = 0, layer = 0, opacity = 0, x = 0, y = 0, width = 0, height = 0]) => {
        const isWindow = layer >= layers.lowest && layer <= layers.highest && opacity > 0
        return (isWindow && systemWindow(id, { x, y, width, height })) || []
      })
      .slice(0, mostWindows)
}
