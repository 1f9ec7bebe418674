import { Button, Group, Loader, ScrollArea, Text } from '@mantine/core'
import { ScanText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Sample } from '../../../preload/contract/app.ts'
import { useStart } from '../../app/start.ts'
import { useView } from '../../app/view.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { failureText } from '../library/failureText.ts'
import { useSample } from './useSample.ts'
import classes from './WelcomeRoom.module.css'

const offered = ['receipt', 'notice', 'orders', 'editor'] as const satisfies readonly Sample[]

/** A picture beside what it says, read on this machine by one click. */
export function TrySample() {
  const { t } = useTranslation('welcome')
  const { imageBase } = useStart()
  const sample = useSample('receipt')
  const { name, picture, problem } = sample
  return (
    <div className={classes['sample']}>
      <div className={classes['picture']}>
        {picture !== undefined && <img src={`${imageBase}${picture.picture.id}`} alt={t(`samples.${name}`)} />}
      </div>
      <div className={classes['said']}>
        <fieldset className={classes['samples']} aria-label={t('try.which')}>
          {offered.map((one) => (
            <Button
              key={one}
              size="compact-xs"
              variant={one === name ? 'light' : 'subtle'}
              color={one === name ? 'lens' : 'gray'}
              aria-pressed={one === name}
              onClick={() => sample.choose(one)}
            >
              {t(`samples.${one}`)}
            </Button>
          ))}
        </fieldset>
        {problem === undefined ? (
          <Said sample={sample} />
        ) : (
          <ProblemView problem={problem} retry={() => void sample.read()} />
        )}
      </div>
    </div>
  )
}

function Said({ sample }: { readonly sample: ReturnType<typeof useSample> }) {
  const { t } = useTranslation('welcome')
  const { entry, isReading, picture, read } = sample
  if (isReading) {
    return (
      <Group component="output" gap="xs" className={classes['middle'] ?? ''}>
        <Loader size="sm" aria-hidden />
        <Text size="sm">{t('try.reading')}</Text>
      </Group>
    )
  }
  if (entry === undefined) {
    return (
      <div className={classes['middle']}>
        <Button
          leftSection={<ScanText size="1rem" aria-hidden />}
          disabled={picture === undefined}
          onClick={() => void read()}
        >
          {t('try.button')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('try.local')}
        </Text>
      </div>
    )
  }
  const text = entry.state === 'done' ? entry.text : (failureText(entry.failure) ?? t('try.nothing'))
  return (
    <>
      <ScrollArea
        className={classes['text'] ?? ''}
        type="auto"
        viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('try.text') }}
      >
        <output>{text}</output>
      </ScrollArea>
      <Group gap="sm">
        <Text size="sm" c="dimmed" flex={1}>
          {t('try.done')}
        </Text>
        <Button size="compact-sm" variant="light" onClick={() => useView.getState().show(entry.id)}>
          {t('try.open')}
        </Button>
      </Group>
    </>
  )
}
