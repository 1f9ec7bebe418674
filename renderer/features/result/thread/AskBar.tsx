import { Button, Group, Stack, Textarea } from '@mantine/core'
import { ArrowUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../../../preload/contract/library.ts'
import { useSettings } from '../../../app/settings.ts'
import { useView } from '../../../app/view.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { Departure } from '../../composer/Departure.tsx'
import { usePreview } from '../../composer/usePreview.ts'
import { askFurther, followDraft, useFollowing } from './follow.ts'
import classes from './Thread.module.css'

/** A question about the picture that is shown: the field stands below the result, and Enter sends it. */
export function AskBar({ entry }: { readonly entry: EntryView }) {
  const { t } = useTranslation('result')
  const { values } = useSettings()
  const key = followDraft(entry.id)
  const question = useView((view) => view.drafts[key] ?? '')
  const draft = useView((view) => view.draft)
  const isBusy = useFollowing((following) => entry.id in following.pending)
  const problem = useFollowing((following) => following.problems[entry.id])
  const [isConfirming, setConfirming] = useState(false)
  // Whoever has asked a model about this picture has sent it before.
  const isNew = entry.engine === 'device' && entry.turns.length === 0 && values.privacy.confirm === 'remote'
  const isReady = question.trim() !== '' && !isBusy
  const send = (): void => {
    setConfirming(false)
    void askFurther(entry.id, question.trim())
  }
  const wish = (): void => {
    if (!isReady) return
    if (isNew) setConfirming(true)
    else send()
  }
  return (
    <div className={classes['bar']}>
      <Stack gap="xs">
        {problem !== undefined && <ProblemView problem={problem} {...(isReady ? { retry: send } : {})} />}
        {isConfirming && <Confirm entry={entry.id} send={send} close={() => setConfirming(false)} />}
        <Textarea
          aria-label={t(entry.engine === 'device' ? 'askAbout' : 'askFurther')}
          placeholder={t(entry.engine === 'device' ? 'askAbout' : 'askFurther')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={8000}
          disabled={isBusy}
          value={isBusy ? '' : question}
          onChange={(event) => draft(key, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setConfirming(false)
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            if (isConfirming) return
            wish()
          }}
          rightSectionWidth="2.5rem"
          rightSection={
            <IconButton
              size="md"
              variant="filled"
              color="lens"
              label={t('sendQuestion')}
              shortcut="Enter"
              icon={ArrowUp}
              disabled={!isReady}
              onClick={wish}
            />
          }
        />
      </Stack>
    </div>
  )
}

interface ConfirmProps {
  readonly entry: number
  readonly send: () => void
  readonly close: () => void
}

/** The picture leaves this machine for the first time: what goes where is said before. */
function Confirm({ entry, send, close }: ConfirmProps) {
  const { t } = useTranslation('result')
  const { provider } = useSettings().values.vision
  const [subject] = useState({ entry })
  const [ask] = useState({ task: 'ask', engine: provider, options: { question: '?' } } as const)
  const { preview, problem, retry } = usePreview(subject, ask)
  const staysNear = preview?.isLoopback === true
  useEffect(() => {
    if (staysNear) send()
    // Once, when it is known.
  }, [staysNear, send])
  return (
    <div>
      <Departure preview={preview} problem={problem} retry={retry} count={1} />
      <Group gap="xs">
        <Button size="xs" disabled={preview === undefined} onClick={send} data-autofocus>
          {preview === undefined ? t('send') : t('sendTo', { host: preview.host })}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={close}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </Group>
    </div>
  )
}
