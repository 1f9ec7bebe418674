import type { Learned } from '../../settings/groups.ts'
import { counted } from '../library/counted.ts'
import type { Session } from '../session.ts'
import { endpointWishes, type ProviderOptions, titleFor } from './wishes.ts'

/** Makes one call, keeps what it tells of a model's sight, and prints it. Throws `Failure`. */
export async function learnSight(session: Session, id: string | undefined, options: ProviderOptions): Promise<void> {
  const { house, terminal, interruption } = session
  terminal.showProgress(`asking ${titleFor({ house }, id)} …`)
  const learned = await counted(session, (meter) =>
    house().vision.learnSight(endpointWishes(id, options), { signal: interruption.signal, meter })
  )
  terminal.clearProgress()
  await terminal.print(options.json ? `${JSON.stringify(learned)}\n` : toLines(learned))
}

const spaces: Readonly<Record<NonNullable<Learned['boxes']>, string>> = {
  thousand: 'on a grid of 0 to 1000, x first',
  'thousand-y-first': 'on a grid of 0 to 1000, y first',
  pixels: 'in pixels of the picture that it gets',
  unit: 'from 0 to 1'
}

function toLines({ boxes, legible }: Learned): string {
  const size = legible === undefined ? 'not found out' : `down to ${legible} pixels`
  return `Text: ${size}\nBoxes: ${boxes === undefined ? 'not found out' : spaces[boxes]}\n`
}
