import { Alert, Anchor, Button, Checkbox, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { ExternalLink } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyOutcome, KeyView, ProviderView } from '../../../../preload/contract/settings.ts'
import { bridge, settled } from '../../../app/bridge.ts'
import { useSettings } from '../../../app/settings.ts'
import { confirm } from '../../../ui/confirm.tsx'
import { notify } from '../../../ui/notify.tsx'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useTold } from '../../../ui/useTold.ts'
import { useVerb } from '../../../ui/useVerb.ts'
import { Setting } from '../parts/Setting.tsx'
import classes from './Providers.module.css'

/** Takes a key in and hands it to main, which never gives it back; what is typed is kept nowhere else. */
export function KeyField({ provider }: { readonly provider: ProviderView }) {
  const { t } = useTranslation(['settings', 'common'])
  const { keys } = useSettings()
  const key = keys.find((one) => one.provider === provider.id)
  return (
    <Setting
      label={t('providers.key')}
      text={provider.needsKey ? t('providers.keyText') : t('providers.keyOptional')}
      keywords="api key token"
      isWide
    >
      {({ id }) => (
        <Stack gap="xs">
          {key !== undefined && <StoredKey provider={provider} stored={key} />}
          <NewKey id={id} provider={provider} isReplacing={key !== undefined} />
          {provider.keyPage !== undefined && (
            <Anchor component="button" type="button" size="sm" onClick={() => void openPage(provider.keyPage ?? '')}>
              <Group gap={6}>
                {t('providers.keyPage', { name: provider.title })}
                <ExternalLink size="0.875rem" aria-hidden />
              </Group>
            </Anchor>
          )}
        </Stack>
      )}
    </Setting>
  )
}

async function openPage(url: string): Promise<void> {
  const result = await settled(bridge().app.open({ what: 'link', url }))
  if (!result.ok) notify.problem(result.problem)
}

function StoredKey({ provider, stored }: { readonly provider: ProviderView; readonly stored: KeyView }) {
  const { t } = useTranslation(['settings', 'common'])
  const told = useTold()
  const remove = useVerb(bridge().settings.key)
  const open = useVerb(bridge().settings.key)
  const ask = async (): Promise<void> => {
    const isAgreed = await confirm({
      title: t('providers.removeKey'),
      message: t('providers.removeKeyText', { name: provider.title, end: stored.lastFour }),
      action: t('providers.removeKeyAction')
    })
    if (isAgreed) await remove.run({ action: 'remove', provider: provider.id })
  }
  return (
    <div>
      <Group gap="sm">
        <Text size="sm" ff="monospace">
          ••••{stored.lastFour}
        </Text>
        <Text size="sm" c={stored.isUsable ? 'dimmed' : 'var(--mantine-color-error)'} flex={1}>
          {told(stored)}
        </Text>
        {!stored.isUsable && (
          <Button size="xs" variant="default" loading={open.isBusy} onClick={() => void open.run({ action: 'open' })}>
            {t('common:retry')}
          </Button>
        )}
        {(stored.from === 'vault' || stored.from === 'session') && (
          <Button size="xs" variant="subtle" color="red" loading={remove.isBusy} onClick={() => void ask()}>
            {t('common:remove')}
          </Button>
        )}
      </Group>
      {remove.problem !== undefined && <ProblemView problem={remove.problem} />}
      {open.problem !== undefined && <ProblemView problem={open.problem} />}
    </div>
  )
}

interface NewKeyProps {
  readonly id: string
  readonly provider: ProviderView
  readonly isReplacing: boolean
}

function NewKey({ id, provider, isReplacing }: NewKeyProps) {
  const { t } = useTranslation(['settings', 'common'])
  const [text, setText] = useState('')
  const hint = useHint(provider.id, text)
  const save = useVerb(bridge().settings.key)
  const outcome = save.value
  const run = async (accept: boolean): Promise<void> => {
    const saved = await save.run({ action: 'save', provider: provider.id, text, accept })
    if (saved === undefined) return
    if (saved.kind === 'stored' || saved.kind === 'accepted') notify.success(t(`providers.outcome.${saved.kind}`))
    // Asked for once more with the agreement: until then the text is still needed.
    if (saved.kind !== 'failed' && !saved.canAccept) setText('')
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text !== '') void run(false)
  }
  return (
    <form onSubmit={submit}>
      <div className={classes['field']}>
        <PasswordInput
          id={id}
          className={classes['grow']}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={isReplacing ? t('providers.keyReplace') : (provider.keyPrefix ?? t('providers.keyPaste'))}
          description={hint}
          inputWrapperOrder={['input', 'description', 'error']}
          autoComplete="off"
          spellCheck={false}
          visibilityToggleButtonProps={{ 'aria-label': t('providers.keyShow') }}
        />
        <Button type="submit" loading={save.isBusy} disabled={text === ''}>
          {t('common:save')}
        </Button>
      </div>
      {save.problem !== undefined && <ProblemView problem={save.problem} />}
      {outcome !== undefined && !isGood(outcome) && <Unprotected outcome={outcome} accept={() => run(true)} />}
    </form>
  )
}

function isGood({ kind }: KeyOutcome): boolean {
  return kind === 'stored' || kind === 'accepted'
}

/** What the form of a key says while it is typed; main looks, nobody is asked. */
function useHint(provider: string, text: string): string {
  const { t } = useTranslation(['settings', 'common'])
  const told = useTold()
  const [settledText] = useDebouncedValue(text, 250)
  const [outcome, setOutcome] = useState<KeyOutcome>()
  useEffect(() => {
    let isLatest = true
    if (settledText !== '') {
      void settled(bridge().settings.key({ action: 'look', provider, text: settledText })).then((result) => {
        if (isLatest) setOutcome(result.ok ? result.value : undefined)
        return result.ok
      })
    }
    return () => {
      isLatest = false
    }
  }, [provider, settledText])
  if (outcome === undefined || text === '' || settledText === '') return t('providers.keyHint')
  return told(outcome)
}

/** Kept for this session only: says why, and lets the person agree to less. */
function Unprotected({ outcome, accept }: { readonly outcome: KeyOutcome; readonly accept: () => Promise<void> }) {
  const { t } = useTranslation(['settings', 'common'])
  const told = useTold()
  const { acceptance } = useSettings()
  const [isAgreed, setAgreed] = useState(false)
  return (
    <Alert color="yellow" variant="light" mt="xs" role="alert">
      <Stack gap="xs">
        {[outcome, ...(outcome.hints ?? [])].map((said) => (
          <Text key={said.message} size="sm">
            {told(said)}
          </Text>
        ))}
        {outcome.canAccept && (
          <>
            <Checkbox
              checked={isAgreed}
              onChange={(event) => setAgreed(event.currentTarget.checked)}
              label={acceptance}
            />
            <Group>
              <Button size="xs" color="red" disabled={!isAgreed} onClick={() => void accept()}>
                {t('providers.storeUnprotected')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Alert>
  )
}
