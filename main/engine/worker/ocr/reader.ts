import type { ReadOptions } from '../../protocol/operations.ts'
import type { PackLocation } from '../../protocol/pack.ts'
import type { Reading } from '../../protocol/reading.ts'
import type { Pixels } from '../imaging/pixels.ts'
import type { Call } from '../service.ts'
import { type FindTextOptions, type FoundText, findText } from './detect/text.ts'
import { findSideways, isUpsideDown } from './direction.ts'
import { openSession, type SessionOptions } from './graph/session.ts'
import { createMemory } from './memory.ts'
import { type Detector, detectorOf, type ModelClock, type Recogniser, recogniserOf } from './network.ts'
import { loadPackFiles, type PackFiles } from './pack.ts'
import { planesOf } from './planes.ts'
import { isLegible, isPlainCharacter, withSingles } from './recognise/legible.ts'
import { lineOf } from './recognise/line.ts'
import { type Recognised, type RecogniseOptions, recogniseStrips } from './recognise/recognise.ts'
import { recogniseSteep } from './recognise/steep.ts'
import { isSteep } from './strip.ts'
import { type Turn, turnBack, turnPixels } from './turn.ts'

/** What a reading holds of the text; the caller completes the times. */
export type Found = Omit<Reading, 'milliseconds' | 'rulings' | 'codes' | 'partial'> & {
  readonly milliseconds: Omit<Reading['milliseconds'], 'decode' | 'total'>
}

/** A model pack that is loaded and ready to read. */
export class Reader {
  /** Not the networks' bytes: they live on in the sessions. */
  private readonly pack: Pick<PackFiles, 'manifest' | 'characters'>
  private readonly detector: Detector
  private readonly recogniser: Recogniser
  /** Of one network at a time: an input is done with before the next is made. */
  private readonly memory = createMemory()
  private readonly release: () => Promise<void>

  private constructor(
    { manifest, characters }: PackFiles,
    detector: Detector,
    recogniser: Recogniser,
    release: () => Promise<void>
  ) {
    this.pack = { manifest, characters }
    this.detector = detector
    this.recogniser = recogniser
    this.release = release
  }

  /** Loads a pack with every check. Throws `pack-missing`, `pack-damaged` or `pack-incompatible`. */
  static async load(location: PackLocation, options: SessionOptions): Promise<Reader> {
    const files = await loadPackFiles(location)
    const { detector, recogniser } = location.manifest
    const detect = await openSession({ bytes: files.detector, sha256: detector.file.sha256, kind: 'detector' }, options)
    const recognise = await openSession(
      { bytes: files.recogniser, sha256: recogniser.file.sha256, kind: 'recogniser' },
      options
    ).catch(async (thrown: unknown) => {
      await detect.session.release()
      throw thrown
    })
    const release = async (): Promise<void> => {
      await detect.session.release()
      await recognise.session.release()
    }
    return new Reader(files, detectorOf(detect.session), recogniserOf(recognise.session), release)
  }

  /** Classes of the recogniser: the size of its dictionary and the blank. */
  get classes(): number {
    return this.pack.characters.length
  }

  async close(): Promise<void> {
    await this.release()
  }

  /** Finds and reads all text of a picture. A page that lies on its side or on its head is turned for it. */
  async read(pixels: Pixels, { scale }: ReadOptions, call: Call): Promise<Found> {
    const clock: ModelClock = { model: 0 }
    const started = performance.now()
    let detected = 0
    const detect = async (page: Pixels): Promise<FoundText> => {
      const from = performance.now()
      const text = await findText(page, this.findOptions(clock, scale, call))
      detected += performance.now() - from
      return text
    }
    let turn: Turn = 0
    let page = pixels
    let text = await detect(page)
    const quiet = this.recogniseOptions(clock, call, 0)
    const sideways = await findSideways(page, text.strips, quiet)
    if (sideways !== 0) {
      turn = sideways
      page = turnPixels(pixels, turn)
      text = await detect(page)
    }
    let read = await this.recognise(page, text, clock, call)
    if (await isUpsideDown(page, read, quiet)) {
      turn = ((turn + 180) % 360) as Turn
      page = turnPixels(pixels, turn)
      read = await this.recognise(page, await detect(page), clock, call)
    }
    const lines = read.map((line) => turnBack(lineOf(line), turn, pixels.width, pixels.height))
    return {
      width: pixels.width,
      height: pixels.height,
      turn,
      lines,
      pack: this.pack.manifest.id,
      milliseconds: { detect: detected, recognise: performance.now() - started - detected, model: clock.model }
    }
  }

  private async recognise(page: Pixels, text: FoundText, clock: ModelClock, call: Call): Promise<Recognised[]> {
    const { strips, leftovers } = text
    const options = this.recogniseOptions(clock, call, strips.length + leftovers.length)
    const across = await recogniseStrips(
      page,
      strips.filter((strip) => !isSteep(strip)),
      options
    )
    const steep = await recogniseSteep(page, strips.filter(isSteep), options)
    const single = await recogniseStrips(page, leftovers, options)
    return withSingles([...across, ...steep].filter(isLegible), single.filter(isPlainCharacter))
  }

  private findOptions(clock: ModelClock, interfaceScale: number, call: Call): FindTextOptions {
    const { detector: manifest } = this.pack.manifest
    return {
      detector: this.detector,
      manifest,
      memory: this.memory,
      clock,
      interfaceScale,
      advance: async (done, total) => {
        call.report({ stage: 'detect', done, total })
        await call.breathe()
      }
    }
  }

  private recogniseOptions(clock: ModelClock, call: Call, total: number): RecogniseOptions {
    const { recogniser } = this.pack.manifest
    let done = 0
    return {
      recogniser: this.recogniser,
      planes: planesOf(recogniser),
      height: recogniser.height,
      characters: this.pack.characters,
      memory: this.memory,
      clock,
      advance: async (lines) => {
        done += lines
        if (lines > 0 && done <= total) call.report({ stage: 'recognise', done, total })
        await call.breathe()
      }
    }
  }
}
