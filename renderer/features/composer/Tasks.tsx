import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../../app/settings.ts'
import classes from './Composer.module.css'
import { taskIcons } from './icons.ts'
import { taskChoices, useWish, type Wish } from './wish.ts'

/** What is to be done with the pictures: all tasks, and those of the person's own making. */
export function Tasks() {
  const { t } = useTranslation('composer')
  const { wish, change } = useWish()
  const own = useSettings().values.tasks.custom
  const all = [
    ...taskChoices.map((task) => ({ value: task as Wish['task'], label: t(`tasks.${task}`), icon: taskIcons[task] })),
    ...own.map(({ name }) => ({ value: `own:${name}` as const, label: name, icon: taskIcons.own }))
  ]
  return (
    <Radio.Group value={wish.task} onChange={(task) => change({ task })} aria-label={t('task')} role="radiogroup">
      <div className={classes['tasks']}>
        {all.map(({ value, label, icon: Icon }) => (
          <Radio.Card key={value} value={value} className={classes['task'] ?? ''} title={label}>
            <Icon size="1rem" strokeWidth={1.75} aria-hidden />
            <span>{label}</span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}
