import { definitionOf } from './engines/list.ts'
import type { RunningEngine } from './engines/process.ts'
import type { Answer } from './engines/protocol.ts'
import type { TruthPicture } from './generate/picture.ts'
import { scoreWithoutBoxes } from './letters.ts'
import { measure, type Patience, type Sample } from './machine.ts'
import type { Row } from './results.ts'
import { orderScore, score, wrongLines } from './score.ts'
import type { SetPicture } from './sets.ts'

/** Asks every engine for the picture `repeat` times, in an order that rotates, so that none is always first. */
export async function comparePicture(
  picture: SetPicture,
  engines: readonly RunningEngine[],
  repeat: number,
  patience: Patience
): Promise<Row[]> {
  const samples = new Map<RunningEngine, Sample<Answer>[]>(engines.map((engine) => [engine, []]))
  for (let round = 0; round < repeat; round++) {
    for (const engine of rotated(engines, round)) {
      const sample = await measure(engine.pid, patience, () => engine.ask({ file: picture.file }))
      samples.get(engine)?.push(sample)
    }
  }
  return [...samples].map(([engine, own]) => rowOf(picture, engine, own))
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const start = by % Math.max(1, items.length)
  return [...items.slice(start), ...items.slice(0, start)]
}

function rowOf(picture: SetPicture, engine: RunningEngine, samples: readonly Sample<Answer>[]): Row {
  const clean = samples.filter((sample) => sample.clean)
  const counted = clean.length > 0 ? clean : samples
  const fastest = counted.toSorted((left, right) => left.wall - right.wall)[0]
  const { text = '', segments = [], error } = samples[0]?.value ?? {}
  const { model, total } = fastest?.value ?? {}
  return {
    set: picture.set,
    picture: picture.name,
    category: picture.category,
    size: sizeOf(picture),
    engine: engine.name,
    score: definitionOf(engine.name).boxesAreWrong
      ? scoreWithoutBoxes(picture.lines, text, segments)
      : score(picture.lines, segments),
    order: orderScore(picture.lines, text),
    wall: counted.map((sample) => sample.wall),
    processor: counted.map((sample) => sample.processor),
    disturbed: samples.length - clean.length,
    ...(model !== undefined && total !== undefined ? { model: { model, total } } : {}),
    text,
    wrong: wrongLines(picture.lines, segments),
    ...(error === undefined ? {} : { error })
  }
}

/** Class of size: a dragged rectangle is `crop`, all else by its pixels. */
export function sizeOf({ width, height, scale }: Pick<TruthPicture, 'width' | 'height' | 'scale'>): string {
  if (height / scale <= 320) return 'crop'
  return `${width}x${height}`
}
