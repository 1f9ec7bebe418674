import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsView } from '../../../../preload/contract/settings.ts'
import { useView } from '../../../app/view.ts'

export type CustomTask = SettingsView['values']['tasks']['custom'][number]

const results = ['text', 'tables', 'boxes', 'chart'] as const
const longestName = 60
const longestPrompt = 8000

interface Props {
  /** Undefined for a new one. */
  readonly task: CustomTask | undefined
  /** Names of the other tasks: each can be chosen by its name only. */
  readonly taken: readonly string[]
  readonly onKeep: (task: CustomTask) => void
  readonly onLeave: () => void
}

/** Writes a task. The prompt of a new one stays a draft until it is kept or left. */
export function TaskForm({ task, taken, onKeep, onLeave }: Props) {
  const { t } = useTranslation(['settings', 'common'])
  const key = `task:${task?.name ?? ''}`
  const draft = useView((view) => view.draft)
  const [name, setName] = useState(task?.name ?? '')
  const prompt = useView((view) => view.drafts[key]) ?? task?.prompt ?? ''
  const [result, setResult] = useState<CustomTask['result']>(task?.result ?? 'text')
  const isTaken = taken.includes(name.trim())
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '' || prompt.trim() === '' || isTaken) return
    draft(key, '')
    onKeep({ name: name.trim(), prompt: prompt.trim(), result })
  }
  const leave = (): void => {
    draft(key, '')
    onLeave()
  }
  return (
    <form onSubmit={submit} data-setting>
      <Stack gap="sm" py="md">
        <TextInput
          label={t('tasks.name')}
          value={name}
          maxLength={longestName}
          required
          error={isTaken ? t('tasks.taken') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Textarea
          label={t('tasks.prompt')}
          description={t('tasks.promptText')}
          value={prompt}
          maxLength={longestPrompt}
          required
          autosize
          minRows={3}
          maxRows={12}
          onChange={(event) => draft(key, event.currentTarget.value)}
        />
        <NativeSelect
          label={t('tasks.result')}
          description={t('tasks.resultText')}
          value={result}
          data={results.map((value) => ({ value, label: t(`tasks.results.${value}`) }))}
          onChange={(event) => setResult(results.find((one) => one === event.currentTarget.value) ?? 'text')}
        />
        <Group gap="xs">
          <Button type="submit" disabled={name.trim() === '' || prompt.trim() === '' || isTaken}>
            {t('common:save')}
          </Button>
          <Button variant="default" onClick={leave}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
