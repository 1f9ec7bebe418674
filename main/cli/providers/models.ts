import { alignColumns } from '../output/table.ts'
import type { Session } from '../session.ts'
import { printable } from '../terminal.ts'
import { endpointWishes, type ProviderOptions } from './wishes.ts'

/** Prints the list of an endpoint. Throws `Failure`. */
export async function listModels(
  { house, terminal, interruption }: Session,
  id: string | undefined,
  options: ProviderOptions
): Promise<void> {
  const models = await house().vision.models(endpointWishes(id, options), { signal: interruption.signal })
  if (models.length === 0) terminal.say('The list is empty.')
  await terminal.print(
    options.json
      ? models.map((model) => `${JSON.stringify(model)}\n`).join('')
      : alignColumns(models.map(({ id: name, vision }) => [printable(name), describeSight(vision)]))
  )
}

function describeSight(vision: boolean | undefined): string {
  if (vision === undefined) return ''
  return vision ? 'sees pictures' : 'text only'
}
