import { Button, Group, SegmentedControl, Text, Title } from '@mantine/core'
import { ArrowRight, KeyRound, type LucideIcon, ScanSearch, Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../app/language.ts'
import { changeOrTell } from '../../app/settings.ts'
import { languageNames } from '../../app/shellActions.ts'
import { useView } from '../../app/view.ts'
import { CaptureHint } from './CaptureHint.tsx'
import { KeyHint } from './KeyHint.tsx'
import { TrySample } from './TrySample.tsx'
import classes from './WelcomeRoom.module.css'

/** The first look: try a picture at once, learn the hotkey, add a key if wanted. Nothing of it has to be done. */
export function WelcomeRoom() {
  const { t, i18n } = useTranslation('welcome')
  const go = useView((view) => view.go)
  return (
    <div className={classes['room']}>
      <div className={classes['page']}>
        <header className={classes['head']}>
          <div>
            <Title order={1} size="h2">
              {t('title')}
            </Title>
            <Text c="dimmed" mt={4}>
              {t('text')}
            </Text>
          </div>
          <SegmentedControl
            size="xs"
            flex="none"
            aria-label={t('language')}
            value={i18n.language}
            onChange={(language) => void changeOrTell({ appearance: { language } })}
            data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          />
        </header>
        <Card icon={Sparkles} title={t('try.title')}>
          <TrySample />
        </Card>
        <div className={classes['pair']}>
          <Card icon={ScanSearch} title={t('capture.title')}>
            <CaptureHint />
          </Card>
          <Card icon={KeyRound} title={t('key.title')}>
            <KeyHint />
          </Card>
        </div>
        <Group justify="flex-end">
          <Button size="md" rightSection={<ArrowRight size="1rem" aria-hidden />} onClick={() => go('library')}>
            {t('go')}
          </Button>
        </Group>
      </div>
    </div>
  )
}

interface CardProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly children: ReactNode
}

function Card({ icon: Icon, title, children }: CardProps) {
  return (
    <section className={classes['card']}>
      <Title order={2} size="h5" className={classes['cardTitle'] ?? ''}>
        <Icon size="1.125rem" strokeWidth={1.75} aria-hidden />
        {title}
      </Title>
      {children}
    </section>
  )
}
