import { Button, Progress, Switch } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UpdateState } from '../../../preload/contract/app.ts'
import { bridge } from '../../app/bridge.ts'
import { useSettings } from '../../app/settings.ts'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { toldText } from '../../ui/told.ts'
import { useVerb } from '../../ui/useVerb.ts'
import { Setting, SettingGroup } from './parts/Setting.tsx'
import { useChange } from './parts/useChange.ts'

/** How the app lives on the desktop, and how it is kept up to date. */
export function DesktopSection() {
  const { t } = useTranslation(['settings', 'common'])
  const { desktop } = useSettings().values
  const change = useChange()
  return (
    <>
      <SettingGroup>
        {(['startAtLogin', 'closeToTray'] as const).map((name) => (
          <Setting key={name} label={t(`desktop.${name}`)} text={t(`desktop.${name}Text`)}>
            {({ id }) => (
              <Switch
                id={id}
                checked={desktop[name]}
                onChange={(event) => void change({ desktop: { [name]: event.currentTarget.checked } })}
              />
            )}
          </Setting>
        ))}
      </SettingGroup>
      <SettingGroup title={t('desktop.updates')}>
        <Setting label={t('desktop.checkUpdates')} text={t('desktop.checkUpdatesText')}>
          {({ id }) => (
            <Switch
              id={id}
              checked={desktop.checkUpdates}
              onChange={(event) => void change({ desktop: { checkUpdates: event.currentTarget.checked } })}
            />
          )}
        </Setting>
        <UpdateSetting />
      </SettingGroup>
    </>
  )
}

function UpdateSetting() {
  const { t } = useTranslation(['settings', 'common'])
  const update = useVerb(bridge().app.update)
  const words = useUpdateWords()
  const [told, setTold] = useState<UpdateState>()
  useEffect(
    () =>
      bridge().app.on((event) => {
        if (event.kind === 'update') setTold(event.state)
      }),
    []
  )
  const state = told ?? update.value
  const isReady = state?.kind === 'ready'
  const run = (): void => {
    setTold(undefined)
    void update.run({ action: isReady ? 'install' : 'check' })
  }
  return (
    <Setting label={t('desktop.version')} text={state === undefined ? t('desktop.versionText') : words(state)}>
      {() => (
        <>
          <Button variant="default" loading={update.isBusy} onClick={run}>
            {isReady ? t('desktop.install') : t('desktop.check')}
          </Button>
          {state?.kind === 'downloading' && (
            <Progress value={state.done * 100} mt="xs" aria-label={t('desktop.downloading', state)} />
          )}
          {update.problem !== undefined && <ProblemView problem={update.problem} retry={run} />}
        </>
      )}
    </Setting>
  )
}

/** What a state of updates says. */
function useUpdateWords(): (state: UpdateState) => string {
  const { t, i18n } = useTranslation('settings')
  return (state) => {
    if (state.kind === 'unsupported')
      return [t('desktop.unsupported'), t(`desktop.why.${state.why}`)].join(i18n.language === 'en' ? ' ' : '')
    if (state.kind === 'downloading') return t('desktop.downloading', { version: state.version })
    if (state.kind === 'ready') return t('desktop.ready', { version: state.version })
    return state.kind === 'failed' ? toldText(state.problem).message : t('desktop.current')
  }
}
