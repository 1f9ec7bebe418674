import { setTimeout as delay } from 'node:timers/promises'
import type { Engine } from '../engine/client.ts'
import type { PackLocation } from '../engine/protocol/pack.ts'
import type { Picture, PictureSource } from '../pictures/source.ts'
import type { Learned } from '../settings/groups.ts'
import type { Keys } from '../settings/keys.ts'
import type { Preferences } from '../settings/preferences.ts'
import type { Language } from '../tasks/prompt/language.ts'
import type { Analysis } from './analyze/analysis.ts'
import { type Choice, choose, connect, learnedKey, modelOf, type Stored, type Wishes } from './analyze/choose.ts'
import { conclude } from './analyze/conclude.ts'
import { type Forecast, forecastOf, type Preview, previewOf } from './analyze/forecast.ts'
import type { AnalyzeCallOptions, AnalyzeOptions } from './analyze/options.ts'
import { prepare } from './analyze/prepare.ts'
import { type SendPorts, send } from './analyze/send.ts'
import type { ImageInput } from './analyze/source.ts'
import type { Chat } from './chat.ts'
import { concurrencyOf } from './concurrency.ts'
import { type ImageContent, imageContent } from './content.ts'
import type { Endpoint } from './endpoint.ts'
import { createLimiter, type Limiter } from './limiter.ts'
import { type Meter, metered } from './metered.ts'
import { rulesFor } from './presets/rules.ts'
import { presetOf } from './presets.ts'
import { type ConnectionReport, testConnection } from './probe/connection.ts'
import { probeSight } from './probe/sight.ts'

export interface VisionPorts {
  readonly chat: Chat
  readonly engine: Pick<Engine, 'probe' | 'read' | 'encode'>
  readonly getPicture: (source: PictureSource, options: { readonly signal?: AbortSignal }) => Promise<Picture>
  /** The model pack that reads on this machine. */
  readonly pack: () => Promise<PackLocation>
  readonly preferences: Preferences
  readonly keys: Pick<Keys, 'find'>
  /** Of the app, where neither a setting nor a question decides. */
  readonly language: Language
  /** Default: the time of this machine. */
  readonly wait?: SendPorts['wait']
}

interface Cancellable {
  readonly signal?: AbortSignal
}

interface ProbeCall extends Cancellable {
  /** Such calls are paid for like others. */
  readonly meter?: Meter | undefined
}

/** Asks vision models. All of it throws `Failure`; calls throw `VisionFailure`. */
export interface Vision {
  readonly analyze: (image: ImageInput, wishes?: AnalyzeOptions, call?: AnalyzeCallOptions) => Promise<Analysis>
  /** What `analyze` would send, without sending it. */
  readonly forecast: (image: ImageInput, wishes?: AnalyzeOptions, call?: AnalyzeCallOptions) => Promise<Forecast>
  /** The same with the pictures themselves, as quick as can be: whether text goes along is told, but nothing is read. */
  readonly preview: (image: ImageInput, wishes?: AnalyzeOptions, call?: AnalyzeCallOptions) => Promise<Preview>
  /** Throws what stands in the way of a call before anything is read: no key, a broken address, an unknown provider. */
  readonly check: (wishes?: Wishes) => void
  /** The picture as a part of a message. Needs no key. */
  readonly content: (image: ImageInput, wishes?: ContentWishes, call?: Cancellable) => Promise<ImageContent>
  /** One call that proves an endpoint. Rejects only for what forbids the call itself. */
  readonly test: (wishes?: Wishes, call?: ProbeCall) => Promise<ConnectionReport>
  /** One call that learns how a model sees; what it learned is kept in the preferences and holds from then on. */
  readonly learnSight: (wishes?: Wishes, call?: ProbeCall) => Promise<Learned>
  /** The models that the endpoint lists. */
  readonly models: (wishes?: Wishes, call?: Cancellable) => ReturnType<Chat['models']>
}

/** For whom a picture is made ready. */
export type ContentWishes = Pick<AnalyzeOptions, 'provider' | 'model' | 'precise' | 'passAddress'>

export function createVision(ports: VisionPorts): Vision {
  const { chat, preferences, keys } = ports
  const stored = (): Stored => ({ preferences: preferences.get().vision, keys })
  const chosen = (wishes: Wishes): Choice => choose(wishes, stored())
  const limiterOf = createLimiters(stored)
  const preparing = { ...ports, stored, wait: ports.wait ?? waitHere }

  return {
    analyze: async (image, wishes = {}, call = {}) => {
      const started = performance.now()
      const prepared = await prepare(preparing, image, wishes, call)
      const limiter = limiterOf(prepared.choice.endpoint)
      const sent = await send({ ...preparing, chat: metered(chat, call.meter), limiter }, prepared, call)
      return conclude(sent, performance.now() - started)
    },
    forecast: async (image, wishes = {}, call = {}) => forecastOf(await prepare(preparing, image, wishes, call)),
    preview: async (image, wishes = {}, call = {}) => {
      const prepared = await prepare(preparing, image, { ...wishes, localText: false }, call)
      return previewOf(prepared, wishes.localText ?? stored().preferences.localText)
    },
    check: (wishes = {}) => void chosen(wishes),
    content: async (image, { passAddress = false, ...wishes } = {}, call = {}) => {
      const { preferences: current } = stored()
      const preset = presetOf(wishes.provider ?? current.provider)
      const rules = rulesFor(preset, modelOf(preset, wishes, current))
      return imageContent(ports, image, rules, { passAddress, ...call })
    },
    test: async (wishes = {}, call = {}) => {
      const { endpoint, model } = chosen(wishes)
      return testConnection(metered(chat, call.meter), endpoint, model, call)
    },
    learnSight: async (wishes = {}, call = {}) => {
      const { endpoint, model } = chosen(wishes)
      const learned = await probeSight(metered(chat, call.meter), endpoint, model, call)
      const known = preferences.get().vision.learned
      await preferences.set({ vision: { learned: { ...known, [learnedKey(endpoint, model)]: learned } } })
      return learned
    },
    models: async (wishes = {}, call = {}) => {
      const { preferences: current } = stored()
      const { endpoint } = connect(presetOf(wishes.provider ?? current.provider), wishes, stored())
      return chat.models(endpoint, call)
    }
  }
}

const waitHere: SendPorts['wait'] = (milliseconds, signal) => delay(milliseconds, undefined, signal ? { signal } : {})

/** One limiter for each address: two models of a provider share its patience. */
function createLimiters(stored: () => Stored): (endpoint: Endpoint) => Limiter {
  const limiters = new Map<string, Limiter>()
  return ({ baseUrl, preset }) => {
    const known = limiters.get(baseUrl)
    if (known) return known
    // As it stands now: the person may change it while calls are on their way.
    const maximum = (): number => concurrencyOf(stored().preferences, preset)
    const limiter = createLimiter({ maximum })
    limiters.set(baseUrl, limiter)
    return limiter
  }
}
