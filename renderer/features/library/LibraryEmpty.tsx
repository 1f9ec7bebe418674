import { Button, Group } from '@mantine/core'
import { Images, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { takeIn } from '../../app/intake.ts'
import { useSettings } from '../../app/settings.ts'
import { useStart } from '../../app/start.ts'
import { useView } from '../../app/view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { acceleratorCaps } from '../settings/hotkeys/accelerator.ts'
import { activeKinds } from './filters.ts'

/** In place of a list without rows: how to begin, or how to see more again. */
export function LibraryEmpty() {
  const words = useView((view) => view.words.trim())
  const filters = useView((view) => view.filters)
  const isFiltered = activeKinds(filters).length > 0
  return words === '' && !isFiltered ? <NothingYet /> : <NothingFound words={words} isFiltered={isFiltered} />
}

function NothingYet() {
  const { t } = useTranslation('library')
  const { platform } = useStart()
  const hotkey = useSettings().hotkeys.find(
    ({ mode, state }) => mode === 'read-region' && (state === 'works' || state === 'unproven')
  )
  const isMac = platform === 'darwin'
  const caps = hotkey && acceleratorCaps(hotkey.accelerator, isMac).join(isMac ? '' : '+')
  return (
    <EmptyState
      icon={Images}
      title={t('empty.title')}
      text={caps === undefined ? t('empty.textWithoutHotkey') : t('empty.text', { hotkey: caps })}
    >
      <Button variant="light" size="sm" mt="md" onClick={() => void takeIn({ from: 'sample', name: 'receipt' })}>
        {t('empty.sample')}
      </Button>
    </EmptyState>
  )
}

function NothingFound({ words, isFiltered }: { readonly words: string; readonly isFiltered: boolean }) {
  const { t } = useTranslation('library')
  const search = useView((view) => view.search)
  const text = words === '' ? t('nothing.filters') : t(isFiltered ? 'nothing.both' : 'nothing.words', { words })
  return (
    <EmptyState icon={SearchX} title={t('nothing.title')} text={text}>
      <Group gap="xs" mt="md" justify="center">
        {isFiltered && (
          <Button variant="light" size="sm" onClick={() => search(useView.getState().words, {})}>
            {t('nothing.clear')}
          </Button>
        )}
        {words !== '' && (
          <Button variant={isFiltered ? 'subtle' : 'light'} size="sm" onClick={() => search('')}>
            {t('nothing.clearWords')}
          </Button>
        )}
      </Group>
    </EmptyState>
  )
}
