import type { Api } from '../preload/contract/contract.ts'

declare global {
  interface Window {
    /** The bridge, put there by the preload. */
    readonly glyphlens: Api
  }
}
