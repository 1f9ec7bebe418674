import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProviderView } from '../../../../preload/contract/settings.ts'
import { changeSettings, useSettings } from '../../../app/settings.ts'
import { ProblemView } from '../../../ui/ProblemView.tsx'
import { useVerb } from '../../../ui/useVerb.ts'
import { Setting } from '../parts/Setting.tsx'
import classes from './Providers.module.css'

/** The base URL of a provider. Main asks before a key or pictures may go to another host. */
export function AddressField({ provider }: { readonly provider: ProviderView }) {
  const { t } = useTranslation(['settings', 'common'])
  const { providers } = useSettings().values.vision
  const save = useVerb(changeSettings)
  // Undefined: as it is set.
  const [typed, setTyped] = useState<string>()
  const isOwn = provider.baseUrl !== provider.defaultBaseUrl
  const set = async (baseUrl: string | undefined): Promise<void> => {
    const { baseUrl: _former, ...own } = providers[provider.id] ?? {}
    const next = baseUrl === undefined || baseUrl === '' ? own : { ...own, baseUrl }
    const saved = await save.run({ vision: { providers: { ...providers, [provider.id]: next } } })
    if (saved !== undefined) setTyped(undefined)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (typed !== undefined) void set(typed.trim())
  }
  return (
    <Setting label={t('providers.address')} text={t('providers.addressText')} keywords="base url" isWide>
      {({ id }) => (
        <form onSubmit={submit} className={classes['field']}>
          <TextInput
            id={id}
            className={classes['grow']}
            value={typed ?? provider.baseUrl}
            onChange={(event) => setTyped(event.currentTarget.value)}
            placeholder={provider.defaultBaseUrl || 'http://localhost:8000/v1'}
            spellCheck={false}
            inputMode="url"
          />
          {typed !== undefined && typed !== provider.baseUrl && (
            <Button type="submit" loading={save.isBusy}>
              {t('common:save')}
            </Button>
          )}
          {isOwn && typed === undefined && provider.defaultBaseUrl !== '' && (
            <Button variant="default" loading={save.isBusy} onClick={() => void set(undefined)}>
              {t('providers.addressReset')}
            </Button>
          )}
          {save.problem !== undefined && <ProblemView problem={save.problem} />}
        </form>
      )}
    </Setting>
  )
}
