import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { displaysOf, hasPortal, nativeDisplaysOf, screenFacts } from '../../../../main/desktop/capture/facts.ts'
import { watchDisplays } from '../../../../main/desktop/capture/watch-displays.ts'

function displayStage() {
  const screen = new EventEmitter()
  const timers: (() => void)[] = []
  const seen: string[] = []
  const stop = watchDisplays({
    screen: screen as unknown as Electron.Screen,
    after: (_milliseconds, run) => void timers.push(run),
    onChange: () => void seen.push('change'),
    onRest: () => void seen.push('rest')
  })
  return { screen, timers, seen, stop }
}

describe('changes of displays', () => {
  it('are told one by one, and once more when they rest', () => {
    const { screen, timers, seen } = displayStage()
    screen.emit('display-removed')
    screen.emit('display-metrics-changed')
    for (const run of timers) run()
    expect(seen).toEqual(['change', 'change', 'rest'])
  })

  it('are not told after the end, nor is their rest', () => {
    const { screen, timers, seen, stop } = displayStage()
    screen.emit('display-added')
    stop()
    screen.emit('display-removed')
    for (const run of timers) run()
    expect(seen).toEqual(['change'])
  })
})

const monitor = { id: 7, bounds: { x: -10, y: 0, width: 800, height: 600 }, scaleFactor: 1.5, rotation: 90 }
const screen = {
  getAllDisplays: () => [monitor, { ...monitor, id: 8, rotation: 45 }],
  getCursorScreenPoint: () => ({ x: 3, y: 4 })
} as unknown as Pick<Electron.Screen, 'getAllDisplays' | 'getCursorScreenPoint'>

it('displays are taken as the system describes them', () => {
  const { bounds } = monitor
  expect(displaysOf(screen)).toEqual([
    { id: 7, bounds, scale: 1.5, rotation: 90 },
    { id: 8, bounds, scale: 1.5, rotation: 0 }
  ])
})

it('displays begin where the system counts their first pixel', () => {
  const native = { ...screen, dipToScreenPoint: ({ x, y }: Electron.Point) => ({ x: x * 2, y: y + 1 }) }
  expect(nativeDisplaysOf(native).map(({ display, origin }) => [display.id, origin])).toEqual([
    [7, { x: -20, y: 1 }],
    [8, { x: -20, y: 1 }]
  ])
})

describe('what the system says', () => {
  const ports = { screen, environment: {} }
  const systemPreferences = { getMediaAccessStatus: () => 'denied' as const }

  it.each([
    ['darwin', 'denied'],
    ['win32', 'granted'],
    ['linux', 'granted']
  ] as const)('about the screen, where it is asked: %s', (platform, access) => {
    expect(screenFacts({ ...ports, systemPreferences, platform })).toMatchObject({
      access,
      cursor: { x: 3, y: 4 }
    })
  })

  it.each([
    ['linux', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['linux', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: '' }, false],
    ['linux', { XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: 'wayland-0' }, false],
    ['linux', {}, false],
    ['win32', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' }, false]
  ] as const)('about a portal: %s %o', (platform, environment, portal) => {
    expect(hasPortal(platform, environment)).toBe(portal)
  })
})
