import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { happening } from './happening.ts'
import type { StagedDisplay } from './protocol.ts'
import { answerTo, staging } from './runtime.ts'

const usual: StagedDisplay = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 } }
let staged: readonly StagedDisplay[] = staging.displays ?? [usual]

/** What the test has put up. */
export function stagedDisplays(): readonly StagedDisplay[] {
  return staged
}

function displayOf({ id, bounds, scaleFactor = 1, rotation = 0 }: StagedDisplay): Electron.Display {
  const { width, height } = bounds
  return {
    id,
    bounds: { ...bounds },
    workArea: { ...bounds },
    size: { width, height },
    workAreaSize: { width, height },
    scaleFactor,
    rotation,
    label: `Display ${id}`,
    internal: false,
    detected: true,
    monochrome: false,
    colorDepth: 24,
    colorSpace: 'srgb',
    depthPerComponent: 8,
    displayFrequency: 60,
    accelerometerSupport: 'unavailable',
    touchSupport: 'unavailable',
    maximumCursorSize: { width: 64, height: 64 },
    nativeOrigin: { x: bounds.x, y: bounds.y }
  }
}

/** The display that windows open on. */
export function primary(): Electron.Display {
  return displayOf(staged[0] ?? usual)
}

let cursor: Electron.Point = { x: 10, y: 10 }

function distance({ x, y }: Electron.Point, { bounds }: Electron.Display): number {
  const right = bounds.x + bounds.width - 1
  const bottom = bounds.y + bounds.height - 1
  return Math.hypot(x - Math.min(Math.max(x, bounds.x), right), y - Math.min(Math.max(y, bounds.y), bottom))
}

class Screen
  extends EventEmitter
  implements
    Pick<
      Electron.Screen,
      | 'getAllDisplays'
      | 'getPrimaryDisplay'
      | 'getCursorScreenPoint'
      | 'getDisplayNearestPoint'
      | 'getDisplayMatching'
      | 'dipToScreenPoint'
    >
{
  getAllDisplays(): Electron.Display[] {
    return staged.map(displayOf)
  }
  getPrimaryDisplay(): Electron.Display {
    return primary()
  }
  getCursorScreenPoint(): Electron.Point {
    return { ...cursor }
  }
  getDisplayNearestPoint(point: Electron.Point): Electron.Display {
    const [nearest = primary()] = this.getAllDisplays().toSorted(
      (one, other) => distance(point, one) - distance(point, other)
    )
    return nearest
  }
  /** Displays begin where they do on the X display. */
  dipToScreenPoint(point: Electron.Point): Electron.Point {
    const { id, scaleFactor, bounds } = this.getDisplayNearestPoint(point)
    const { x, y } = staged.find((one) => one.id === id)?.onX ?? { x: 0, y: 0 }
    return {
      x: Math.floor(x + (point.x - bounds.x) * scaleFactor),
      y: Math.floor(y + (point.y - bounds.y) * scaleFactor)
    }
  }
  getDisplayMatching({ x, y, width, height }: Electron.Rectangle): Electron.Display {
    return this.getDisplayNearestPoint({ x: x + width / 2, y: y + height / 2 })
  }
}

export const screen = new Screen()

answerTo({
  pointAt: (point) => void (cursor = point),
  display: (displays) => {
    const former = staged
    staged = displays
    for (const one of former) {
      if (!displays.some(({ id }) => id === one.id)) screen.emit('display-removed', happening(), displayOf(one))
    }
    for (const one of displays) {
      const before = former.find(({ id }) => id === one.id)
      if (before === undefined) screen.emit('display-added', happening(), displayOf(one))
      else if (JSON.stringify(before) !== JSON.stringify(one)) {
        screen.emit('display-metrics-changed', happening(), displayOf(one), [
          'bounds',
          'workArea',
          'scaleFactor',
          'rotation'
        ])
      }
    }
  }
})
