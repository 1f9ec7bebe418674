import { TextInput, Title } from '@mantine/core'
import {
  Cable,
  FileText,
  Images,
  Info,
  Keyboard,
  ListPlus,
  type LucideIcon,
  Monitor,
  Palette,
  Search,
  ShieldCheck
} from 'lucide-react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { type SettingsSection, settingsSections, useSettingsPlace } from '../../app/settingsPlace.ts'
import { Announced } from '../../ui/Announced.tsx'
import { AboutSection } from './AboutSection.tsx'
import { AppearanceSection } from './AppearanceSection.tsx'
import { DesktopSection } from './DesktopSection.tsx'
import { HotkeysSection } from './hotkeys/HotkeysSection.tsx'
import { LibrarySection } from './library/LibrarySection.tsx'
import { PrivacySection } from './PrivacySection.tsx'
import { SearchWords } from './parts/search.ts'
import { ProvidersSection } from './providers/ProvidersSection.tsx'
import { ReadingSection } from './reading/ReadingSection.tsx'
import classes from './SettingsRoom.module.css'
import { TasksSection } from './tasks/TasksSection.tsx'

const sections: Readonly<Record<SettingsSection, { readonly icon: LucideIcon; readonly Content: ComponentType }>> = {
  providers: { icon: Cable, Content: ProvidersSection },
  hotkeys: { icon: Keyboard, Content: HotkeysSection },
  reading: { icon: FileText, Content: ReadingSection },
  privacy: { icon: ShieldCheck, Content: PrivacySection },
  library: { icon: Images, Content: LibrarySection },
  tasks: { icon: ListPlus, Content: TasksSection },
  appearance: { icon: Palette, Content: AppearanceSection },
  desktop: { icon: Monitor, Content: DesktopSection },
  about: { icon: Info, Content: AboutSection }
}

/** All settings, by sections or by what is looked for. Every change holds at once. */
export function SettingsRoom() {
  const { t } = useTranslation(['settings', 'common'])
  const { section, words } = useSettingsPlace()
  const sought = words.trim()
  return (
    <div className={classes['room']}>
      <nav className={classes['sections']} aria-label={t('title')}>
        <Title order={2} size="h4" px="xs" mb="sm">
          {t('title')}
        </Title>
        <TextInput
          value={words}
          onChange={(event) => useSettingsPlace.setState({ words: event.currentTarget.value })}
          onKeyDown={(event) => event.key === 'Escape' && useSettingsPlace.setState({ words: '' })}
          placeholder={t('search')}
          aria-label={t('search')}
          leftSection={<Search size="1rem" aria-hidden />}
          type="search"
          mb="sm"
        />
        {settingsSections.map((name) => (
          <SectionLink key={name} name={name} isHere={sought === '' && name === section} />
        ))}
      </nav>
      {/* A section is shown from its top. */}
      <div className={classes['content']} key={sought === '' ? section : 'found'}>
        <SearchWords value={sought}>
          {settingsSections
            .filter((name) => sought !== '' || name === section)
            .map((name) => (
              <Section key={name} name={name} />
            ))}
        </SearchWords>
        {sought !== '' && (
          <Announced className={classes['nothing']} c="dimmed">
            {t('nothing', { words: sought })}
          </Announced>
        )}
      </div>
    </div>
  )
}

function SectionLink({ name, isHere }: { readonly name: SettingsSection; readonly isHere: boolean }) {
  const { t } = useTranslation(['settings', 'common'])
  const { icon: Icon } = sections[name]
  return (
    <button
      type="button"
      className={classes['link']}
      aria-current={isHere ? 'page' : undefined}
      onClick={() => useSettingsPlace.setState({ section: name, words: '' })}
    >
      <Icon size="1.0625rem" strokeWidth={1.75} aria-hidden />
      {t(`sections.${name}`)}
    </button>
  )
}

function Section({ name }: { readonly name: SettingsSection }) {
  const { t } = useTranslation(['settings', 'common'])
  const { Content } = sections[name]
  return (
    <section className={classes['section']} aria-labelledby={`settings-${name}`}>
      <Title order={2} size="h3" id={`settings-${name}`} mb="xs">
        {t(`sections.${name}`)}
      </Title>
      <Content />
    </section>
  )
}
