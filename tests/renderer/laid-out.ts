import { afterEach, beforeEach, vi } from 'vitest'

/**
 * Gives every element a height and lets it be scrolled, which happy-dom does not: lists that draw what is seen only would
 * draw nothing. In pixels. Called once at the top of a file.
 */
export function layOut(height: number): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height)
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400)
    // Higher than any list: nothing keeps one from scrolling.
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(100_000_000)
    Object.defineProperty(HTMLElement.prototype, 'scrollTo', {
      value(this: HTMLElement, { top = 0 }: ScrollToOptions) {
        scrollTo(this, top)
      },
      configurable: true,
      writable: true
    })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    Reflect.deleteProperty(HTMLElement.prototype, 'scrollTo')
  })
}

/** Scrolls an element as a person would. */
export function scrollTo(element: Element, top: number): void {
  element.scrollTop = top
  element.dispatchEvent(new Event('scroll'))
}
