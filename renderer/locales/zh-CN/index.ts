import { batch } from './batch.ts'
import { capture } from './capture.ts'
import { common } from './common.ts'
import { composer } from './composer.ts'
import { diagnostics } from './diagnostics.ts'
import { library } from './library.ts'
import { names } from './names.ts'
import { palette } from './palette.ts'
import { problems } from './problems.ts'
import { result } from './result.ts'
import { sentences } from './sentences.ts'
import { settings } from './settings.ts'
import { viewer } from './viewer.ts'
import { welcome } from './welcome.ts'

/** All texts, by namespace. Plurals have the endings of i18next: `key_one`, `key_other`. */
export const chinese = {
  batch,
  capture,
  common,
  composer,
  diagnostics,
  library,
  palette,
  problems,
  result,
  settings,
  viewer,
  welcome
}

/** What main says, and names that are words. */
export const speech = { sentences, names }
