import type { z } from 'zod'
import { type AppEvent, type AppResults, appArguments } from './app.ts'
import { type CaptureEvent, type CaptureResults, captureArguments } from './capture.ts'
import type { channels, EventNoun, Noun } from './channels.ts'
import { type EngineEvent, type EngineResults, engineArguments } from './engine.ts'
import { type JobsEvent, type JobsResults, jobsArguments } from './jobs.ts'
import { type LibraryEvent, type LibraryResults, libraryArguments } from './library.ts'
import type { Result } from './result.ts'
import { type SettingsEvent, type SettingsResults, settingsArguments } from './settings.ts'
import { type VisionEvent, type VisionResults, visionArguments } from './vision.ts'

/** The schema of the one argument of each verb. Main parses with it; both sides take their types from it. */
export const contract = {
  app: appArguments,
  jobs: jobsArguments,
  library: libraryArguments,
  capture: captureArguments,
  settings: settingsArguments,
  vision: visionArguments,
  engine: engineArguments
} satisfies { [N in Noun]: { [V in (typeof channels)[N][number]]: z.ZodType } }

export interface Results {
  app: AppResults
  jobs: JobsResults
  library: LibraryResults
  capture: CaptureResults
  settings: SettingsResults
  vision: VisionResults
  engine: EngineResults
}

export interface Events {
  app: AppEvent
  jobs: JobsEvent
  library: LibraryEvent
  capture: CaptureEvent
  settings: SettingsEvent
  vision: VisionEvent
  engine: EngineEvent
}

type Contract = typeof contract

/** What a caller passes, and what a handler gets after parsing. */
export type Given<N extends Noun, V extends keyof Contract[N]> =
  Contract[N][V] extends z.ZodType<unknown, infer I> ? I : never
export type Parsed<N extends Noun, V extends keyof Contract[N]> = Contract[N][V] extends z.ZodType<infer O> ? O : never

/** What main does for each verb. Throws `Failure`. */
export type Handlers = {
  readonly [N in Noun]: {
    readonly [V in keyof Contract[N] & keyof Results[N]]: (
      argument: Parsed<N, V>,
      caller: Caller
    ) => Promise<Results[N][V]> | Results[N][V]
  }
}

/** Who asks: the id of the `webContents`. */
export interface Caller {
  readonly contents: number
}

/** The bridge as the window sees it: `window.glyphlens`. */
export type Api = {
  readonly [N in Noun]: {
    readonly [V in keyof Contract[N] & keyof Results[N]]: (argument: Given<N, V>) => Promise<Result<Results[N][V]>>
  } & (N extends EventNoun
    ? {
        /** Calls `listener` with each event until the function that it gives back is called. */
        readonly on: (listener: (event: Events[N]) => void) => () => void
      }
    : object)
} & {
  readonly app: {
    /** Takes in files that were dropped or pasted: their paths go straight to main. */
    readonly drop: (files: readonly File[]) => Promise<Result<AppResults['take']>>
  }
}
