import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Taken } from '../../../preload/contract/app.ts'
import { bridge } from '../../app/bridge.ts'
import { useSettings } from '../../app/settings.ts'
import { useView } from '../../app/view.ts'
import { notify } from '../../ui/notify.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { useVerb } from '../../ui/useVerb.ts'
import { Details } from '../composer/Details.tsx'
import { EngineChoice } from '../composer/EngineChoice.tsx'
import { Tasks } from '../composer/Tasks.tsx'
import { askOf, useWish } from '../composer/wish.ts'
import { useChosen } from './useChosen.ts'

interface Props {
  readonly folder: Extract<Taken, { kind: 'folder' }>
  readonly close: () => void
}

/** What is to be done with every picture that arrives in a folder from now on. */
export function WatchDialog({ folder, close }: Props) {
  const { t } = useTranslation(['batch', 'composer', 'common'])
  const { values, providers } = useSettings()
  const question = useView((view) => view.drafts['watch'] ?? '')
  const draft = useView((view) => view.draft)
  const wish = useWish((chosen) => chosen.wish)
  const watch = useVerb(bridge().library.care)
  const ask = askOf(wish, question, { provider: values.vision.provider, own: values.tasks.custom })
  const provider = providers.find(({ id }) => typeof ask !== 'string' && id === ask.engine)
  const begin = async (): Promise<void> => {
    if (typeof ask === 'string') return
    const report = await watch.run({ action: 'watch', token: folder.token, ask })
    if (report?.kind !== 'watch') return
    draft('watch', '')
    useChosen.setState({ batch: report.batch, files: 'all' })
    notify.success(t('watch.begun', { name: folder.name }))
    close()
  }
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('watch.title', { name: folder.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('watch.text')}</Text>
        <Tasks />
        {wish.engine !== 'device' && (
          <Textarea
            aria-label={t('composer:question')}
            placeholder={t(wish.task === 'ask' ? 'composer:questionPlaceholder' : 'composer:wishPlaceholder')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={8000}
            value={question}
            onChange={(event) => draft('watch', event.currentTarget.value)}
          />
        )}
        <Details />
        <EngineChoice />
        <Text size="sm" c="dimmed">
          {wish.engine === 'device' ? t('composer:stays') : t('watch.goes', { name: provider?.title ?? '' })}
        </Text>
        {watch.problem !== undefined && <ProblemView problem={watch.problem} />}
        <Group justify="flex-end" gap="xs">
          {typeof ask === 'string' && (
            <Text size="sm" c="dimmed" flex={1}>
              {t(`composer:gaps.${ask}`)}
            </Text>
          )}
          <Button variant="default" onClick={close}>
            {t('common:cancel')}
          </Button>
          <Button loading={watch.isBusy} disabled={typeof ask === 'string'} onClick={() => void begin()}>
            {t('watch.begin')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
