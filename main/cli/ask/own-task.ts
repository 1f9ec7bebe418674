import { Failure } from '../../failure.ts'
import type { CustomTask } from '../../tasks/options.ts'

/** The person's own task of that name, in any case, as the app's settings keep it. Throws `usage` when there is none. */
export function ownTask(name: string, tasks: readonly CustomTask[]): CustomTask {
  const wanted = name.trim().toLowerCase()
  const found = tasks.find((task) => task.name.toLowerCase() === wanted)
  if (found !== undefined) return found
  const names = tasks.map((task) => `“${task.name}”`).join(', ')
  throw new Failure('usage', `There is no task “${name}”.`, {
    advice: names === '' ? 'Make it in the settings of the app first.' : `Tasks of your own are ${names}.`
  })
}
