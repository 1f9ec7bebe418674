/** What a person can capture, each by a hotkey of its own. */
export const captureModes = ['read-region', 'ask-region', 'read-again', 'read-screen', 'read-window'] as const

/**
 * `read-region` and `ask-region` let the person frame something; `read-again` takes the region framed last, `read-screen` the
 * display under the cursor, `read-window` the window under the cursor.
 */
export type CaptureMode = (typeof captureModes)[number]

/** Whether it matters where windows are. */
export function usesWindows(mode: CaptureMode): boolean {
  return mode === 'read-region' || mode === 'ask-region' || mode === 'read-window'
}
