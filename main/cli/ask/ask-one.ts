import type { House } from '../../compose.ts'
import { asFailure, type Failure } from '../../failure.ts'
import type { Said } from '../../saying.ts'
import type { TaskName } from '../../tasks/options.ts'
import type { DataFormat } from '../../tasks/write/tables.ts'
import { noticesOf } from '../../vision/analyze/analysis.ts'
import type { AnalyzeEvent, AnalyzeOptions } from '../../vision/analyze/options.ts'
import type { Meter } from '../../vision/metered.ts'
import type { Finding } from '../input/inputs.ts'
import type { TextRecord } from '../output/record.ts'
import type { DatasetPicture } from './dataset.ts'
import type { LiveText } from './live-text.ts'
import { openPicture } from './picture.ts'
import { type AnswerRecord, recordAnswer } from './record.ts'
import { describeDryRun } from './tell.ts'
import { type BoxUse, useBoxes } from './use-boxes.ts'
import { writeResult } from './write.ts'

/** What all pictures of a command share. */
export interface AskSetup extends BoxUse {
  readonly house: Pick<House, 'engine' | 'getPicture' | 'vision'>
  readonly meter: Meter
  readonly task: TaskName
  readonly wishes: AnalyzeOptions
  readonly format: DataFormat | undefined
}

/** What came of one picture. */
export interface Answer {
  readonly record: TextRecord
  readonly notices: readonly Said[]
  /** Undefined for a dry run. */
  readonly answered?: AnswerRecord
  readonly labelled?: DatasetPicture
  /** What went wrong with what was to be made of the answer. */
  readonly failure?: Failure
}

/** Asks about one picture, and draws and keeps its boxes where that is wanted. Never rejects. */
export async function askOne(
  setup: AskSetup,
  finding: Finding,
  { onEvent, live }: { readonly onEvent: (event: AnalyzeEvent) => void; readonly live: LiveText | undefined }
): Promise<Answer | Failure> {
  const { house, meter, task, wishes, format, signal } = setup
  try {
    const picture = await open(setup, finding)
    const call = { signal, meter, onEvent, ...(live && { onText: live.add }) }
    const analysis = await house.vision.analyze(picture.source, wishes, call)
    const record = recordAnswer(finding.name, task, analysis, writeResult(task, analysis.result, format))
    const used = 'source' in finding ? await useBoxes(setup, finding, picture, analysis.result) : {}
    return { record, answered: record, notices: noticesOf(analysis), ...used }
  } catch (thrown) {
    return asFailure(thrown)
  } finally {
    // What writing to the screen threw, the next writing throws as well.
    await live?.end().catch(() => undefined)
  }
}

/** Says what would be sent, and sends nothing. Never rejects. */
export async function forecastOne(
  setup: AskSetup,
  finding: Finding,
  onEvent: (event: AnalyzeEvent) => void
): Promise<Answer | Failure> {
  const { house, task, wishes, signal } = setup
  try {
    const { source } = await open(setup, finding)
    const forecast = await house.vision.forecast(source, wishes, { signal, onEvent })
    const record = { file: finding.name, task, ...forecast, text: describeDryRun(forecast) }
    return { record, notices: [] }
  } catch (thrown) {
    return asFailure(thrown)
  }
}

function open({ house: { getPicture }, wishes, signal }: AskSetup, finding: Finding) {
  return openPicture(finding, { getPicture, passAddress: wishes.passAddress ?? false, signal })
}
