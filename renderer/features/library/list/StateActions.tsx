import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EntrySummary } from '../../../../preload/contract/library.ts'
import { openSettings } from '../../../app/settingsPlace.ts'
import { wish } from '../verbs.ts'
import classes from './EntryRow.module.css'

/** What a person can do about an entry that does not go on by itself; nothing for all others. */
export function StateActions({ entry }: { readonly entry: EntrySummary }) {
  const { t } = useTranslation('library')
  const { id, state, reason } = entry
  if (state === 'unsure') {
    return (
      <>
        <Action label={t('standing.again')} run={() => void wish([id], { kind: 'resolve', answer: 'repeat' })} />
        <Action label={t('standing.giveUp')} run={() => void wish([id], { kind: 'resolve', answer: 'give-up' })} />
      </>
    )
  }
  if (state === 'failed' || state === 'cancelled') {
    return <Action label={t('standing.retry')} run={() => void wish([id], { kind: 'retry' })} />
  }
  if (state === 'waiting' && reason === 'needs-key') {
    return <Action label={t('standing.addKey')} run={() => openSettings('providers')} />
  }
  if (state === 'waiting' && reason === 'paused') {
    return <Action label={t('standing.resume')} run={() => void wish([id], { kind: 'retry' })} />
  }
  return null
}

/** Reached by the arrow keys from its row, not by the tab key: the list is one stop. */
function Action({ label, run }: { readonly label: string; readonly run: () => void }) {
  const act = (event: React.MouseEvent): void => {
    event.stopPropagation()
    run()
  }
  return (
    <Button size="compact-xs" variant="light" tabIndex={-1} className={classes['action']} onClick={act}>
      {label}
    </Button>
  )
}
