import { Text, Title } from '@mantine/core'
import { Check, Minus, TriangleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../preload/contract/app.ts'
import { useTold } from '../../ui/useTold.ts'
import classes from './DiagnosticsRoom.module.css'
import type { FindingGroup } from './groups.ts'

const marks = { good: Check, doubtful: TriangleAlert, bad: X, plain: Minus } as const

/** What was found in one room of the app. */
export function FindingGroupView({ group: { room, findings } }: { readonly group: FindingGroup }) {
  const { t } = useTranslation('diagnostics')
  return (
    <section className={classes['group']}>
      <Title order={2} size="h5" className={classes['groupTitle'] ?? ''}>
        {t(`rooms.${room}`)}
      </Title>
      <dl className={classes['findings']}>
        {findings.map((finding, place) => (
          <Line key={`${finding.name} ${place}`} finding={finding} />
        ))}
      </dl>
    </section>
  )
}

function Line({ finding: { name, value, state, advice } }: { readonly finding: Finding }) {
  const { t } = useTranslation('diagnostics')
  const told = useTold()
  const Mark = marks[state]
  return (
    <div className={classes['finding']}>
      <dt>{name}</dt>
      <dd>
        <span className={classes['value']} data-state={state}>
          <Mark
            size="1rem"
            strokeWidth={state === 'plain' ? 1.5 : 2.25}
            {...(state === 'plain' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`states.${state}`) })}
          />
          <span>{value}</span>
        </span>
        {advice !== undefined && advice !== '' && (
          <Text size="sm" c="dimmed">
            {typeof advice === 'string' ? advice : told(advice)}
          </Text>
        )}
      </dd>
    </div>
  )
}
