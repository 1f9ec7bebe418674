import type { PictureFacts } from '../../../main/engine/protocol/picture.ts'

/** Facts with `problems` as the place where the fake tells what it saw. */
export function factsWith(problems: readonly string[]): PictureFacts {
  return {
    format: 'png',
    width: 3,
    height: 2,
    storedWidth: 3,
    storedHeight: 2,
    orientation: 1,
    frames: 1,
    colour: 'srgb',
    alpha: false,
    depth: 8,
    bytes: 1,
    problems: [...problems]
  }
}
