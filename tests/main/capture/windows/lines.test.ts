// Tools that print a line of numbers for each window.
import vm from 'node:vm'
import { describe, expect, it } from 'vitest'
import { coreGraphics } from '../../../../main/capture/windows/core-graphics.ts'
import { mostWindows } from '../../../../main/capture/windows/system-window.ts'
import { user32 } from '../../../../main/capture/windows/user32.ts'

const windows = user32('C:\\Windows')

describe('user32', () => {
  it('is run by the PowerShell of the system', () => {
    expect(windows.program).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe')
  })

  it('gives windows in pixels of the screen, front to back', () => {
    expect(windows.read('1312342 256 -7 0 1920 1040\r\n65930 0 100 100 500 400\r\n')).toEqual([
      { id: 1_312_342, rect: { x: -7, y: 0, width: 1927, height: 1040 } },
      { id: 65_930, rect: { x: 100, y: 100, width: 400, height: 300 } }
    ])
  })

  it.each([
    ['lets clicks through', '65930 524320 0 0 1920 1080'],
    ['lets clicks through, with the highest bit of the style set', '65930 -2147483616 0 0 1920 1080'],
    ['has no area', '65930 0 0 0 0 1080'],
    ['stands on its head', '65930 0 0 900 100 800'],
    ['is too far away', '65930 0 -32000000 0 100 100'],
    ['misses a number', '65930 0 0 0 100'],
    ['has one too many', '65930 0 0 0 100 100 100'],
    ['has something else', '65930 0 0 0 1e3 0x40'],
    ['is a message', 'Add-Type : Cannot add type. Definition of new types is not supported']
  ])('leaves out what %s', (_name, line) => {
    expect(windows.read(`${line}\r\n`)).toEqual([])
  })
})

/** Runs the script as `osascript` does, before a list of windows that a test plays. */
function printed(seen: readonly Readonly<Record<string, unknown>>[]): string {
  const bridged = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? { objectForKey: (key: string) => bridged(Reflect.get(value, key)) }
      : { held: value }
  const ObjC = {
    import: () => {},
    castRefToObject: (list: unknown) => list,
    unwrap: ({ held }: { held: unknown }) => held
  }
  const list = { count: seen.length, objectAtIndex: (index: number) => bridged(seen[index]) }
  const $ = { CGWindowListCopyWindowInfo: () => list }
  return String(vm.runInNewContext(coreGraphics.arguments.at(-1) ?? '', { ObjC, $ }))
}

describe('core graphics', () => {
  it('is asked by a script that prints what is read here', () => {
    const window = {
      kCGWindowNumber: 412,
      kCGWindowLayer: 0,
      kCGWindowAlpha: 1,
      kCGWindowName: 'nobody asks for it',
      kCGWindowBounds: { X: -10, Y: 25.5, Width: 1440, Height: 875 }
    }
    const output = printed([window, { ...window, kCGWindowNumber: 24, kCGWindowLayer: 24 }])
    expect(output.split('\n')).toEqual(['412 0 1 -10 25.5 1440 875', '24 24 1 -10 25.5 1440 875'])
    expect(coreGraphics.read(output)).toEqual([{ id: 412, rect: { x: -10, y: 25.5, width: 1440, height: 875 } }])
  })

  it('gives windows in DIP, front to back', () => {
    expect(coreGraphics.read('412 0 1 0 25 1440 875\n93 3 0.95 -300.5 40 200 100.5\n')).toEqual([
      { id: 412, rect: { x: 0, y: 25, width: 1440, height: 875 } },
      { id: 93, rect: { x: -300.5, y: 40, width: 200, height: 100.5 } }
    ])
  })

  it.each([
    ['the menu bar', '24 24 1 0 0 1440 25'],
    ['the Dock', '31 20 1 0 0 1440 900'],
    ['what lies below the windows', '5 -2147483603 1 0 0 1440 900'],
    ['what nobody sees', '412 0 0 0 25 1440 875'],
    ['what is no number', '412 0 1 NaN 25 1440 875'],
    ['nothing', '']
  ])('leaves out %s', (_name, line) => {
    expect(coreGraphics.read(`${line}\n`)).toEqual([])
  })
})

const lines = (rest: string) => Array.from({ length: 99 }, (_, index) => `${index + 1} ${rest}`).join('\n')

it('each is read up to a limit', () => {
  expect(windows.read(lines('0 0 0 10 10'))).toHaveLength(mostWindows)
  expect(coreGraphics.read(lines('0 1 0 0 10 10'))).toHaveLength(mostWindows)
})
