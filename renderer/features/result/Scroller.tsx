import type { ReactNode } from 'react'

interface Props {
  /** How a screen reader calls it. */
  readonly label: string
  readonly className: string | undefined
  readonly children: ReactNode
}

/** A part of the page that scrolls by itself: the keyboard has to reach it, although there is nothing to press in it. */
export function Scroller({ label, className, children }: Props) {
  return (
    <section ref={reach} className={className} aria-label={label}>
      {children}
    </section>
  )
}

function reach(element: HTMLElement | null): void {
  element?.setAttribute('tabindex', '0')
}
