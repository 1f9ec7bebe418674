import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Engine } from '../../../main/engine/client.ts'
import type { Size, View } from '../../../main/engine/protocol/view.ts'
import { planPicture } from '../../../main/vision/budget/plan.ts'
import { imageTokens } from '../../../main/vision/budget/tokens.ts'
import { modelscope } from '../../../main/vision/presets/modelscope.ts'
import { rulesFor } from '../../../main/vision/presets/rules.ts'
import { distance } from '../../accuracy/distance.ts'
import { embeddedPack } from '../../fakes/engine/pack.ts'
import { outputFolder } from '../folders.ts'
import { measure } from '../machine.ts'
import { median } from './figures.ts'
import { likeness } from './likeness.ts'
import { encodeOurs } from './ours.ts'
import type { BenchPicture } from './pictures.ts'
import type { Pillow } from './pillow.ts'
import type { OurWay, Row, Way } from './row.ts'

export interface Contenders {
  readonly pillow: Pillow
  readonly engine: Engine
  /** How often both are timed, in turn. */
  readonly rounds: number
}

const rules = rulesFor(modelscope, modelscope.models.fast)
const pack = embeddedPack()
/** A round takes at least so many milliseconds: the machine's accounts tick every ten. */
const roundMilliseconds = 60
const mostTimes = 40
const patience = { tries: 2, quiet: 200 }

/** Both ways for the picture in its own size and as it is fitted. */
export async function compare(picture: BenchPicture, contenders: Contenders): Promise<Row[]> {
  const file = await readFile(picture.file)
  const { width, height } = await contenders.engine.probe(file)
  const size = { width, height }
  const whole: View = { crop: { x0: 0, y0: 0, x1: width, y1: height }, content: size, canvas: size }
  const views = { 'as it is': whole, fitted: planPicture(size, rules, { detail: 'fit' }).overview } as const
  const rows: Row[] = []
  for (const shown of ['as it is', 'fitted'] as const) {
    const ways = await time(picture, file, whole, views[shown], contenders)
    rows.push({ name: picture.name, isPhoto: picture.isPhoto, shown, ...size, ...ways })
  }
  return rows
}

async function time(
  { file: path }: BenchPicture,
  file: Uint8Array,
  whole: View,
  view: View,
  { pillow, engine, rounds }: Contenders
): Promise<{ original: Way; ours: OurWay }> {
  const output = join(outputFolder, 'pillow-output')
  // Unmeasured: the first time costs more than any later one.
  const first = { pillow: await pillow.encode(path, 3, output), ours: await encodeOurs(path, view, 3) }
  const times = { pillow: timesFor(first.pillow.milliseconds), ours: timesFor(first.ours.milliseconds) }
  const taken = { pillow: samples(), ours: samples(), engine: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    const theirs = await measure(pillow.pid, patience, () => pillow.encode(path, times.pillow))
    add(taken.pillow, theirs.value)
    const own = await measure(process.pid, patience, () => encodeOurs(path, view, times.ours))
    add(taken.ours, own.value)
    const started = performance.now()
    await engine.encode(file, [view], { formats: [...rules.formats], bytes: rules.bytes })
    taken.engine.push(performance.now() - started)
  }
  const { facts, data } = first.ours
  const [exact] = await engine.encode(file, [view], { formats: ['png'], bytes: Number.MAX_SAFE_INTEGER })
  return {
    original: {
      ...medians(taken.pillow),
      bytes: first.pillow.bytes,
      tokens: tokensOf(whole.canvas),
      likeness: await likeness(file, whole, await readFile(output))
    },
    ours: {
      ...medians(taken.ours),
      engineMilliseconds: median(taken.engine),
      bytes: data.length,
      tokens: tokensOf(facts),
      likeness: await likeness(file, view, data),
      misread: distance(await read(engine, exact?.data ?? file), await read(engine, data)),
      format: facts.format,
      fidelity: facts.fidelity
    }
  }
}

interface Samples {
  readonly milliseconds: number[]
  readonly processor: number[]
}

function samples(): Samples {
  return { milliseconds: [], processor: [] }
}

function add(to: Samples, { milliseconds, processor }: Samples): void {
  to.milliseconds.push(...milliseconds)
  to.processor.push(...processor)
}

function medians({ milliseconds, processor }: Samples): Pick<Way, 'milliseconds' | 'processor'> {
  return { milliseconds: median(milliseconds), processor: median(processor) }
}

function timesFor(milliseconds: readonly number[]): number {
  return Math.max(3, Math.min(mostTimes, Math.ceil(roundMilliseconds / Math.min(...milliseconds))))
}

function tokensOf(size: Size): number {
  return Math.max(size.width, size.height) > rules.maximumSide ? Number.NaN : imageTokens(size, rules.tokens)
}

/** All lines in an order that does not depend on where they stand. */
async function read(engine: Engine, picture: Uint8Array): Promise<string> {
  const { lines } = await engine.read(picture, { pack })
  return lines
    .map(({ text }) => text)
    .toSorted()
    .join('\n')
}
