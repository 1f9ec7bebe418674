import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { bridge } from '../../../app/bridge.ts'
import { notify } from '../../../ui/notify.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useVerb } from '../../../ui/useVerb.ts'

interface Asked {
  readonly address: string | undefined
}

const useAsked = create<Asked>()(() => ({ address: undefined }))

/** Asks before an address of an answer is opened. */
export function askToOpen(address: string): void {
  useAsked.setState({ address })
}

/** Shows the whole address that a link leads to, before anything is opened; once in the pane. */
export function LinkDialog() {
  const { t } = useTranslation('result')
  const address = useAsked((asked) => asked.address)
  const open = useVerb(bridge().app.open)
  const close = (): void => {
    open.settle()
    useAsked.setState({ address: undefined })
  }
  const go = async (): Promise<void> => {
    if (address !== undefined && (await open.run({ what: 'link', url: address })) !== undefined) close()
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(address ?? '')
    notify.success(t('copied', { ns: 'common' }))
    close()
  }
  return (
    <Modal
      opened={address !== undefined}
      onClose={close}
      title={t('link.title')}
      centered
      closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('link.text')}</Text>
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          <bdi dir="ltr">{address}</bdi>
        </Text>
        {open.problem !== undefined && <ProblemView problem={open.problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void copy()} data-autofocus>
            {t('link.copy')}
          </Button>
          <Button onClick={() => void go()} loading={open.isBusy} disabled={open.problem !== undefined}>
            {t('link.open')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
