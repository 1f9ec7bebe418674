import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Failure } from '../../failure.ts'
import type { Session } from '../session.ts'

/** Asks a person at the screen; only a clear yes is one. Throws `usage` where nobody can be asked. */
export async function confirm(
  { terminal, standardInput, interruption }: Pick<Session, 'terminal' | 'standardInput' | 'interruption'>,
  question: string
): Promise<boolean> {
  const input = standardInput()
  if (!input.isTTY) {
    throw new Failure('usage', 'Nobody is there to be asked.', { advice: 'Add --yes to do it without asking.' })
  }
  terminal.say(`${question} [y/N]`)
  const lines = createInterface({ input })
  try {
    const closed = once(lines, 'close').then(() => [''])
    const [line]: string[] = await Promise.race([once(lines, 'line', { signal: interruption.signal }), closed])
    return /^y(es)?$/i.test(line?.trim() ?? '')
  } finally {
    lines.close()
  }
}
