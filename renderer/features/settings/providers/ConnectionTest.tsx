import { Button, Group, Stack, Text } from '@mantine/core'
import { Check, Minus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ProviderView } from '../../../../preload/contract/settings.ts'
import type { VisionCheck } from '../../../../preload/contract/vision.ts'
import { bridge } from '../../../app/bridge.ts'
import { Announced } from '../../../ui/Announced.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useFormats } from '../../../ui/useFormats.ts'
import { useVerb } from '../../../ui/useVerb.ts'
import { Setting } from '../parts/Setting.tsx'
import classes from './Providers.module.css'

type Connection = Extract<VisionCheck, { what: 'connection' }>

/** Proves a provider by a real call, and learns how its model sees. */
export function ConnectionTest({ provider }: { readonly provider: ProviderView }) {
  const { t } = useTranslation(['settings', 'common'])
  const test = useVerb(bridge().vision.check)
  const sight = useVerb(bridge().vision.check)
  const connection = test.value?.what === 'connection' ? test.value : undefined
  const seen = sight.value?.what === 'sight' ? sight.value : undefined
  return (
    <Setting label={t('providers.test')} text={t('providers.testText')} keywords="probe" isWide>
      {() => (
        <Stack gap="sm" align="flex-start">
          <Group gap="xs">
            <Button loading={test.isBusy} onClick={() => void test.run({ what: 'connection', provider: provider.id })}>
              {t('providers.testButton')}
            </Button>
            <Button
              variant="default"
              loading={sight.isBusy}
              onClick={() => void sight.run({ what: 'sight', provider: provider.id })}
            >
              {t('providers.sightButton')}
            </Button>
            {(test.isBusy || sight.isBusy) && (
              <Button
                variant="subtle"
                onClick={() => {
                  test.cancel()
                  sight.cancel()
                }}
              >
                {t('common:cancel')}
              </Button>
            )}
          </Group>
          {connection !== undefined && <Steps connection={connection} />}
          {test.problem !== undefined && <ProblemView problem={test.problem} />}
          {seen !== undefined && (
            <Announced size="sm">
              {seen.legible === undefined
                ? t('providers.sightUnknown')
                : t('providers.sightText', { pixels: seen.legible })}{' '}
              {seen.boxes !== undefined &&
                isSpace(seen.boxes) &&
                t('providers.sightBoxes', { space: t(`providers.boxSpaces.${seen.boxes}`) })}
            </Announced>
          )}
          {sight.problem !== undefined && <ProblemView problem={sight.problem} />}
        </Stack>
      )}
    </Setting>
  )
}

function isSpace(space: string): space is 'thousand' | 'thousand-y-first' | 'pixels' | 'unit' {
  return ['thousand', 'thousand-y-first', 'pixels', 'unit'].includes(space)
}

const marks = { good: Check, failed: X, unknown: Minus } as const
const colours = { good: 'var(--window-good)', failed: 'var(--mantine-color-error)', unknown: 'dimmed' } as const

/** Each step of the call and how it went. */
export function Steps({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation(['settings', 'common'])
  const formats = useFormats()
  const isGood = connection.problem === undefined
  return (
    <output className={classes['found']}>
      <ul className={classes['steps']}>
        {connection.steps.map(({ step, state }) => {
          const Mark = marks[state]
          return (
            <li key={step} className={classes['step']}>
              <Text span c={colours[state]} lh={0}>
                <Mark size="1rem" aria-label={t(`providers.states.${state}`)} />
              </Text>
              <Text size="sm" c={state === 'unknown' ? 'dimmed' : 'inherit'}>
                {isStep(step) ? t(`providers.steps.${step}`) : step}
              </Text>
            </li>
          )
        })}
      </ul>
      {isGood && (
        <Text size="sm" c="dimmed">
          {t('providers.tested', { model: connection.model, time: formats.duration(connection.milliseconds) })}
        </Text>
      )}
      {connection.problem !== undefined && <ProblemView problem={connection.problem} />}
    </output>
  )
}

function isStep(step: string): step is 'connection' | 'key' | 'account' | 'model' | 'quota' | 'sight' {
  return ['connection', 'key', 'account', 'model', 'quota', 'sight'].includes(step)
}
