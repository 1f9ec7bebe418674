import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { takeIn } from '../intake.ts'
import { useOverlays } from '../overlays.ts'
import { useView } from '../view.ts'

/** Asks for the address of a picture. What was typed stays a draft when the dialog is closed. */
export function AddressDialog() {
  const { t } = useTranslation()
  const close = useOverlays((overlays) => overlays.close)
  const address = useView((view) => view.drafts['address'] ?? '')
  const draft = useView((view) => view.draft)
  const add = (): void => {
    close('address')
    draft('address', '')
    void takeIn({ from: 'address', url: address.trim() })
  }
  return (
    <Modal
      opened
      onClose={() => close('address')}
      title={t('address.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextInput
          type="url"
          required
          label={t('address.label')}
          description={t('address.text')}
          placeholder="https://"
          value={address}
          onChange={(event) => draft('address', event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" disabled={address.trim() === ''}>
            {t('address.add')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
