import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Boundary } from '../../ui/Boundary.tsx'
import { Waiting } from '../../ui/Waiting.tsx'

interface Props {
  /** How a screen reader calls it. */
  readonly label: string
  /** See `Boundary`. */
  readonly subject?: number | undefined
  readonly children: ReactNode
}

/** A pane of the window: what breaks in it or is not loaded yet leaves the others alone. */
export function Pane({ label, subject, children }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-label={label} style={{ height: '100%', overflow: 'hidden' }}>
      <Boundary subject={subject}>
        <Suspense fallback={<Waiting words={t('loading.room')} />}>{children}</Suspense>
      </Boundary>
    </section>
  )
}
