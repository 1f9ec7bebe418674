import type { FailureCode } from '../../../main/failure.ts'
import type { PreferenceValues } from '../../../main/settings/groups.ts'
import type { AnalyzeOptions } from '../../../main/vision/analyze/options.ts'
import type { UrlOptions } from '../../fakes/vision-server/base-urls.ts'
import type { VisionServer } from '../../fakes/vision-server/server.ts'

type Boxes = NonNullable<PreferenceValues['vision']['providers'][string]['boxes']>

/** What becomes of one scenario of the test server. */
export interface Row {
  readonly id: string
  readonly options?: UrlOptions
  /** A preset; ModelScope when missing. */
  readonly provider?: string
  readonly wishes?: AnalyzeOptions
  readonly boxes?: Boxes
  /** The way goes through a proxy that behaves so. */
  readonly proxy?: Parameters<VisionServer['proxy']['url']>[0]
  /** With limits of time that are shorter than the scenario. */
  readonly impatient?: true
  /** The failure that a person meets; an answer when missing. */
  readonly code?: FailureCode
  /** What had come before is kept. */
  readonly partial?: true
  /** What a person sees of an answer, for the documentation. */
  readonly sees?: string
  /** Part of the answer's text. */
  readonly says?: RegExp | string
  /** HTTP requests for an answer that reach the server. */
  readonly calls: number
  /** Least milliseconds of each wait between two calls. */
  readonly waits?: readonly number[]
}

const good = /^A picture of 448 by 640 pixels.*你好 😀$/
const answer = { sees: 'the answer', says: good, calls: 1 }
const detect = { wishes: { task: 'detect' }, says: '| window | 22 | 64 | 202 | 320 |', calls: 1 } as const

/** Every scenario, in the order of the server's own list. */
export const rows: readonly Row[] = [
  { id: 'ok', ...answer, sees: 'the answer as it comes, with tokens and time' },
  { id: 'ok-json', ...answer },
  { id: 'length', calls: 1, says: /mean colou$/, sees: 'the answer, marked as cut off' },
  { id: 'ids', ...answer },

  { id: 'null-choices', code: 'vision-empty', calls: 2, waits: [2000] },
  { id: 'empty', code: 'vision-empty', calls: 2, waits: [2000] },
  { id: 'empty-stop', code: 'vision-empty', calls: 2, waits: [2000] },

  { id: 'slow', options: { ms: 40 }, ...answer },
  { id: 'ttfb', options: { ms: 300 }, ...answer, sees: '“waiting”, then the answer' },
  { id: 'stall', impatient: true, code: 'vision-timeout', partial: true, calls: 1 },
  { id: 'no-response', impatient: true, code: 'vision-timeout', calls: 1 },
  { id: 'headers-only', impatient: true, code: 'vision-timeout', calls: 1 },
  { id: 'keepalive', impatient: true, options: { ms: 100 }, code: 'vision-timeout', calls: 1 },

  { id: '401', code: 'vision-auth', calls: 1 },
  { id: '401-link', code: 'vision-account-link', calls: 1 },
  { id: '403-name', code: 'vision-real-name', calls: 1 },
  {
    id: '403-model',
    provider: 'dashscope',
    options: { as: 'dashscope' },
    wishes: { model: 'qwen3-vl-plus' },
    code: 'vision-permission',
    calls: 1
  },
  { id: '402', code: 'vision-balance', calls: 1 },
  { id: '404-model', code: 'vision-model-gone', calls: 2 },
  { id: '400-gone', code: 'vision-model-gone', calls: 2 },
  { id: '429-1008', code: 'vision-model-gone', calls: 2 },
  { id: '400-bytes', code: 'vision-picture-bytes', calls: 1 },
  { id: '413', code: 'vision-picture-bytes', calls: 1 },
  { id: '400-format', code: 'vision-picture-format', calls: 1 },
  { id: '400-shape', code: 'vision-picture-shape', calls: 1 },
  {
    id: '400-inspect',
    provider: 'dashscope',
    options: { as: 'dashscope' },
    wishes: { model: 'qwen3-vl-plus' },
    code: 'vision-content-blocked',
    calls: 1
  },
  { id: '400-context', code: 'vision-context', calls: 1 },
  { id: 'no-vision-400', code: 'vision-no-sight', calls: 1 },
  { id: 'no-vision-500', code: 'vision-no-sight', calls: 1 },
  {
    id: 'no-vision-200',
    calls: 1,
    says: /calm lake/,
    sees: 'an answer that was made up; the test of the connection finds out'
  },

  {
    id: '400-pixels',
    options: { side: 320, under: 'error' },
    calls: 2,
    says: /^A picture of 224 by 320 pixels/,
    sees: 'the answer, and that the picture was sent smaller'
  },

  { id: '429-wait', options: { s: 2 }, ...answer, calls: 2, waits: [2000], sees: 'a countdown, then the answer' },
  { id: '429-day', code: 'vision-quota-day', calls: 1 },
  { id: '429-plan', code: 'vision-rate', calls: 2, waits: [60_000] },
  { id: '429-burst', code: 'vision-rate', calls: 2, waits: [60_000] },

  { id: '500', code: 'vision-upstream', calls: 1 },
  { id: '502-html', code: 'vision-upstream', calls: 2, waits: [2000] },
  { id: '503-loading', code: 'vision-upstream', calls: 2, waits: [10_000] },
  { id: '504', code: 'vision-upstream', calls: 2, waits: [2000] },
  { id: 'html-200', code: 'vision-not-an-api', calls: 1 },

  { id: 'eof', code: 'vision-cut-off', partial: true, calls: 1 },
  { id: 'reset', code: 'vision-network', partial: true, calls: 1 },
  { id: 'bad-sse', code: 'vision-protocol', partial: true, calls: 1 },
  { id: 'half-json', code: 'vision-protocol', partial: true, calls: 1 },
  { id: 'reset-first', ...answer, calls: 2, waits: [2000] },
  { id: 'extra-events', ...answer },

  { id: 'err-first', code: 'vision-picture-format', calls: 1 },
  { id: 'err-mid', code: 'vision-upstream', partial: true, calls: 1 },
  { id: 'errors-mid', code: 'vision-rate', partial: true, calls: 1 },
  { id: 'err-event', code: 'vision-upstream', partial: true, calls: 1 },

  { id: 'split', ...answer, says: /^A picture of 448 by 640 pixels.*截图 😀$/ },
  { id: 'crlf', ...answer },
  { id: 'cr', ...answer },
  { id: 'nospace', ...answer },
  { id: 'bom', ...answer },
  { id: 'nodone', ...answer },
  { id: 'lastline', ...answer },

  { id: 'think-tag', ...answer, sees: '“thinking”, then the answer without it' },
  { id: 'think-split', ...answer, sees: '“thinking”, then the answer without it' },
  { id: 'reasoning', ...answer, sees: '“thinking”, then the answer without it' },
  { id: 'reasoning2', ...answer, sees: '“thinking”, then the answer without it' },
  { id: 'think-only', code: 'vision-empty', calls: 1 },

  { id: 'huge', calls: 1, says: /^lorem ipsum/, sees: 'the first 2 million characters, marked as cut off' },
  { id: 'huge-line', code: 'vision-protocol', calls: 1 },
  { id: 'many', calls: 1, says: /^y{50000}$/, sees: 'the answer' },

  { id: 'boxes-fence', ...detect, sees: 'the boxes' },
  { id: 'boxes-open-fence', ...detect, sees: 'the boxes' },
  { id: 'boxes-prose', ...detect, sees: 'the boxes, the words apart from them' },
  { id: 'boxes-truncated', ...detect, sees: 'the whole boxes, and that the end is missing' },
  { id: 'boxes-duplicates', ...detect, sees: 'each box once, and that repeats were left out' },
  {
    id: 'boxes-over-range',
    ...detect,
    says: '| window | 0 | 64 | 202 | 640 |',
    sees: 'the boxes, held to the picture'
  },
  { id: 'boxes-reversed', ...detect, sees: 'the boxes, corners put right' },
  { id: 'boxes-absolute', ...detect, boxes: 'pixels', sees: 'the boxes, with the setting “pixels”' },
  { id: 'boxes-unit', ...detect, boxes: 'unit', sees: 'the boxes, with the setting “unit”' },
  { id: 'boxes-y-first', ...detect, boxes: 'thousand-y-first', sees: 'the boxes, with the setting “thousand-y-first”' },
  { id: 'boxes-strings', ...detect, sees: 'the boxes' },
  { id: 'boxes-nested', ...detect, sees: 'the boxes' },
  { id: 'boxes-brackets', ...detect, sees: 'the boxes that could be picked out, and that the answer was broken' },
  { id: 'boxes-single-quotes', ...detect, sees: 'the boxes, and that the answer was repaired' },
  { id: 'boxes-comma', ...detect, sees: 'the boxes, and that the answer was repaired' },
  {
    id: 'boxes-no-label',
    ...detect,
    says: '| object | 22 | 64 | 202 | 320 |',
    sees: 'the boxes, nameless ones as “object”'
  },
  { id: 'boxes-map', ...detect, says: '| window 0 | 22 | 64 | 202 | 320 |', sees: 'the boxes' },
  { id: 'boxes-zero-area', ...detect, sees: 'the boxes, and that one without area was left out' },
  { id: 'boxes-empty', ...detect, says: /^Nothing/, sees: '“Nothing of the kind was found.”' },
  { id: 'boxes-single', ...detect, sees: 'the box' },

  { id: 'redirect-301', code: 'vision-redirect', calls: 1 },
  { id: 'redirect-302', code: 'vision-redirect', calls: 1 },
  { id: 'redirect-307', code: 'vision-redirect', calls: 1 },
  { id: 'redirect-308', options: { to: 'same' }, code: 'vision-redirect', calls: 1 },

  { id: 'dns', code: 'vision-dns', calls: 0 },
  { id: 'refused', code: 'vision-network', calls: 0 },
  { id: 'tls-self', code: 'vision-tls', calls: 0 },
  { id: 'tls-expired', code: 'vision-tls', calls: 0 },
  { id: 'tls-name', code: 'vision-tls', calls: 0 },
  { id: 'tls-chain', code: 'vision-tls', calls: 0 },
  { id: 'tls-plain', code: 'vision-tls', calls: 0 },
  { id: 'tls-good', ...answer },
  { id: 'tls-http', code: 'vision-network', calls: 0, waits: [2000] },
  { id: 'tls-good', proxy: 'ok', ...answer },
  { id: 'tls-good', proxy: '407', code: 'vision-proxy', calls: 0 },
  { id: 'tls-good', proxy: 'down', code: 'vision-proxy', calls: 0 },
  { id: 'tls-good', proxy: 'plain', code: 'vision-tls', calls: 0 },
  { id: 'tls-good', proxy: 'refuse', code: 'vision-proxy', calls: 0 },
  { id: 'tls-good', proxy: 'silent', impatient: true, code: 'vision-timeout', calls: 0 }
]
