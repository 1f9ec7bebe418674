import type { Given } from '../../../preload/contract/contract.ts'
import { bridge } from '../../app/bridge.ts'

/** Tells main what the person does. What main refuses is in its log: a page has nothing to add. */
export function act(what: Given<'capture', 'act'>): void {
  void bridge().capture.act(what)
}
