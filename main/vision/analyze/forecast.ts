import type { EncodedPicture } from '../../engine/client.ts'
import type { Said } from '../../saying.ts'
import { type Prepared, takesLocalText } from './prepare.ts'

/** What would go where, said before it does. */
export interface Forecast {
  readonly provider: string
  /** Host and port. */
  readonly host: string
  readonly model: string
  readonly calls: number
  /** Bytes of all pictures, before base64. One that goes out with several calls counts with each. */
  readonly bytes: number
  /** Tokens of all pictures, estimated by the provider's rule. */
  readonly tokens: number
  readonly pictures: readonly { readonly width: number; readonly height: number; readonly format: string }[]
  /** Whether text that was read on this machine goes along. */
  readonly localText: boolean
  /** Sentences for the person: small text that gets lost, a plain connection. */
  readonly notices: readonly Said[]
}

/** What `prepared` would send. */
export function forecastOf({ choice, subject, localText, notices }: Prepared): Forecast {
  const { endpoint, model } = choice
  const shots = subject.kind === 'address' ? [] : subject.showing.calls.flat()
  return {
    provider: endpoint.preset.id,
    host: new URL(endpoint.baseUrl).host,
    model,
    calls: subject.kind === 'address' ? 1 : subject.showing.calls.length,
    bytes: sumOf(shots, ({ encoded }) => encoded.data.length),
    tokens: sumOf(shots, ({ tokens }) => tokens),
    pictures: shots.map(({ encoded: { width, height, format } }) => ({ width, height, format })),
    localText: Boolean(localText),
    notices: subject.kind === 'address' ? notices : [...notices, ...subject.showing.notices]
  }
}

/** What would go where, to be looked at. */
export interface Preview {
  readonly forecast: Forecast
  readonly pictures: readonly EncodedPicture[]
}

/** What `prepared`, which was made without text, would send; `wantsText` when it may go along. */
export function previewOf(prepared: Prepared, wantsText: boolean): Preview {
  const { subject, task } = prepared
  const shots = subject.kind === 'address' ? [] : subject.showing.calls.flat()
  const localText = subject.kind === 'bytes' && takesLocalText(task, subject.showing, wantsText)
  // What goes out with every call is looked at once.
  const pictures = [...new Set(shots)].map(({ encoded }) => encoded)
  return { forecast: { ...forecastOf(prepared), localText }, pictures }
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0)
}
