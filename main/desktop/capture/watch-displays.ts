import type { Screen } from 'electron'

/** Milliseconds in which no more changes come: plugging in one display changes the others several times. */
const rest = 400

export interface DisplayPorts {
  readonly screen: Pick<Screen, 'on' | 'off'>
  readonly after: (milliseconds: number, run: () => void) => void
  /** At each change, at once. */
  readonly onChange: () => void
  /** After the last of several changes. */
  readonly onRest: () => void
}

/** Hears of displays that come, go and change; answers the function that stops it. */
export function watchDisplays({ screen, after, onChange, onRest }: DisplayPorts): () => void {
  let changes = 0
  const changed = (): void => {
    changes += 1
    const last = changes
    onChange()
    after(rest, () => {
      if (last === changes) onRest()
    })
  }
  screen.on('display-added', changed)
  screen.on('display-removed', changed)
  screen.on('display-metrics-changed', changed)
  return () => {
    changes += 1
    screen.off('display-added', changed)
    screen.off('display-removed', changed)
    screen.off('display-metrics-changed', changed)
  }
}
