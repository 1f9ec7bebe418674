import type { z } from 'zod'
import type { VisionCheck, visionArguments } from '../../../preload/contract/vision.ts'
import { asFailure, assertNever } from '../../failure.ts'
import type { Preferences } from '../../settings/preferences.ts'
import type { Wishes } from '../../vision/analyze/choose.ts'
import type { Meter } from '../../vision/metered.ts'
import { presetOf } from '../../vision/presets.ts'
import { type ConnectionReport, forbidden } from '../../vision/probe/connection.ts'
import type { Vision } from '../../vision/vision.ts'
import { problemOf } from '../problem.ts'
import type { Addresses } from '../settings/addresses.ts'
import { markSighted } from './models.ts'

export interface CheckPorts {
  readonly vision: Pick<Vision, 'test' | 'learnSight' | 'models'>
  readonly preferences: Pick<Preferences, 'get'>
  readonly addresses: Addresses
  /** Tests are paid for like other calls. */
  readonly meter: Meter
  /** A provider as it is set up has answered: jobs that wait for its key or account go on. */
  readonly proved: (provider: string) => void
  readonly closing?: AbortSignal
}

type CheckWish = z.infer<typeof visionArguments.check>

/** Looks at a provider by a call. Throws `usage`, and what stands in the way of a list or a probe. */
export async function checkProvider(ports: CheckPorts, wish: CheckWish): Promise<VisionCheck> {
  const preset = presetOf(wish.provider)
  const wishes = await wishesOf(ports, wish)
  const call = ports.closing === undefined ? {} : { signal: ports.closing }
  switch (wish.what) {
    case 'connection': {
      const report = await test(ports, wishes)
      if (report.failure === undefined && wish.baseUrl === undefined) ports.proved(preset.id)
      const { steps, failure, model, milliseconds } = report
      return { what: 'connection', steps, model, milliseconds, ...(failure && { problem: problemOf(failure) }) }
    }
    case 'sight': {
      const { boxes, legible } = await ports.vision.learnSight(wishes, { ...call, meter: ports.meter })
      return { what: 'sight', boxes, legible }
    }
    case 'models': {
      const models = await ports.vision.models(wishes, call)
      return { what: 'models', models: markSighted(models, preset, ports.preferences.get().vision.learned) }
    }
    default:
      return assertNever(wish, 'nothing else can be looked at')
  }
}

async function wishesOf({ addresses }: CheckPorts, { provider, baseUrl, model }: CheckWish): Promise<Wishes> {
  const preset = presetOf(provider)
  const address = baseUrl === undefined ? undefined : ((await addresses.settle(preset, baseUrl)) ?? preset.baseUrl)
  return { provider: preset.id, ...(model && { model }), ...(address !== undefined && { baseUrl: address }) }
}

/** What forbids the call is a result of the test like any other. */
async function test(ports: CheckPorts, wishes: Wishes): Promise<ConnectionReport> {
  const { vision, meter, closing } = ports
  try {
    return await vision.test(wishes, { ...(closing && { signal: closing }), meter })
  } catch (thrown) {
    const failure = asFailure(thrown)
    if (!failure.code.startsWith('vision-')) throw failure
    return forbidden(failure, wishes.model ?? '')
  }
}
