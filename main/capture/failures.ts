import { Failure, type FailureCode } from '../failure.ts'

type Words = readonly [code: FailureCode, message: string, advice: string]

const repeatLater = 'Capture a region once; then it can be repeated.'
const otherWay =
  'Some programs forbid being captured, and some HDR screens fail: take a screenshot with the system and paste it.'

const wordsOf = {
  /** The system does not let the app see the screen (macOS). */
  permission: [
    'capture-permission',
    'The system does not let Glyphlens see the screen.',
    'Allow Glyphlens in System Settings, Privacy & Security, Screen Recording, and start it again.'
  ],
  /** The person closed the dialog in which the desktop asks what may be shared (Wayland). */
  'portal-cancelled': [
    'capture-portal-cancelled',
    'Nothing was captured: the dialog of the desktop was closed.',
    'Capture again and choose a screen in the dialog.'
  ],
  /** No display gave a picture of itself, or not in time. */
  'no-frame': ['capture-no-frame', 'The screen could not be captured.', 'Try again, or paste a screenshot instead.'],
  black: ['capture-blank', 'The captured screen is black.', otherWay],
  flat: ['capture-blank', 'The captured screen has one colour all over.', otherWay],
  /** Unplugged, turned, or scaled otherwise. */
  'display-gone': [
    'capture-display-gone',
    'A display was unplugged or changed during the capture.',
    'Capture again when the displays are as you want them.'
  ],
  /** No overlay came up in time, or the last one died. */
  'no-overlay': [
    'capture-no-overlay',
    'The overlay to frame a region on did not come up.',
    'Try again, or read the whole screen by its own hotkey.'
  ],
  'nothing-remembered': ['capture-no-region', 'There is no region to repeat yet.', repeatLater],
  'remembered-gone': ['capture-no-region', 'The display of the last region is not there.', repeatLater],
  'no-window': [
    'capture-no-window',
    'There is no window under the cursor that Glyphlens can see.',
    'Put the cursor over a window, or capture a region instead.'
  ],
  crop: ['capture-crop', 'The region could not be cut out of the screen.', 'Capture it again.'],
  quitting: [
    'capture-quitting',
    'The capture was called off because Glyphlens is closing.',
    'Start Glyphlens and capture again.'
  ]
} as const satisfies Readonly<Record<string, Words>>

/** Why a capture ended without what the person wanted. */
export type CaptureProblem = keyof typeof wordsOf

/** The message of a problem. `cause` is kept for the log. */
export function captureFailure(problem: CaptureProblem, cause?: unknown): Failure {
  const [code, message, advice] = wordsOf[problem]
  return new Failure(code, message, { advice, ...(cause !== undefined && { cause }) })
}
