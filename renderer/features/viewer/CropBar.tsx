import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Taken } from '../../../preload/contract/app.ts'
import { bridge } from '../../app/bridge.ts'
import { notify } from '../../ui/notify.tsx'
import { toldText } from '../../ui/told.ts'
import { useVerb } from '../../ui/useVerb.ts'
import { askAbout, readAtOnce } from '../composer/receive.ts'
import { isLargeEnough } from './crop/crop.ts'
import type { Stage } from './stage.ts'
import { useStageState } from './useStage.ts'
import classes from './Viewer.module.css'

/** While a part of the picture is being drawn: its size, and what to do with it. */
export function CropBar({ stage, entry }: { readonly stage: Stage; readonly entry: number }) {
  const { t } = useTranslation('viewer')
  const crop = useStageState(stage, (state) => state.crop)
  const take = useVerb(bridge().app.take)
  if (crop === undefined) return null
  const go = async (next: (items: readonly Taken[]) => unknown): Promise<void> => {
    const [taken] = (await take.run({ from: 'part', entry, box: crop })) ?? []
    if (taken === undefined) return
    if (taken.kind === 'refused') return notify.problem(taken.problem)
    stage.setState({ isCropping: false, crop: undefined })
    next([taken])
  }
  const isReady = isLargeEnough(crop)
  return (
    <div className={`${classes['floating']} ${classes['bottom']}`} data-floating>
      <Text component="output" size="xs" c="dimmed" px="xs">
        {t('size', { width: crop.x1 - crop.x0, height: crop.y1 - crop.y0 })}
      </Text>
      <Button size="compact-sm" disabled={!isReady} loading={take.isBusy} onClick={() => void go(askAbout)}>
        {t('askPart')}
      </Button>
      <Button size="compact-sm" variant="light" disabled={!isReady || take.isBusy} onClick={() => void go(readAtOnce)}>
        {t('readPart')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={() => stage.setState({ isCropping: false, crop: undefined })}
      >
        {t('cancel', { ns: 'common' })}
      </Button>
      {take.problem !== undefined && (
        <Text size="xs" c="red" role="alert">
          {toldText(take.problem).message}
        </Text>
      )}
    </div>
  )
}
