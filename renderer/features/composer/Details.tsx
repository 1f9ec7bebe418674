import { Select, TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWish } from './wish.ts'

/** BCP 47, in the order in which they are most asked for. */
const targets = [
  'en',
  'zh-CN',
  'zh-TW',
  'ja',
  'ko',
  'es',
  'fr',
  'de',
  'pt',
  'ru',
  'it',
  'ar',
  'hi',
  'vi',
  'th',
  'id'
] as const

/** What a task needs to know beyond the question: shown only with the task that needs it. */
export function Details() {
  const { t, i18n } = useTranslation('composer')
  const { wish, change } = useWish()
  if (wish.task === 'detect') {
    return (
      <TagsInput
        size="xs"
        label={t('categories')}
        placeholder={wish.categories.length === 0 ? t('categoriesPlaceholder') : ''}
        value={[...wish.categories]}
        onChange={(categories) => change({ categories })}
        maxTags={100}
        splitChars={[',', '，', '、', ';']}
        acceptValueOnBlur
      />
    )
  }
  if (wish.task === 'translate') {
    const names = new Intl.DisplayNames([i18n.language], { type: 'language' })
    return (
      <Select
        size="xs"
        label={t('target')}
        searchable
        clearable
        placeholder={t('targetPlaceholder')}
        value={wish.target ?? null}
        onChange={(target) => change({ target: target ?? undefined })}
        data={targets.map((value) => ({ value, label: names.of(value) ?? value }))}
      />
    )
  }
  return null
}
