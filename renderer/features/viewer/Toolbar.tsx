import { Button, Menu, Text } from '@mantine/core'
import { Crop, Maximize, RotateCw, Search, TextSelect, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/IconButton.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { useFormats } from '../../ui/useFormats.ts'
import { actualScale } from './geometry/zoom.ts'
import { showAll, showAt, toggleCrop, toggleLines, turnRight, zoomIn, zoomOut } from './keys.ts'
import type { Stage } from './stage.ts'
import { useStageState } from './useStage.ts'
import classes from './Viewer.module.css'

interface Props {
  readonly name: string
  readonly stage: Stage
  readonly hasText: boolean
  /** Whether a part can be cut out. */
  readonly canCrop: boolean
  readonly search: () => void
}

/** Name and size of the picture, and all that can be done with the view of it. */
export function Toolbar({ name, stage, hasText, canCrop, search }: Props) {
  const { t } = useTranslation('viewer')
  const isCropping = useStageState(stage, (state) => state.isCropping)
  const showsLines = useStageState(stage, (state) => state.showsLines)
  const { width, height } = useStageState(stage, (state) => state.scene.picture)
  return (
    <div className={classes['bar']} role="toolbar" aria-label={t('tools')}>
      <div className={classes['name']}>
        <Text size="sm" fw={600} truncate title={name}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {t('size', { width, height })}
        </Text>
      </div>
      {hasText && <IconButton label={t('search')} shortcut="Mod+F" icon={Search} onClick={search} />}
      {hasText && (
        <IconButton
          label={t('showLines')}
          shortcut="B"
          icon={TextSelect}
          isPressed={showsLines}
          onClick={() => toggleLines(stage)}
        />
      )}
      {canCrop && (
        <IconButton
          label={t('crop')}
          shortcut="C"
          icon={Crop}
          isPressed={isCropping}
          onClick={() => toggleCrop(stage)}
        />
      )}
      <IconButton label={t('rotate')} shortcut="R" icon={RotateCw} onClick={() => turnRight(stage)} />
      <IconButton label={t('zoomOut')} shortcut="-" icon={ZoomOut} onClick={() => zoomOut(stage)} />
      <Zoom stage={stage} />
      <IconButton label={t('zoomIn')} shortcut="+" icon={ZoomIn} onClick={() => zoomIn(stage)} />
      <IconButton label={t('fit')} shortcut="0" icon={Maximize} onClick={() => showAll(stage)} />
    </div>
  )
}

const multiples = [0.5, 1, 2, 4, 8] as const

function Zoom({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation('viewer')
  const formats = useFormats()
  const part = useStageState(stage, ({ transform, scene }) => transform.scale / actualScale(scene))
  return (
    <Menu position="bottom" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={classes['percent'] ?? ''}
          aria-label={t('zoom', { percent: formats.percent(part) })}
        >
          {formats.percent(part)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => showAll(stage)} rightSection={<Shortcut keys="0" />}>
          {t('fit')}
        </Menu.Item>
        <Menu.Divider />
        {multiples.map((times) => (
          <Menu.Item
            key={times}
            onClick={() => showAt(stage, times)}
            {...(times === 1 || times === 2 ? { rightSection: <Shortcut keys={String(times)} /> } : {})}
          >
            {formats.percent(times)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
