import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'

interface Question {
  readonly title: string
  readonly message: string
  /** The verb on the button, such as `Delete for good`. */
  readonly action: string
}

interface Asked {
  readonly question: Question | undefined
  readonly answer: (isAgreed: boolean) => void
}

const useAsked = create<Asked>()(() => ({ question: undefined, answer: () => undefined }))

/** Asks before something that cannot be undone; whatever can be is done at once, with `notify.undoable`. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    useAsked.getState().answer(false)
    const answer = (isAgreed: boolean): void => {
      useAsked.setState({ question: undefined, answer: () => undefined })
      resolve(isAgreed)
    }
    useAsked.setState({ question, answer })
  })
}

/** Where questions are shown; once in the window. */
export function ConfirmPlace() {
  const { t } = useTranslation()
  const { question, answer } = useAsked()
  return (
    <Modal
      opened={question !== undefined}
      onClose={() => answer(false)}
      title={question?.title}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text size="sm">{question?.message}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => answer(false)} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="red" onClick={() => answer(true)}>
          {question?.action}
        </Button>
      </Group>
    </Modal>
  )
}
