import { CloseButton, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useView } from '../../app/view.ts'

/** Searches as one types. The arrow down, or Enter, leads to what was found. */
export function SearchField({ toList }: { readonly toList: () => void }) {
  const { t } = useTranslation('library')
  const field = useRef<HTMLInputElement>(null)
  const words = useView((view) => view.words)
  const search = useView((view) => view.search)
  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'Enter') toList()
    else if (event.key === 'Escape' && words !== '') search('')
    else return
    event.preventDefault()
  }
  const clear = (): void => {
    search('')
    field.current?.focus()
  }
  return (
    <TextInput
      ref={field}
      type="search"
      flex={1}
      value={words}
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={keys}
      placeholder={t('search')}
      aria-label={t('searchLabel')}
      data-place="search"
      maxLength={1000}
      spellCheck={false}
      leftSection={<Search size="1rem" aria-hidden />}
      rightSection={
        words === '' ? null : <CloseButton size="sm" aria-label={t('clearSearch')} onClick={clear} tabIndex={-1} />
      }
    />
  )
}
