import { Failure } from '../../failure.ts'
import type { Service } from './service.ts'
import type { ServiceOptions } from './start.ts'

/** The service of the engine, with everything it is made of. */
export function createService(_options: ServiceOptions): Service {
  return { probe: missing, read: missing, annotate: missing, loadPack: missing }
}

function missing(): Promise<never> {
  return Promise.reject(new Failure('internal', 'The engine cannot do this yet.'))
}
