import type { PackManifest } from '../../protocol/pack.ts'

/** How a network wants its colours: order of the planes, and what is subtracted and divided at values of 0 to 1. */
export type Normalisation = Pick<PackManifest['detector'], 'channels' | 'mean' | 'deviation'>

/** For one plane of a network's input: which byte of a pixel it takes, and value = byte * scale + shift. */
export interface Plane {
  readonly byte: 0 | 1 | 2
  readonly scale: number
  readonly shift: number
}

/** The three planes in the network's order. */
export function planesOf({ channels, mean, deviation }: Normalisation): readonly [Plane, Plane, Plane] {
  const plane = (index: 0 | 1 | 2): Plane => ({
    byte: channels === 'rgb' ? index : ((2 - index) as 0 | 1 | 2),
    scale: 1 / (255 * deviation[index]),
    shift: -mean[index] / deviation[index]
  })
  return [plane(0), plane(1), plane(2)]
}
