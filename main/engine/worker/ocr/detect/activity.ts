import type { Pixels } from '../../imaging/pixels.ts'

/** Side of a cell of the activity map, in pixels. Small enough to see the blank between two lines of 10 px text. */
export const cellSide = 8

/**
 * The channel that each row is looked at by, in turn: ink can be brighter than its ground in one channel alone, as red
 * letters on black are. All three together would take twice the time.
 */
const channels = [1, 0, 1, 2] as const

/** Steps of a channel from which on a pixel counts as drawn upon; below lie noise and soft gradients. */
const contrast = 24

/** Where a picture holds something: one byte a cell of 8 by 8 pixels, 1 when any pixel differs from its neighbours. */
export interface Activity {
  readonly columns: number
  readonly rows: number
  readonly cells: Uint8Array
}

/** Compares each pixel with its left and upper neighbour; a cell is left as soon as one differs. */
export function findActivity({ data, width, height }: Pixels): Activity {
  const columns = Math.ceil(width / cellSide)
  const rows = Math.ceil(height / cellSide)
  const cells = new Uint8Array(columns * rows)
  const stride = width * 3
  for (let y = 0; y < height; y++) {
    const above = y > 0 ? stride : 0
    const channel = channels[y % channels.length] as number
    const cellRow = Math.floor(y / cellSide) * columns
    for (let column = 0; column < columns; column++) {
      if (cells[cellRow + column] === 1) continue
      const from = Math.max(1, column * cellSide)
      const to = Math.min(width, (column + 1) * cellSide)
      let index = y * stride + from * 3 + channel
      for (let x = from; x < to; x++, index += 3) {
        const value = data[index] as number
        const across = value - (data[index - 3] as number)
        const down = value - (data[index - above] as number)
        if (across > contrast || across < -contrast || down > contrast || down < -contrast) {
          cells[cellRow + column] = 1
          break
        }
      }
    }
  }
  return { columns, rows, cells }
}
