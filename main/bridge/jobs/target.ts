import { Failure } from '../../failure.ts'
import { deviceEngine, type Job } from '../../jobs/job.ts'
import type { Target } from '../../jobs/queue/wishes.ts'
import { saying } from '../../saying.ts'
import type { PreferenceValues } from '../../settings/groups.ts'
import { modelOf } from '../../vision/analyze/choose.ts'
import { presetOf } from '../../vision/presets.ts'

/** Jobs that go to the same engine under the same name. */
export interface Move {
  readonly ids: readonly number[]
  readonly target: Target
}

/**
 * Where jobs go when they are moved: reading on this machine and by a model are two tasks. Throws `usage` when one of
 * them cannot be done there; then none is moved.
 */
export function movesOf(
  jobs: readonly Pick<Job, 'id' | 'task'>[],
  { engine, model }: { readonly engine: string; readonly model?: string | undefined },
  vision: PreferenceValues['vision']
): readonly Move[] {
  const reads = jobs.filter(isReading).map(({ id }) => id)
  const asks = jobs.filter((job) => !isReading(job)).map(({ id }) => id)
  if (engine === deviceEngine) {
    if (asks.length === 0 && model === undefined) return [{ ids: reads, target: { engine, task: 'read' } }]
    throw new Failure('usage', 'On this machine text is read; everything else needs a vision model.', {
      advice: 'Choose a provider.',
      saying: saying('work.no-provider')
    })
  }
  const preset = presetOf(engine)
  const target = { engine: preset.id, model: modelOf(preset, model === undefined ? {} : { model }, vision) }
  return [
    { ids: reads, target: { ...target, task: 'ocr' } },
    { ids: asks, target }
  ].filter(({ ids }) => ids.length > 0)
}

function isReading({ task }: Pick<Job, 'task'>): boolean {
  return task === 'read' || task === 'ocr'
}
