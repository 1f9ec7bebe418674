import { z } from 'zod'

/** Values of what happened to one call of a provider; empty where there is none. */
export interface CallValues {
  /** Names of the provider and of the model. */
  readonly provider: string
  readonly model: string
  readonly host: string
  /** Where the provider gives out keys. */
  readonly page: string
  /** Of the day by which quotas are counted, such as `UTC+8`. */
  readonly zone: string
  /** The provider's own words. */
  readonly quote: string
  readonly seconds: string
  /** Where a redirect leads. */
  readonly target: string
  /** `http://` where the address begins so. */
  readonly plain: string
}

/** What a provider, or the way to it, can do to a call. */
export type CallSaying =
  | 'firstByte'
  | 'idle'
  | 'total'
  | 'empty'
  | 'thoughtOnly'
  | 'cutOff'
  | 'tooLong'
  | 'protocol'
  | 'auth'
  | 'authOtherSite'
  | 'accountLink'
  | 'realName'
  | 'permission'
  | 'balance'
  | 'quotaDay'
  | 'rate'
  | 'ratePlan'
  | 'modelGone'
  | 'noSight'
  | 'picturePixels'
  | 'pictureBytes'
  | 'pictureFormat'
  | 'pictureShape'
  | 'pictureAddress'
  | 'pictureLost'
  | 'contentBlocked'
  | 'context'
  | 'refused'
  | 'upstream'
  | 'loading'
  | 'gatewayTimeout'
  | 'upstreamTimeout'
  | 'notAnApi'
  | 'noEndpoint'
  | 'plainOnTls'
  | 'proxyAuth'
  | 'redirect'
  | 'proxy'
  | 'dns'
  | 'certificateDate'
  | 'certificateName'
  | 'certificateChain'
  | 'certificateAuthority'
  | 'notEncrypted'
  | 'tls'
  | 'notHttp'
  | 'connectionRefused'
  | 'noWay'
  | 'connectTimeout'
  | 'silence'
  | 'brokenOff'

/** No values. */
export interface Nothing {
  readonly [value: string]: never
}

/** How many of what is told. */
export interface Count {
  readonly count: number
}

/** What main says beyond the codes of failures, and the values in it. The set is closed: the window has words for each. */
export interface SayingValues extends Readonly<Record<`call.${CallSaying}`, CallValues>> {
  // Answers of models
  'answer.cut-off': Nothing
  'answer.only-thinking': Nothing
  'answer.repeated-lines': Count
  'answer.code-joined': Nothing
  'answer.repaired': Nothing
  'answer.data-ended': Nothing
  'answer.list-ended': Nothing
  'answer.no-table': Nothing
  'answer.tables-left-out': Count
  'answer.no-chart': Nothing
  'answer.several-charts': Nothing
  'answer.table-for-chart': Nothing
  'answer.no-boxes': Nothing
  'answer.boxes-picked-out': Nothing
  'answer.unusable-boxes': Count
  'answer.points': Count
  'answer.flat-boxes': Count
  'answer.outside-boxes': Count
  'answer.even-boxes': Count
  'answer.repeated-boxes': Count
  'answer.most-boxes': Count
  // What goes out
  'sent.small-text': { readonly pixels: number; readonly inParts: boolean }
  'sent.without-text': Nothing
  'sent.key-elsewhere': { readonly provider: string; readonly host: string }
  'sent.other-model': { readonly wanted: string; readonly asked: string }
  'sent.smaller': { readonly pixels: number }
  'sent.estimated': Count
  'sent.parts': Count & { readonly most: number }
  // Providers and their keys
  'address.shortened': Nothing
  'address.unencrypted': Nothing
  'address.usual': { readonly address: string }
  'address.without-version': Nothing
  'address.missing': Nothing
  'address.blanks': Nothing
  'address.password': Nothing
  'address.stray-openai': { readonly provider: string }
  'key.none': { readonly provider: string; readonly page: string }
  'key.not-given': Nothing
  'key.prefix': { readonly provider: string; readonly prefix: string }
  'key.plausible': { readonly provider: string }
  'key.address': Nothing
  'key.too-long': Nothing
  'key.blanks': Nothing
  'key.characters': Nothing
  'key.nothing': Nothing
  'key.removed': { readonly provider: string }
  'key.still-there': { readonly provider: string; readonly variable: string }
  'key.not-there': { readonly provider: string }
  'key.environment': { readonly variable: string }
  'key.until-quit': Nothing
  'key.ready': Nothing
  'key.all-ready': Nothing
  'key.none-stored': Nothing
  'key.unprotected': Nothing
  'key.file': Nothing
  'key.not-written': Nothing
  'key.stored': { readonly place: 'keychain' | 'account' | 'keyring' }
  'key.no-keyring': { readonly canAccept: boolean }
  'key.kept-denied': Nothing
  'key.kept-unavailable': Nothing
  'key.kept-unproved': Nothing
  'key.re-encrypted': Nothing
  'key.re-encryption-put-off': Nothing
  'key.denied': Nothing
  'key.unavailable': Nothing
  'key.changed-backend': { readonly from: string; readonly to: string }
  'key.damaged': Nothing
  'key.newer': Nothing
  'model.none-chosen': { readonly provider: string }
  'provider.unknown': Nothing
  // Hotkeys
  'hotkey.system': Nothing
  'hotkey.typing': Nothing
  'hotkey.everyday': Nothing
  'hotkey.character': Nothing
  'hotkey.unknown-key': { readonly key: string }
  'hotkey.foreign-key': { readonly key: string }
  'hotkey.several-keys': Nothing
  'hotkey.no-key': Nothing
  'hotkey.none': Nothing
  'hotkey.twice': Nothing
  'hotkey.taken': { readonly keys: string }
  'hotkey.not-given': { readonly command: string; readonly desktop: string }
  'hotkey.unproven': { readonly command: string; readonly desktop: string }
  // The library
  'library.as-it-is': Nothing
  'library.rebuilt': { readonly aside: string }
  'library.saved': { readonly saved: number; readonly restored: number; readonly adopted: number }
  'library.database': { readonly words: string }
  'library.missing': Count
  'library.changed': Count
  'library.stray-files': Count & { readonly removed: boolean }
  'library.stray-pictures': Count & { readonly removed: boolean }
  'library.no-such-page': Nothing
  'library.no-such-search': Nothing
  'library.no-pdf': Nothing
  'library.one-by-one': Nothing
  'library.nothing-located': Nothing
  'library.no-room': Nothing
  'library.cannot-search': Nothing
  'library.not-there': { readonly folder: string }
  'library.being-moved': Nothing
  'library.being-opened': Nothing
  'library.used-elsewhere': Nothing
  'library.copy-not-whole': Nothing
  'library.left-behind': { readonly folder: string }
  'library.place-same': Nothing
  'library.place-inside': Nothing
  'library.place-foreign': Nothing
  // Settings
  'settings.set-aside': { readonly path: string }
  'settings.dropped': { readonly names: string }
  'settings.keys-set-aside': { readonly path: string }
  'settings.unfit': Nothing
  'settings.too-large': Nothing
  'settings.unknown': Nothing
  // Work
  'work.disk-full': Nothing
  'work.room-again': Nothing
  'work.no-provider': Nothing
  'work.nothing-chosen': Nothing
  'work.batch-gone': Nothing
  'work.too-many-pictures': Count & { readonly most: number }
  'work.no-batch': { readonly most: number }
  'work.only-folders': Nothing
  'work.not-read-yet': Nothing
  'work.waits-offline': Nothing
  'work.waits': Nothing
  'ask.no-question': Nothing
  'ask.no-answer-yet': Nothing
  'ask.on-its-way': Nothing
  'ask.no-task': Nothing
  'ask.no-language': Nothing
  'ask.unfit-option': { readonly option: string }
  'ask.needs': { readonly what: string }
  'ask.out-of-range': { readonly option: string; readonly least: number; readonly most: number }
  'ask.no-address': Nothing
  // Pictures
  'picture.nowhere': Nothing
  'picture.partial': Nothing
  'picture.clipboard': Nothing
  'picture.folder': Nothing
  'picture.origin': Nothing
  'picture.forgotten': Nothing
  'picture.page': { readonly page: number; readonly pages: number }
  'picture.pages': Nothing
  'picture.elsewhere': Nothing
  'picture.outside-frame': Nothing
  'picture.password': Nothing
  'picture.protected': Nothing
  'picture.pdf-at-address': Nothing
  'picture.web-page': Nothing
  'picture.bytes': { readonly megabytes: number }
  'picture.pixels': { readonly width: number; readonly height: number; readonly millions: string }
  'picture.pdf-pages': { readonly pages: number; readonly most: number }
  'download.address': Nothing
  'download.status': { readonly status: number }
  'download.circles': Nothing
  'download.slow': Nothing
  'download.private': { readonly host: string }
  'download.password': Nothing
  // The app
  'pack.shipped': Nothing
  'pack.instead': { readonly title: string }
  'app.refused-paths': Count
  'app.refused-request': Nothing
  'app.foreign-link': Nothing
  'app.no-setting': Nothing
  'app.no-update': Nothing
  'app.home': Nothing
  'app.clipboard': Nothing
}

export type SayingName = keyof SayingValues

/** One of the closed set, with its values. */
export type Saying = {
  readonly [N in SayingName]: { readonly name: N; readonly values: SayingValues[N] }
}[SayingName]

/** What main tells a person: in English for the log and the command line, by name for who says it in another language. */
export interface Said {
  readonly message: string
  /** What to do next, one sentence. */
  readonly advice?: string | undefined
  /** Missing for what comes from outside, and for what its failure's code says as well. */
  readonly saying?: Saying | undefined
}

/** By name and values, which may be left out where there are none. */
export function saying<N extends SayingName>(
  name: N,
  ...[values]: SayingValues[N] extends Nothing ? [] : [values: SayingValues[N]]
): Saying {
  return { name, values: values ?? {} } as Saying
}

/** A sentence and the name by which others say it. */
export function say<N extends SayingName>(
  message: string,
  name: N,
  ...values: SayingValues[N] extends Nothing ? [] : [values: SayingValues[N]]
): Said {
  return { message, saying: saying(name, ...values) }
}

/** The same sentence is told once, where it first stood. */
export function eachOnce(sentences: readonly Said[]): Said[] {
  return [...new Map(sentences.map((said) => [said.message, said])).values()]
}

const loose = z.object({
  name: z.string().max(60),
  values: z.record(z.string().max(40), z.union([z.string().max(1000), z.number(), z.boolean()]))
})

/** A saying as it was kept or came from another process. One of a later version may be none of this one. */
export const kept: z.ZodType<Saying> = loose.transform((read) => read as unknown as Saying)

/** A sentence as it was kept, by this version or by one that kept no more than the sentence. */
export const keptSaid: z.ZodType<Said> = z.union([
  z
    .string()
    .max(500)
    .transform((message): Said => ({ message })),
  z
    .object({
      message: z.string().max(500),
      advice: z.string().max(500).optional(),
      saying: kept.optional().catch(undefined)
    })
    .transform((said): Said => said)
])
