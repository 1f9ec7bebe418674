import { useTranslation } from 'react-i18next'
import type { EntrySummary } from '../../../preload/contract/library.ts'
import { useFormats } from '../../ui/useFormats.ts'
import classes from './Result.module.css'
import { useTaskName } from './useTaskName.ts'

interface Props {
  readonly entry: Pick<EntrySummary, 'task' | 'engine' | 'model' | 'created'>
  /** Already said beside it. */
  readonly isTaskKnown?: boolean
}

/** What was asked, of whom, and when. */
export function EntryName({ entry, isTaskKnown = false }: Props) {
  const { t } = useTranslation('result')
  const formats = useFormats()
  const name = useTaskName()
  const who = entry.engine === 'device' ? t('onDevice') : modelName(entry.model ?? entry.engine)
  return (
    <span className={classes['entryName']}>
      {isTaskKnown ? '' : `${name(entry.task)} · `}
      <bdi>{who}</bdi> · {formats.when(entry.created)}
    </span>
  )
}

/** Without the name of whoever published it, such as `Qwen3-VL-30B` of `Qwen/Qwen3-VL-30B`. */
export function modelName(id: string): string {
  return id.split('/').at(-1) ?? id
}
