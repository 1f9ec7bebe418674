/** Fields that a key leads to: an element says `data-place="search"`. */
export type Place = 'search' | 'question'

const longestWait = 2000

/** Puts the focus there, also when its room is only about to be shown. */
export function focusPlace(place: Place): void {
  const began = performance.now()
  const attempt = (): void => {
    const element = document.querySelector<HTMLElement>(`[data-place="${place}"]`)
    if (element !== null && element.offsetParent !== null) {
      element.focus()
      if (element instanceof HTMLInputElement) element.select()
    } else if (performance.now() - began < longestWait) requestAnimationFrame(attempt)
  }
  attempt()
}
