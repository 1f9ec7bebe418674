import type { Page } from 'playwright'

/** What went wrong on the stage; any of it fails a test. */
export interface Trouble {
  readonly errors: string[]
  /** What pages asked for that was none of the app's own files. */
  readonly stray: string[]
}

/** Notes whatever a page throws or complains about. */
export function watchErrors(page: Page, { errors }: Trouble): void {
  page.on('pageerror', (error) => errors.push(`${error.message}\n${error.stack ?? ''}`))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
}
