import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** What is asked before something that cannot be undone. */
export interface Question {
  readonly title: string
  readonly message: string
  /** The verb on the button, such as `Delete for good`. */
  readonly action: string
}

interface Props {
  readonly question: Question
  readonly answer: (isAgreed: boolean) => void
}

/** The dialog of `confirm`: the safe answer has the focus. */
export function ConfirmDialog({ question, answer }: Props) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={() => answer(false)}
      title={question.title}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text size="sm">{question.message}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => answer(false)} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="red" onClick={() => answer(true)}>
          {question.action}
        </Button>
      </Group>
    </Modal>
  )
}
