import { Indicator, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core'
import {
  ClipboardPaste,
  Command,
  FolderPlus,
  ImagePlus,
  Images,
  Layers,
  Link,
  type LucideIcon,
  Plus,
  ScanText,
  Settings2
} from 'lucide-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { takeIn } from '../intake.ts'
import { useOverlays } from '../overlays.ts'
import { openJobs, useQueue } from '../queue.ts'
import { capture } from '../shellActions.ts'
import { type Room, useView } from '../view.ts'
import { Mark } from './Mark.tsx'
import classes from './Rail.module.css'

/** The edge of the window: what to add, and where to go. */
export function Rail() {
  const { t } = useTranslation()
  const show = useOverlays((overlays) => overlays.show)
  const queue = useQueue()
  const waiting = queue === undefined ? 0 : openJobs(queue)
  return (
    <nav className={classes['rail']} aria-label={t('rail.label')}>
      <h1 className={classes['mark']}>
        <Mark />
        <VisuallyHidden>Glyphlens</VisuallyHidden>
      </h1>
      <CaptureMenu />
      <AddMenu />
      <div className={classes['rule']} />
      <RoomButton room="library" icon={Images} label={t('rail.library')} />
      <RoomButton
        room="batch"
        icon={Layers}
        label={t('rail.batch')}
        badge={waiting > 0 && <VisuallyHidden>{t('rail.waiting', { count: waiting })}</VisuallyHidden>}
      />
      <div className={classes['space']} />
      <RailButton icon={Command} label={t('rail.palette')} onClick={() => show('palette')} />
      <RoomButton room="settings" icon={Settings2} label={t('rail.settings')} />
    </nav>
  )
}

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly icon: LucideIcon
  readonly label: string
  readonly badge?: ReactNode
}

function RailButton({ icon: Icon, label, badge, className, ...others }: ButtonProps) {
  return (
    <UnstyledButton className={[classes['button'], className].join(' ')} {...others}>
      <Indicator
        className={classes['icon']}
        disabled={badge === undefined || badge === false}
        size={8}
        offset={2}
        color="lens"
      >
        <Icon size="1.25rem" strokeWidth={1.75} aria-hidden />
      </Indicator>
      <span className={classes['label']}>{label}</span>
      {badge}
    </UnstyledButton>
  )
}

function RoomButton({ room, ...others }: ButtonProps & { readonly room: Room }) {
  const isHere = useView((view) => view.room === room)
  const go = useView((view) => view.go)
  return <RailButton {...others} onClick={() => go(room)} {...(isHere ? { 'aria-current': 'page' } : {})} />
}

function CaptureMenu() {
  const { t } = useTranslation(['palette', 'common'])
  return (
    <Menu position="right-start" withinPortal shadow="md">
      <Menu.Target>
        <RailButton icon={ScanText} label={t('common:rail.capture')} data-primary />
      </Menu.Target>
      <Menu.Dropdown>
        {(['read-region', 'ask-region', 'read-again', 'read-screen', 'read-window'] as const).map((mode) => (
          <Menu.Item key={mode} onClick={() => void capture(mode)}>
            {t(`actions.${mode}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function AddMenu() {
  const { t } = useTranslation(['palette', 'common'])
  const show = useOverlays((overlays) => overlays.show)
  return (
    <Menu position="right-start" withinPortal shadow="md">
      <Menu.Target>
        <RailButton icon={Plus} label={t('common:rail.add')} />
      </Menu.Target>
      <Menu.Dropdown>
        <AddItem
          icon={ImagePlus}
          label={t('actions.files')}
          keys="Mod+O"
          run={() => void takeIn({ from: 'dialog', what: 'files' })}
        />
        <AddItem
          icon={FolderPlus}
          label={t('actions.folder')}
          keys="Mod+Shift+O"
          run={() => void takeIn({ from: 'dialog', what: 'folder' })}
        />
        <AddItem
          icon={ClipboardPaste}
          label={t('actions.paste')}
          keys="Mod+V"
          run={() => void takeIn({ from: 'clipboard' })}
        />
        <AddItem icon={Link} label={t('actions.address')} keys="Mod+L" run={() => show('address')} />
      </Menu.Dropdown>
    </Menu>
  )
}

interface ItemProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly keys: string
  readonly run: () => void
}

function AddItem({ icon: Icon, label, keys, run }: ItemProps) {
  return (
    <Menu.Item leftSection={<Icon size="1rem" aria-hidden />} rightSection={<Shortcut keys={keys} />} onClick={run}>
      {label}
    </Menu.Item>
  )
}
