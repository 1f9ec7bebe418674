import type { ConnectionReport, ConnectionStep } from '../../vision/probe/connection.ts'
import { tellResult } from '../doctor/report.ts'
import { type ExitCode, exitCodeOf, exitCodes } from '../exit-codes.ts'
import { counted } from '../library/counted.ts'
import type { Session } from '../session.ts'
import { endpointWishes, type ProviderOptions, titleFor } from './wishes.ts'

const steps: Readonly<Record<ConnectionStep, { readonly name: string; readonly good: string }>> = {
  connection: { name: 'Connection', good: 'it answers' },
  key: { name: 'Key', good: 'accepted' },
  account: { name: 'Account', good: 'may ask' },
  model: { name: 'Model', good: 'is there' },
  quota: { name: 'Quota', good: 'calls are left' },
  sight: { name: 'Sight', good: 'it read the word in the picture' }
}

/** Makes one call, and prints step by step what works. Throws `Failure` where no call can be made. */
export async function testProvider(
  session: Session,
  id: string | undefined,
  options: ProviderOptions
): Promise<ExitCode> {
  const { house, terminal, interruption } = session
  terminal.showProgress(`asking ${titleFor({ house }, id)} …`)
  const report = await counted(session, (meter) =>
    house().vision.test(endpointWishes(id, options), { signal: interruption.signal, meter })
  )
  terminal.clearProgress()
  await terminal.print(options.json ? toJson(report) : toLines(report))
  return report.failure === undefined ? exitCodes.good : exitCodeOf(report.failure.code)
}

function toJson({ steps: states, failure, model, milliseconds }: ConnectionReport): string {
  const { code, message, advice } = failure ?? {}
  const error = failure && { code, message, ...(advice !== undefined && { advice }) }
  return `${JSON.stringify({ ok: failure === undefined, model, milliseconds: Math.round(milliseconds), steps: states, error })}\n`
}

function toLines({ steps: states, failure, model, milliseconds }: ConnectionReport): string {
  const lines = states.map(({ step, state }) => {
    const { name, good } = steps[step]
    if (state === 'unknown') return `-     ${name}: not reached\n`
    if (state === 'good' || failure === undefined) return tellResult({ name, state: 'good', detail: good })
    const { message, code, advice } = failure
    return tellResult({ name, state: 'wrong', detail: `${message} (${code})`, ...(advice !== undefined && { advice }) })
  })
  const verdict = failure === undefined ? `${model} answered in ${Math.round(milliseconds)} ms.\n` : ''
  return `${lines.join('')}${verdict}`
}
