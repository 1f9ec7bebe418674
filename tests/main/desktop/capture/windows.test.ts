import { describe, expect, it } from 'vitest'
import type { SystemWindow, WindowTool } from '../../../../main/capture/windows/system-window.ts'
import type { OwnWindow } from '../../../../main/desktop/capture/own-windows.ts'
import { createWindows } from '../../../../main/desktop/capture/windows.ts'
import { display } from '../../capture/screens.ts'

const rect = (x: number) => ({ x, y: 0, width: 100, height: 50 })
const own = (id: number, change: Partial<OwnWindow> = {}): OwnWindow => ({
  id,
  place: rect(id),
  isShown: true,
  stands: 'anywhere',
  ...change
})

/** A tool that sees these windows; a list of our own for each time that it is asked for. */
function stage(seen: readonly SystemWindow[], unit: WindowTool['unit'], ...lists: (readonly OwnWindow[])[]) {
  const logged: string[] = []
  let hasFailed = false
  const tool: WindowTool = { program: '', arguments: [], unit, read: (text) => (text === 'printed' ? seen : []) }
  const last = lists.at(-1) ?? []
  const windows = createWindows({
    tool,
    run: () => (hasFailed ? Promise.reject(new Error('ended with 127')) : Promise.resolve('printed')),
    own: () => lists.shift() ?? last,
    displays: () => [{ display: display({ scale: 2 }), origin: { x: 0, y: 0 } }],
    log: ({ message, detail }) => void logged.push(`${message}: ${detail?.split('\n')[0]}`)
  })
  const fail = (): void => {
    hasFailed = true
  }
  return { windows, logged, fail }
}

describe('where windows are', () => {
  const seen = [
    { id: 7, rect: rect(10) },
    { id: 8, rect: rect(20) }
  ]

  it.each([
    ['pixel', [5, 10]],
    ['dip', [10, 20]]
  ] as const)('is told by the tool, in the unit %s', async (unit, places) => {
    const { windows } = stage(seen, unit)
    expect((await windows()).map(({ x }) => x)).toEqual(places)
  })

  it.each([
    ['our own that were there', [own(7)], [10, 20]],
    ['no overlay that was hidden before', [own(7, { isShown: false })], [20]],
    ['no overlay that was made meanwhile', [], [20]]
  ])('has %s', async (_name, before, places) => {
    const { windows } = stage(seen, 'dip', before, [own(7)])
    expect((await windows()).map(({ x }) => x)).toEqual(places)
  })
})

describe('without a tool, only our own are known', () => {
  const ours = [
    own(1),
    own(2, { stands: 'front' }),
    own(3, { stands: 'top' }),
    own(4, { stands: 'top', isShown: false })
  ]

  it('at once, those that nothing covers', () => {
    const windows = createWindows({
      tool: undefined,
      run: () => Promise.reject(new Error('not asked')),
      own: () => ours,
      displays: () => [],
      log: () => {}
    })
    expect(windows()).toEqual([rect(3), rect(2)])
  })

  it('also when it fails, which is told once', async () => {
    const { windows, logged, fail } = stage([], 'dip', ours)
    fail()
    expect([await windows(), await windows()]).toEqual([
      [rect(3), rect(2)],
      [rect(3), rect(2)]
    ])
    expect(logged).toEqual(['nobody tells where windows are: Error: ended with 127'])
  })
})
